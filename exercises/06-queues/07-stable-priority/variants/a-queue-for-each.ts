// A list for each priority, and a queue that only counts.
import { Queue, run } from 'asyncio';

/** Jobs with a priority. The smallest number goes first; among equals, whoever came first. */
export class JobQueue<J> {
  readonly #byPriority = new Map<number, J[]>();
  readonly #there = new Queue<null>();

  put(priority: number, job: J): void {
    this.#byPriority.set(priority, [...(this.#byPriority.get(priority) ?? []), job]);
    this.#there.putNowait(null);
  }

  async get(): Promise<J> {
    await this.#there.get();
    const first = Math.min(...this.#byPriority.keys());
    const [job, ...rest] = this.#byPriority.get(first) as [J, ...J[]];
    if (rest.length > 0) this.#byPriority.set(first, rest);
    else this.#byPriority.delete(first);
    return job;
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
