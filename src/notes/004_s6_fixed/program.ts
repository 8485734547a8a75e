import { run, sleep, TimeoutError, waitFor } from 'asyncio';
import * as asyncio from 'asyncio';

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

run(main());
console.log(asyncio.TimeoutError === TimeoutError ? 'True' : 'False');
