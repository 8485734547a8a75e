import { gather, run, sleep } from 'asyncio';

async function wait(seconds: number): Promise<number> {
  await sleep(seconds);
  console.log(seconds);
  return seconds;
}

async function main(): Promise<void> {
  const answers = await gather(wait(3), wait(1), wait(2));
  console.log('results:', answers);
}

run(main());

// TODO: your predictions
export const printed: number[] = [];
export const results: number[] = [];
export const seconds = -1;
