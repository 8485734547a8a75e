// fails: a future and a task are futures
// says: a task: you said 'other'
// says: a task is a future
import { createTask, Future, isasyncgen, iscoroutine, iscoroutinefunction, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  if (iscoroutine(x)) return 'coroutine';
  if (isasyncgen(x)) return 'async generator';
  if (iscoroutinefunction(x)) return 'coroutine function';
  if (typeof x === 'object' && x !== null && x.constructor === Future) return 'future';
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
