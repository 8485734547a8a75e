// fails: the predicted results are what gather gives
// says: [1, 2, 3] is the order in which they ended
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

export const printed: number[] = [1, 2, 3];
export const results: number[] = [1, 2, 3];
export const seconds = 3;
