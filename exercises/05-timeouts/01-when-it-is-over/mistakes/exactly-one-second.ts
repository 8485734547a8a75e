// fails: the predicted lines are those that are printed
// fails: the predicted seconds are those that pass
// says: wait_for waits for the cancelled operation to finish
// says: It took 4 s. After 1 s the operation was only cancelled
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

export const printed: string[] = ['clearing up', 'timeout', 'cleared up'];
export const seconds = 1;
