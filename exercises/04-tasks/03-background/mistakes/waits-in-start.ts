// fails: what is started runs, and start does not wait
// fails: an error is logged once, when it happens
// fails: it knows what is running, and nothing else
// fails: close waits for everything, also for what was started meanwhile
// fails: nothing is lost without a word
// says: coroutine
import { run, sleep } from 'asyncio';

/** Works that are begun and forgotten, by everybody but this. */
export class Background {
  #running = 0;

  async start(name: string, work: Promise<unknown>): Promise<void> {
    this.#running += 1;
    try {
      await work;
    } catch (error) {
      if (error instanceof Error) console.log(`${name} failed: ${error.message}`);
    }
    this.#running -= 1;
  }

  running(): number {
    return this.#running;
  }

  async close(): Promise<void> {
    await sleep(0);
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
