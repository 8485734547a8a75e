// fails: jobs that are put late find their place
// says: b2 was there before b3
import { PriorityQueue, run } from 'asyncio';

/** Jobs with a priority. The smallest number goes first; among equals, whoever came first. */
export class JobQueue<J> {
  readonly #queue = new PriorityQueue<[number, number, J]>();

  put(priority: number, job: J): void {
    // A number that is not in use: there are so many in it.
    const place = this.#queue.qsize();
    this.#queue.putNowait([priority, place, job]);
  }

  async get(): Promise<J> {
    const [, , job] = await this.#queue.get();
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
