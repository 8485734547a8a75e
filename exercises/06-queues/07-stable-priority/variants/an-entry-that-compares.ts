// The job stands beside its entry in a map, so that only numbers are ever compared.
import { PriorityQueue, run } from 'asyncio';

/** Jobs with a priority. The smallest number goes first; among equals, whoever came first. */
export class JobQueue<J> {
  readonly #queue = new PriorityQueue<[number, number]>();
  readonly #jobs = new Map<number, J>();
  #next = 0;

  put(priority: number, job: J): void {
    const ticket = this.#next;
    this.#next += 1;
    this.#jobs.set(ticket, job);
    this.#queue.putNowait([priority, ticket]);
  }

  async get(): Promise<J> {
    const [, ticket] = await this.#queue.get();
    const job = this.#jobs.get(ticket) as J;
    this.#jobs.delete(ticket);
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
