// fails: it can be awaited several times, and waits each time
// fails: making one does nothing yet
// says: the seconds count from the await
// says: each await counts its seconds anew
import { awaitSymbol, getRunningLoop, run, type Future } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;
  readonly future: Future<void>;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
    const loop = getRunningLoop();
    this.future = loop.createFuture<void>();
    loop.callLater(seconds, () => this.future.setResult());
  }

  *[awaitSymbol](): Generator<unknown, T> {
    yield* this.future[awaitSymbol]();
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
