// fails: an error is logged once, when it happens
// fails: close waits for everything, also for what was started meanwhile
// fails: nothing is lost without a word
// says: it raised Error
import { createTask, gather, run, sleep, type Task } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  readonly #tasks = new Map<string, Task<unknown>>();

  start(name: string, work: Promise<unknown>): void {
    this.#tasks.set(name, createTask(work));
  }

  running(): number {
    return [...this.#tasks.values()].filter((task) => !task.done()).length;
  }

  async close(): Promise<void> {
    while (this.running() > 0) await gather(...this.#tasks.values());
    for (const [name, task] of this.#tasks) {
      const error = task.cancelled() ? undefined : task.exception();
      if (error instanceof Error) console.log(`${name} failed: ${error.message}`);
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
