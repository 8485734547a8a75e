import { sleep, TimeoutError, waitFor } from 'asyncio';

async function slowOp() {
  await sleep(400);
  console.log('completed');
}

async function main() {
  try {
    await waitFor(slowOp(), 1.0);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('timeout');
  }
}
