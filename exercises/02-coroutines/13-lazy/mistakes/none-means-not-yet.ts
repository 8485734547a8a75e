// fails: fn runs once, however many await it
// fails: who comes late gets the value at once
// says: and fn ran 3 times
// says: got None at 6 s
import { awaitSymbol, createTask, gather, run, sleep, type Task } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  value: T | undefined;
  task: Task<T> | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  *[awaitSymbol](): Generator<unknown, T> {
    if (this.value !== undefined) return this.value;
    this.task ??= createTask(this.fn());
    const task = this.task;
    this.value = yield* task[awaitSymbol]();
    if (this.task === task) this.task = undefined;
    return this.value;
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
