import { createTask, run, sleep } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  start(name: string, work: Promise<unknown>): void {
    // TODO: nobody holds on to this task, and nobody hears of its error
    createTask(work, { name });
  }

  running(): number {
    return 0;
  }

  async close(): Promise<void> {
    await sleep(10);
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
