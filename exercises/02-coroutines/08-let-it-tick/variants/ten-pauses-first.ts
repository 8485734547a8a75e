// Ten turns are asked for, and nothing says when.
import { createTask, gather, run, sleep } from 'asyncio';

/** Ticks whenever it gets a turn, at most fifty times. Leave it as it is. */
async function ticker(): Promise<void> {
  for (let n = 1; n <= 50; n += 1) {
    console.log(`tick ${n}`);
    await sleep(0);
  }
}

/** Looks at one item, and waits for nothing. Leave it as it is. */
async function check(item: number): Promise<boolean> {
  return item % 7 === 0;
}

/** The items that `check` says yes to, in their order. */
export async function checkAll(items: number[]): Promise<number[]> {
  for (let n = 0; n < 10; n += 1) await sleep(0);
  const yes = await gather(...items.map((item) => check(item)));
  return items.filter((_, n) => yes[n]);
}

export async function main(): Promise<void> {
  const task = createTask(ticker());
  const items = Array.from({ length: 200 }, (_, n) => n + 1);
  console.log('start');
  const found = await checkAll(items);
  console.log(`found ${found.length}`);
}

run(main());
