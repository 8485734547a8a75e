import { createTask, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  // TODO: tell the five kinds apart
  return 'other';
}

async function page(): Promise<string> {
  await sleep(1);
  return 'page';
}

async function main(): Promise<void> {
  const made = page();
  console.log('page: ' + classify(page));
  console.log('page(): ' + classify(made));
  console.log('a task: ' + classify(createTask(made)));
  console.log('42: ' + classify(42));
}

run(main());
