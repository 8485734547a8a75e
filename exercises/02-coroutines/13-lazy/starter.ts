import { awaitSymbol, gather, run, sleep } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    // TODO: run `fn` at the first await, once, and give its value to everyone
    return undefined as T;
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
