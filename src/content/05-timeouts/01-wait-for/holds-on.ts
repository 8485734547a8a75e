import { CancelledError, run, sleep, waitFor } from 'asyncio';

async function stubborn() {
  try {
    await sleep(400);
    return 'the whole result';
  } catch (error) {
    if (error instanceof CancelledError) return 'half a result';
    throw error;
  }
}

async function main() {
  console.log(await waitFor(stubborn(), 1));
}

run(main());
