// fails: seven items and three workers take three rounds
// fails: never more than the given number work at the same time
// fails: a worker takes the next item as soon as it is free
// says: it took 7 s
import { run, sleep } from 'asyncio';

/** What `work` gives for each item, in the order of the items; at most `workers` at the same time. */
export async function runPool<I, O>(items: I[], work: (item: I) => Promise<O>, workers: number): Promise<O[]> {
  const results: O[] = [];
  for (const item of items) results.push(await work(item));
  return results.slice(0, workers * items.length);
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
