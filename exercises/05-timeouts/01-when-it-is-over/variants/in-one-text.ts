// The lines as one text, split.
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

export const printed = 'clearing up,cleared up,timeout'.split(',');
export const seconds = 4.0;
