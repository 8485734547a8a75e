// fails: those who wait together wait for the same run
// fails: who comes late gets the value at once
// fails: an error of fn goes to everyone who awaits
// says: got settings at 2.2 s, and not at 2 s
import { awaitSymbol, createTask, gather, run, sleep, type Coroutine, type Task } from 'asyncio';

/** Awaited, it gives what `fn` gives. `fn` runs once, at the first await, however many there are. */
export class Lazy<T> {
  readonly fn: () => Promise<T>;
  task: Task<T> | undefined;

  constructor(fn: () => Promise<T>) {
    this.fn = fn;
  }

  [awaitSymbol](): Iterator<unknown, T> {
    const value = this.get() as unknown as Coroutine<T>;
    return value[awaitSymbol]();
  }

  private async get(): Promise<T> {
    this.task ??= createTask(this.fn());
    while (!this.task.done()) await sleep(0.55);
    return this.task.result();
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
