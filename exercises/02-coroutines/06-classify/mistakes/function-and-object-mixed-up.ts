// fails: what a call of an async function gives is a coroutine
// fails: an async function itself is a coroutine function
// says: a recipe
// says: is what the call made
import { createTask, isasyncgen, iscoroutine, iscoroutinefunction, isfuture, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  if (iscoroutinefunction(x)) return 'coroutine';
  if (iscoroutine(x)) return 'coroutine function';
  if (isasyncgen(x)) return 'async generator';
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
