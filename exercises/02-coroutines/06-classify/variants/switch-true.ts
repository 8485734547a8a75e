// A switch over questions.
import { createTask, isasyncgen, iscoroutine, iscoroutinefunction, isfuture, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  switch (true) {
    case isfuture(x):
      return 'future';
    case isasyncgen(x):
      return 'async generator';
    case iscoroutine(x):
      return 'coroutine';
    case iscoroutinefunction(x):
      return 'coroutine function';
    default:
      return 'other';
  }
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
