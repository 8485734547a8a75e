import { awaitSymbol, Event, gather, run, sleep, type Coroutine } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  isStarted = false;
  value: T | undefined;
  error: unknown;
  readonly isDone = new Event();

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  [awaitSymbol](): Iterator<unknown, T> {
    const value = this.get() as unknown as Coroutine<T>;
    return value[awaitSymbol]();
  }

  private async get(): Promise<T> {
    if (!this.isStarted) {
      this.isStarted = true;
      try {
        this.value = await this.fn();
      } catch (error) {
        this.error = error;
      }
      this.isDone.set();
    }
    await this.isDone.wait();
    if (this.error !== undefined) throw this.error;
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
