// A count, and an event that is set when it comes down to zero.
import { createTask, Event, run, sleep, type Task } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  readonly #kept = new Map<number, Task<unknown>>();
  readonly #idle = new Event();
  #number = 0;

  start(name: string, work: Promise<unknown>): void {
    const number = this.#number;
    this.#number += 1;
    const task = createTask(work, { name });
    this.#kept.set(number, task);
    this.#idle.clear();
    task.addDoneCallback((ended) => {
      this.#kept.delete(number);
      if (this.#kept.size === 0) this.#idle.set();
      if (!ended.cancelled() && ended.exception() !== undefined) {
        console.log(`${name} failed: ${(ended.exception() as Error).message}`);
      }
    });
  }

  running(): number {
    return this.#kept.size;
  }

  async close(): Promise<void> {
    while (this.#kept.size > 0) await this.#idle.wait();
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
