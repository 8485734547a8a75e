// fails: the predicted order of the printed numbers is the order in which they are printed
// fails: the predicted results are what gather gives
// says: the results stand in the order of the arguments
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

export const printed: number[] = [3, 1, 2];
export const results: number[] = [1, 2, 3];
export const seconds = 3;
