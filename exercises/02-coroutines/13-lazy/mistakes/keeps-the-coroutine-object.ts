// fails: everyone who awaits gets the value
// fails: those who wait together wait for the same run
// fails: an error of fn goes to everyone who awaits
// says: coroutine is being awaited already
// says: It is not made for several who wait
import { awaitSymbol, gather, run, sleep, type Coroutine } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  coroutine: Coroutine<T> | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  [awaitSymbol](): Iterator<unknown, T> {
    this.coroutine ??= this.fn() as unknown as Coroutine<T>;
    return this.coroutine[awaitSymbol]();
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
