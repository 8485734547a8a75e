// fails: the predicted seconds are those that pass
// says: The clearing up alone takes 3 s
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

export const printed: string[] = ['clearing up', 'cleared up', 'timeout'];
export const seconds = 3;
