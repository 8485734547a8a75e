// One line of three.
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

export const [printed, results, seconds] = [[1, 2, 3], [3, 1, 2], 3.0] as const;
