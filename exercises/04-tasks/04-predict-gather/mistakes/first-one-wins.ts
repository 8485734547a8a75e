// fails: the predicted results are what gather gives
// fails: the predicted seconds are those that pass
// says: gather waited for all three
// says: one result for each argument
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
export const results: number[] = [1];
export const seconds = 1;
