// The first one runs fn itself, and fills a future for all that come while it runs, and after.
import { awaitSymbol, gather, getRunningLoop, run, sleep, type Coroutine, type Future } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  future: Future<T> | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  [awaitSymbol](): Iterator<unknown, T> {
    if (this.future !== undefined) return this.future[awaitSymbol]();
    this.future = getRunningLoop().createFuture<T>();
    const first = this.fill(this.future) as unknown as Coroutine<T>;
    return first[awaitSymbol]();
  }

  private async fill(future: Future<T>): Promise<T> {
    try {
      future.setResult(await this.fn());
    } catch (error) {
      future.setException(error as Error);
    }
    return future.result();
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
