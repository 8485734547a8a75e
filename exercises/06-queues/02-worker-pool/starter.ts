import { gather, run, sleep } from 'asyncio';

/** What `work` gives for each item, in the order of the items; at most `workers` at the same time. */
export async function runPool<I, O>(items: I[], work: (item: I) => Promise<O>, workers: number): Promise<O[]> {
  // TODO: no more than `workers` at the same time
  return await gather(...items.map((item) => work(item)));
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
