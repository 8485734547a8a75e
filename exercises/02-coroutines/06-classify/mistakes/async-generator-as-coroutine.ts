// fails: what a call of an async generator function gives is an async generator
// says: you said 'coroutine'
// says: 'async_generator' object can't be awaited
import { createTask, isasyncgen, iscoroutine, iscoroutinefunction, isfuture, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  if (iscoroutine(x) || isasyncgen(x)) return 'coroutine';
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
