// fails: the predicted order of the printed numbers is the order in which they are printed
// fails: the predicted results are what gather gives
// says: You predicted [3, 2, 1]
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

export const printed: number[] = [3, 2, 1];
export const results: number[] = [3, 2, 1];
export const seconds = 3;
