import { createTask, run, shield, sleep, TimeoutError, wait, waitFor } from 'asyncio';

async function work(name: string): Promise<void> {
  await sleep(2);
  console.log(`${name} has ended`);
}

async function main(): Promise<void> {
  const one = createTask(work('waited for'));
  const two = createTask(work('shielded'));
  const three = createTask(work('limited'));
  await wait([one], { timeout: 1 });
  for (const awaited of [shield(two), three]) {
    try {
      await waitFor(awaited, 0.5);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log('timeout');
    }
  }
  await sleep(5);
}

run(main());
