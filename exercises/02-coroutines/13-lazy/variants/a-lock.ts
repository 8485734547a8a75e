// One at a time comes in, and only the first finds nothing there.
import { asyncWith, awaitSymbol, gather, Lock, run, sleep, type Coroutine } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  readonly lock = new Lock();
  outcome: { value: T } | { error: unknown } | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  [awaitSymbol](): Iterator<unknown, T> {
    const value = this.get() as unknown as Coroutine<T>;
    return value[awaitSymbol]();
  }

  private async get(): Promise<T> {
    const outcome = await asyncWith(this.lock, async () => (this.outcome ??= await this.ask()));
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  private async ask(): Promise<{ value: T } | { error: unknown }> {
    try {
      return { value: await this.fn() };
    } catch (error) {
      return { error };
    }
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
