import { createTask, FIRST_EXCEPTION, getRunningLoop, run, sleep, ValueError, wait } from 'asyncio';

async function job(seconds: number, error?: Error) {
  await sleep(seconds);
  if (error !== undefined) {
    throw error;
  }
  return seconds;
}

async function main() {
  const loop = getRunningLoop();
  const cancelled = createTask(job(9));
  loop.callLater(1, () => cancelled.cancel());
  const fine = createTask(job(2));
  let failing = createTask(job(3, new ValueError('three')));
  let slow = createTask(job(4));
  const tasks = [cancelled, fine, failing, slow];
  let [done, pending] = await wait(tasks, { returnWhen: FIRST_EXCEPTION });
  console.log(`${loop.time()}: ${done.size} done, ${pending.size} pending`);
  [done, pending] = await wait(tasks, { returnWhen: FIRST_EXCEPTION });
  console.log(`again at ${loop.time()}: ${done.size} done, ${pending.size} pending`);
  [done, pending] = await wait([cancelled, fine, slow], { returnWhen: FIRST_EXCEPTION });
  console.log(`none at ${loop.time()}: ${done.size} done, ${pending.size} pending`);
  failing = createTask(job(1, new ValueError('one')));
  slow = createTask(job(2));
  [done, pending] = await wait([failing, slow], { timeout: 0.5, returnWhen: FIRST_EXCEPTION });
  console.log(`too early at ${loop.time()}: ${done.size} done, ${pending.size} pending`);
  await wait([slow, failing], { returnWhen: FIRST_EXCEPTION });
  console.log(`at ${loop.time()}: ${(failing.exception() as Error).message}`);
}

run(main());
