// fails: seven items and three workers take three rounds
// fails: a worker takes the next item as soon as it is free
// fails: the results stand in the order of the items
// fails: every item is worked on once, and nothing is left running
// says: deadlock
// says: Task-4 (worker)
import { gather, Queue, run, sleep } from 'asyncio';

/** What `work` gives for each item, in the order of the items; at most `workers` at the same time. */
export async function runPool<I, O>(items: I[], work: (item: I) => Promise<O>, workers: number): Promise<O[]> {
  const queue = new Queue<[number, I] | null>();
  items.forEach((item, at) => {
    queue.putNowait([at, item]);
  });
  queue.putNowait(null);
  const results: O[] = [];
  const worker = async (): Promise<void> => {
    for (let next = await queue.get(); next !== null; next = await queue.get()) {
      const [at, item] = next;
      results[at] = await work(item);
    }
  };
  await gather(...Array.from({ length: workers }, () => worker()));
  return results;
}

async function square(n: number): Promise<number> {
  await sleep(1);
  console.log(`squared ${n}`);
  return n * n;
}

async function main(): Promise<void> {
  console.log(await runPool([1, 2, 3, 4, 5, 6, 7], square, 3));
}

run(main());
