// A future of its own for each await, filled by a timer.
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
    const future = loop.createFuture<T>();
    loop.callLater(this.seconds, () => future.setResult(this.value));
    return yield* future[awaitSymbol]();
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
