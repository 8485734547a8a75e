// fails: an error of the work comes out
// says: its result is missing
import { gather, Queue, run, sleep } from 'asyncio';

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
      try {
        results[at] = await work(item);
      } catch {
        console.log('an item failed');
      }
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
