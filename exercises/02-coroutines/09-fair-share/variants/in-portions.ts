import { gather, run, sleep } from 'asyncio';

/** Looks at one item, at once. Leave it as it is. */
export function look(item: number): number {
  console.log(`item ${item}`);
  return item * item;
}

/** What `look` gives for each item, in order. After every n-th item all other tasks have a turn. */
export async function fair(items: number[], n: number): Promise<number[]> {
  const results: number[] = [];
  for (let from = 0; from < items.length; from += n) {
    results.push(...items.slice(from, from + n).map((item) => look(item)));
    await sleep(0);
  }
  return results;
}

async function main(): Promise<void> {
  await gather(fair([1, 2, 3, 4, 5], 2), fair([11, 12, 13, 14, 15], 2));
}

run(main());
