// fails: the predicted lines are those that are printed
// says: nobody cancels it when the other one fails
import { gather, run, sleep } from 'asyncio';

async function quick(): Promise<void> {
  await sleep(1);
  throw new Error('quick has failed');
}

async function slow(): Promise<void> {
  await sleep(5);
  console.log('slow is done');
}

async function main(): Promise<void> {
  try {
    await gather(quick(), slow());
  } catch {
    console.log('main has caught it');
  }
  await sleep(10);
  console.log('main is done');
}

run(main());

export const printed: [seconds: number, line: string][] = [
  [1, 'main has caught it'],
  [11, 'main is done'],
];
