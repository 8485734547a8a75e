// fails: an error is logged once, when it happens
// fails: nothing is lost without a word
// says: This was printed
import { createTask, run, sleep, wait, type Task } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  readonly #tasks = new Map<Task<unknown>, string>();

  start(name: string, work: Promise<unknown>): void {
    this.#tasks.set(createTask(work), name);
  }

  running(): number {
    return [...this.#tasks.keys()].filter((task) => !task.done()).length;
  }

  async close(): Promise<void> {
    while (this.running() > 0) await wait([...this.#tasks.keys()]);
    for (const [task, name] of this.#tasks) {
      if (!task.cancelled() && task.exception() instanceof Error) console.log(`${name} failed: ${(task.exception() as Error).message}`);
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
