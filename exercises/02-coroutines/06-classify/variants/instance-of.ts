// By class for futures, by type first for the rest.
import { createTask, Future, isasyncgen, isawaitable, iscoroutine, iscoroutinefunction, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  if (typeof x === 'function') return iscoroutinefunction(x) ? 'coroutine function' : 'other';
  if (typeof x !== 'object' || x === null) return 'other';
  if (x instanceof Future) return 'future';
  if (!isawaitable(x)) return isasyncgen(x) ? 'async generator' : 'other';
  return iscoroutine(x) ? 'coroutine' : 'other';
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
