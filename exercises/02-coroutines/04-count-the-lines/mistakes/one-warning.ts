// fails: the predicted number of warnings is the number that Python gives
// says: 1 would be one warning for the whole program
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

export const linesPrinted = 0;
export const neverAwaited = 1;
