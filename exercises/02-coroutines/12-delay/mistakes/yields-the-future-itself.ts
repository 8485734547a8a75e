// fails: await gives the value
// fails: await takes as long as the delay
// fails: it can be awaited several times, and waits each time
// fails: two tasks can await it at the same time
// fails: making one does nothing yet
// says: yield was used instead of yield from
import { awaitSymbol, getRunningLoop, run } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    const loop = getRunningLoop();
    const future = loop.createFuture<void>();
    loop.callLater(this.seconds, () => future.setResult());
    yield future;
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
