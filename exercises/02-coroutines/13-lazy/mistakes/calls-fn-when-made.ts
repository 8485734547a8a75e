// fails: fn does not run before the first await
// says: was never awaited
// says: The coroutine object was made before anybody asked for it
import { awaitSymbol, createTask, gather, run, sleep, type Task } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  readonly called: Promise<T>;
  task: Task<T> | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
    this.called = fn();
  }

  [awaitSymbol](): Iterator<unknown, T> {
    this.task ??= createTask(this.called);
    return this.task[awaitSymbol]();
  }
}

async function readSettings(): Promise<string> {
  console.log('reading');
  await sleep(2);
  return 'the settings';
}

async function main(): Promise<void> {
  const settings = new Lazy(readSettings);
  console.log(await gather(use(settings), use(settings)));
}

async function use(settings: unknown): Promise<unknown> {
  return await settings;
}

run(main());
