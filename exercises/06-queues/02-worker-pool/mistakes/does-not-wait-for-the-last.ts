// fails: seven items and three workers take three rounds
// fails: never more than the given number work at the same time
// fails: a worker takes the next item as soon as it is free
// fails: the results stand in the order of the items
// fails: every item is worked on once, and nothing is left running
// fails: an error of the work comes out
// says: nothing
import { createTask, Queue, run, sleep } from 'asyncio';

/** What `work` gives for each item, in the order of the items; at most `workers` at the same time. */
export async function runPool<I, O>(items: I[], work: (item: I) => Promise<O>, workers: number): Promise<O[]> {
  const queue = new Queue<[number, I]>();
  items.forEach((item, at) => {
    queue.putNowait([at, item]);
  });
  const results: O[] = [];
  const worker = async (): Promise<void> => {
    while (!queue.empty()) {
      const [at, item] = queue.getNowait();
      results[at] = await work(item);
    }
  };

  for (let n = 0; n < workers; n += 1) createTask(worker());
  while (!queue.empty()) await sleep(0);
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
