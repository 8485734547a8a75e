// One mark of the end for each worker, behind all items.
import { gather, Queue, run, sleep } from 'asyncio';

/** What `work` gives for each item, in the order of the items; at most `workers` at the same time. */
export async function runPool<I, O>(items: I[], work: (item: I) => Promise<O>, workers: number): Promise<O[]> {
  const END = Symbol('end');
  const queue = new Queue<{ at: number; item: I } | typeof END>();
  for (const [at, item] of items.entries()) await queue.put({ at, item });
  for (let n = 0; n < workers; n += 1) await queue.put(END);
  const results = new Array<O>(items.length);
  async function worker(): Promise<void> {
    for (;;) {
      const next = await queue.get();
      if (next === END) return;
      results[next.at] = await work(next.item);
    }
  }
  await gather(...Array.from({ length: workers }, worker));
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
