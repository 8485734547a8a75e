// Each work is awaited by a coroutine of the class, which logs.
import { CancelledError, createTask, gather, run, sleep, type Task } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  readonly #tasks: Task<void>[] = [];
  #running = 0;

  start(name: string, work: Promise<unknown>): void {
    this.#running += 1;
    this.#tasks.push(createTask(this.#watch(name, work)));
  }

  async #watch(name: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (error instanceof Error) console.log(`${name} failed: ${error.message}`);
    } finally {
      this.#running -= 1;
    }
  }

  running(): number {
    return this.#running;
  }

  async close(): Promise<void> {
    for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) {
      await gather(task, { returnExceptions: true });
    }
  }
}

async function errand(seconds: number): Promise<void> {
  await sleep(seconds);
  if (seconds === 2) throw new Error('shop closed');
}

async function main(): Promise<void> {
  const background = new Background();
  background.start('bread', errand(1));
  background.start('cheese', errand(2));
  background.start('wine', errand(3));
  console.log('meanwhile, something else');
  await background.close();
  console.log(background.running(), 'running');
}

run(main());
