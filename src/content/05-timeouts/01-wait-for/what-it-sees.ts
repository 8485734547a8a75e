import { CancelledError, getRunningLoop, run, sleep, TimeoutError, waitFor } from 'asyncio';

async function slowOp() {
  try {
    await sleep(400);
    console.log('completed');
  } catch (error) {
    if (error instanceof CancelledError) console.log('slow_op is cancelled');
    throw error;
  }
}

async function main() {
  const loop = getRunningLoop();
  const start = loop.time();
  try {
    await waitFor(slowOp(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`main gets a TimeoutError after ${(loop.time() - start).toFixed(0)} s`);
  }
  await sleep(500);
  console.log(`nothing more came in ${(loop.time() - start).toFixed(0)} s`);
}

run(main());
