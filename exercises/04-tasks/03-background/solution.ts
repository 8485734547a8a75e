import { createTask, run, sleep, wait, type Task } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  readonly #tasks = new Set<Task<unknown>>();

  start(name: string, work: Promise<unknown>): void {
    const task = createTask(work);
    this.#tasks.add(task);
    task.addDoneCallback(() => {
      this.#tasks.delete(task);
      if (task.cancelled()) return;
      const error = task.exception();
      if (error instanceof Error) console.log(`${name} failed: ${error.message}`);
    });
  }

  running(): number {
    return this.#tasks.size;
  }

  async close(): Promise<void> {
    while (this.#tasks.size > 0) await wait([...this.#tasks]);
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
