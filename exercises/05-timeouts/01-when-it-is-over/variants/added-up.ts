// The times by their parts.
import { run, sleep, TimeoutError, waitFor } from 'asyncio';

async function slowOp(): Promise<void> {
  try {
    await sleep(400);
    console.log('completed');
  } finally {
    console.log('clearing up');
    await sleep(3);
    console.log('cleared up');
  }
}

async function main(): Promise<void> {
  try {
    await waitFor(slowOp(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('timeout');
  }
}

run(main());

const limit = 1;
const clearing = 3;
export const seconds = limit + clearing;
export const printed = ['clearing up', 'cleared up', 'timeout'];
