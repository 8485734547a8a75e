// fails: fn runs once, however many await it
// fails: those who wait together wait for the same run
// fails: who comes late gets the value at once
// fails: an error of fn goes to everyone who awaits
// says: fn ran 5 times
// says: got settings at 3 s
import { awaitSymbol, createTask, gather, run, sleep } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  [awaitSymbol](): Iterator<unknown, T> {
    return createTask(this.fn())[awaitSymbol]();
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
