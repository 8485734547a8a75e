// The waiting is an async method; its coroutine object has the iterator.
import { awaitSymbol, run, sleep, type Coroutine } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
  }

  private async wait(): Promise<T> {
    await sleep(this.seconds);
    return this.value;
  }

  [awaitSymbol](): IterableIterator<unknown, T> {
    const waiting = this.wait() as unknown as Coroutine<T>;
    return waiting[awaitSymbol]();
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
