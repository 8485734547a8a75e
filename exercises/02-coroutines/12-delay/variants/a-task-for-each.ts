import { awaitSymbol, createTask, run, sleep } from 'asyncio';

/** Awaited, it gives `value` after `seconds`, each time. */
export class Delay<T> {
  readonly seconds: number;
  readonly value: T;

  constructor(seconds: number, value: T) {
    this.seconds = seconds;
    this.value = value;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    const task = createTask(sleep(this.seconds));
    yield* task[awaitSymbol]();
    return this.value;
  }
}

async function main(): Promise<void> {
  const soon = new Delay(1, 'one second later');
  console.log(await soon);
  console.log(await soon);
}

run(main());
