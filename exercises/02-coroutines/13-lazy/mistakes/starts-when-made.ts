// fails: fn does not run before the first await
// says: fn ran 1 time.
// says: Making a Lazy is not yet asking for its value
import { awaitSymbol, createTask, gather, run, sleep, type Task } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  readonly task: Task<T>;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
    this.task = createTask(fn());
  }

  [awaitSymbol](): Iterator<unknown, T> {
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
