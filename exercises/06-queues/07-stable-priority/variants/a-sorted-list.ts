// One list, kept in order by a stable sort, and a semaphore for those who wait.
import { run, Semaphore } from 'asyncio';

/** Jobs with a priority. The smallest number goes first; among equals, whoever came first. */
export class JobQueue<J> {
  #jobs: { priority: number; job: J }[] = [];
  readonly #there = new Semaphore(0);

  put(priority: number, job: J): void {
    this.#jobs.push({ priority, job });
    this.#jobs.sort((a, b) => a.priority - b.priority);
    this.#there.release();
  }

  async get(): Promise<J> {
    await this.#there.acquire();
    const next = this.#jobs.shift();
    if (next === undefined) throw new RangeError('a job was promised, and there is none');
    return next.job;
  }
}

async function main(): Promise<void> {
  const jobs = new JobQueue<{ name: string }>();
  jobs.put(2, { name: 'tidy up' });
  jobs.put(1, { name: 'answer the phone' });
  jobs.put(2, { name: 'water the plants' });
  jobs.put(1, { name: 'open the door' });
  for (let n = 0; n < 4; n += 1) console.log((await jobs.get()).name);
}

run(main());
