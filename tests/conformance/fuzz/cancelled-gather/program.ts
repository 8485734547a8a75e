import { CancelledError, createTask, type Future, gather, getRunningLoop, run, sleep } from 'asyncio';

async function slow(future: Future) {
  try {
    await future;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log('slow cleans up');
    await sleep(0);
    throw error;
  }
}

async function main() {
  const loop = getRunningLoop();
  const last = createTask(slow(loop.createFuture()));

  async function both() {
    const inner = gather(loop.createFuture(), { returnExceptions: true });
    await gather(slow(loop.createFuture()), inner, last, { returnExceptions: true });
  }

  const awaiter = createTask(both());
  await sleep(0);
  await sleep(0);
  last.cancel('of the last argument');
  for (let i = 0; i < 4; i += 1) await sleep(0);
  awaiter.cancel('of the awaiter');
  try {
    await awaiter;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`cancelled: ${error.message}`);
  }
}

run(main());
