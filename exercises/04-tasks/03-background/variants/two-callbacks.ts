// One callback lets go, another one tells.
import { createTask, gather, run, sleep, type Task } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  readonly #tasks = new Set<Task<unknown>>();

  start(name: string, work: Promise<unknown>): void {
    const task = createTask(work);
    this.#tasks.add(task);
    task.addDoneCallback(() => this.#tasks.delete(task));
    task.addDoneCallback(() => {
      this.#tell(name, task);
    });
  }

  #tell(name: string, task: Task<unknown>): void {
    if (task.cancelled()) return;
    const error = task.exception();
    if (error instanceof Error) console.log(`${name} failed: ${error.message}`);
  }

  running(): number {
    return this.#tasks.size;
  }

  async close(): Promise<void> {
    while (this.#tasks.size > 0) await gather(...this.#tasks, { returnExceptions: true });
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
