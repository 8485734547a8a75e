import { awaitSymbol, ensureFuture, gather, run, sleep, type Future } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  task: Future<T> | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    if (this.task === undefined) this.task = ensureFuture(this.fn());
    return yield* this.task[awaitSymbol]();
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
