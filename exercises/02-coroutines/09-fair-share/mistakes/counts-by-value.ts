// fails: others have a turn after every n-th item, and nowhere else
// says: that can be divided by n
import { gather, run, sleep } from 'asyncio';

/** Looks at one item, at once. Leave it as it is. */
export function look(item: number): number {
  console.log(`item ${item}`);
  return item * item;
}

/** What `look` gives for each item, in order. After every n-th item all other tasks have a turn. */
export async function fair(items: number[], n: number): Promise<number[]> {
  const results: number[] = [];
  for (const item of items) {
    results.push(look(item));
    if (item % n === 0) await sleep(0);
  }
  return results;
}

async function main(): Promise<void> {
  await gather(fair([1, 2, 3, 4, 5], 2), fair([11, 12, 13, 14, 15], 2));
}

run(main());
