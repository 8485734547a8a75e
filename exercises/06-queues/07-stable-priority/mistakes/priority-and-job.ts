// fails: jobs of one priority come in the order in which they were put
// fails: a job may be anything
// says: not supported between
import { PriorityQueue, run } from 'asyncio';

/** Jobs with a priority. The smallest number goes first; among equals, whoever came first. */
export class JobQueue<J> {
  readonly #queue = new PriorityQueue<[number, J]>();

  put(priority: number, job: J): void {
    this.#queue.putNowait([priority, job]);
  }

  async get(): Promise<J> {
    const [, job] = await this.#queue.get();
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
