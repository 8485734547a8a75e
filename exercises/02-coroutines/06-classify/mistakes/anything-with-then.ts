// fails: everything else is other
// says: an object with a method `then`: you said 'coroutine'
import { createTask, isasyncgen, iscoroutinefunction, isfuture, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: unknown): Kind {
  if (isasyncgen(x)) return 'async generator';
  if (iscoroutinefunction(x)) return 'coroutine function';
  if (isfuture(x)) return 'future';
  if (typeof x === 'object' && x !== null && 'then' in x) return 'coroutine';
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
