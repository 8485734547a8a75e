// fails: fn runs once, however many await it
// fails: those who wait together wait for the same run
// fails: an error of fn goes to everyone who awaits
// says: fn ran 3 times
// says: got ValueError: no such file at 3 s
import { awaitSymbol, createTask, gather, run, sleep } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  isThere = false;
  value: T | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    if (!this.isThere) {
      this.value = yield* createTask(this.fn())[awaitSymbol]();
      this.isThere = true;
    }
    return this.value as T;
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
