// fails: it can be awaited several times, and waits each time
// fails: two tasks can await it at the same time
// fails: making one does nothing yet
// says: a coroutine object runs once
// says: coroutine 'sleep' was never awaited
import { awaitSymbol, run, sleep, type Coroutine } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;
  readonly waiting: Coroutine<void>;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
    this.waiting = sleep(seconds) as unknown as Coroutine<void>;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    yield* this.waiting[awaitSymbol]();
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
