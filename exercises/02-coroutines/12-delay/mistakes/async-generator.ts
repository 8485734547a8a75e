// fails: await gives the value
// fails: await takes as long as the delay
// fails: it can be awaited several times, and waits each time
// fails: two tasks can await it at the same time
// fails: making one does nothing yet
// says: __await__() returned non-iterator of type 'async_generator'
import { awaitSymbol, run, sleep } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
  }

  async *[awaitSymbol](): AsyncGenerator<unknown, T> {
    await sleep(this.seconds);
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
