// fails: await gives the value
// fails: await takes as long as the delay
// fails: it can be awaited several times, and waits each time
// fails: two tasks can await it at the same time
// fails: making one does nothing yet
// says: To be awaitable is not yet to be an iterator
import { awaitSymbol, run, sleep } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    yield* sleep(this.seconds) as unknown as Generator<unknown>;
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
