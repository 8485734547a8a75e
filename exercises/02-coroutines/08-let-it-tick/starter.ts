import { createTask, run, sleep } from 'asyncio';

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
  // TODO: nobody else gets a turn while this goes through the items
  const found: number[] = [];
  for (const item of items) {
    if (await check(item)) found.push(item);
  }
  return found;
}

export async function main(): Promise<void> {
  const task = createTask(ticker());
  const items = Array.from({ length: 200 }, (_, n) => n + 1);
  console.log('start');
  const found = await checkAll(items);
  console.log(`found ${found.length}`);
}

run(main());
