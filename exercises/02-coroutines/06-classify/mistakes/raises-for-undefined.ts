// fails: everything else is other
// says: undefined: classify raised TypeError
import { createTask, Future, isasyncgen, iscoroutine, iscoroutinefunction, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

export function classify(x: any): Kind {
  if (iscoroutine(x)) return 'coroutine';
  if (isasyncgen(x)) return 'async generator';
  if (iscoroutinefunction(x)) return 'coroutine function';
  if (x.constructor === Future || x instanceof Future) return 'future';
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
