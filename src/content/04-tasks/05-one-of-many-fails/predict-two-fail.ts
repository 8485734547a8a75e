import { gather, run, sleep } from 'asyncio';

async function job(name: string, seconds: number): Promise<void> {
  await sleep(seconds);
  if (name !== 'C') throw new Error(name);
  console.log(`${name} is done`);
}

async function main(): Promise<void> {
  try {
    await gather(job('A', 2), job('B', 1), job('C', 3));
  } catch (error) {
    console.log(`caught ${(error as Error).message}`);
  }
  await sleep(5);
  console.log('end');
}

run(main());
