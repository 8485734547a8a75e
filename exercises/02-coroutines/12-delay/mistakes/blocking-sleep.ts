// fails: await takes as long as the delay
// fails: two tasks can await it at the same time
// says: An await is to hold nobody else
import { awaitSymbol, run } from 'asyncio';
import * as time from 'time';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    time.sleep(this.seconds);
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
