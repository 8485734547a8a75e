import { CancelledError, createTask, currentTask, gather, getRunningLoop, run, sleep, ValueError } from 'asyncio';
import * as time from 'time';

async function child(seconds: number) {
  await sleep(seconds);
  return seconds;
}

async function main() {
  const task = createTask(child(9), { name: 'u' });
  await sleep(0);
  task.cancel('stop');
  try {
    await task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`cancelled: ${error.message}`);
  }
  console.log(`[${(await gather(child(1), child(0.5))).join(', ')}]`);
  currentTask()!.cancel();
  currentTask()!.uncancel();
  time.sleep(2);
  const loop = getRunningLoop();
  loop.callLater(1, () => undefined).cancel();
  try {
    await gather(child(3), fails(), child(4));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(`${loop.time()} ${error.message}`);
  }
  const results = await gather(child(1), fails(), { returnExceptions: true });
  console.log(`${results[0] as number} ${(results[1] as Error).message}`);
  const left = createTask(child(100), { name: 'left' });
  await sleep(0);
}

async function fails() {
  await sleep(1);
  throw new ValueError('no');
}

run(main());
