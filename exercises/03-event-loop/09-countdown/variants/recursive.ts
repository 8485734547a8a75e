// Counts by calling itself: one coroutine awaits the next.
import { gather, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  if (from < 1) return;
  console.log(`${name} ${from}`);
  await sleep(-1);
  await countdown(name, from - 1);
}

export const main = async (): Promise<void> => {
  await gather(...['a', 'b', 'c'].map((name) => countdown(name, 3)));
};

run(main());
