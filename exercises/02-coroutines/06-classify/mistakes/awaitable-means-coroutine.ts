// fails: a future and a task are futures
// fails: everything else is other
// says: may stand behind `await`
import { createTask, isasyncgen, isawaitable, iscoroutinefunction, isfuture, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  if (isawaitable(x)) return 'coroutine';
  if (isasyncgen(x)) return 'async generator';
  if (iscoroutinefunction(x)) return 'coroutine function';
  if (isfuture(x)) return 'future';
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
