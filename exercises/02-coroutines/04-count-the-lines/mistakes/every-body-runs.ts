// fails: the predicted number of lines is the number that the program prints
// says: 4 would be every line of the three bodies
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

export const linesPrinted = 4;
export const neverAwaited = 3;
