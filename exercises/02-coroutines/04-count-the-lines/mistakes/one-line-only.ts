// fails: the predicted number of lines is the number that the program prints
// says: You predicted 1 line. The program printed 0 lines
import { run, sleep } from 'asyncio';

async function knock(): Promise<void> {
  console.log('knock');
}

async function ask(): Promise<void> {
  console.log('asking');
  await sleep(1);
  console.log('answered');
}

async function goodbye(): Promise<void> {
  console.log('goodbye');
}

async function main(): Promise<void> {
  knock();
  ask();
  goodbye();
}

run(main());

export const linesPrinted = 1;
export const neverAwaited = 3;
