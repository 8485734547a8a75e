import { gather, run, sleep, TimeoutError, waitFor } from 'asyncio';

async function ask(name: string, seconds: number, limit: number): Promise<void> {
  try {
    await waitFor(sleep(seconds), limit);
    console.log(`${name}: answered`);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`${name}: timeout`);
  }
}

async function main(): Promise<void> {
  await gather(ask('A', 3, 4), ask('B', 5, 2), ask('C', 1, 9));
}

run(main());
