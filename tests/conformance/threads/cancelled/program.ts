import {
  asyncWith,
  CancelledError,
  createTask,
  getRunningLoop,
  run,
  shield,
  sleep,
  timeout,
  TimeoutError,
  toThread,
  waitFor,
} from 'asyncio';
import * as time from 'time';

const done: number[] = [];

function work(seconds: number): string {
  time.sleep(seconds);
  done.push(time.monotonic());
  return 'result';
}

async function main() {
  const loop = getRunningLoop();
  // The await is cancelled at once, the thread goes on.
  const task = createTask(toThread(work, 3));
  await sleep(1);
  task.cancel();
  try {
    await task;
  } catch (e) {
    if (e instanceof CancelledError) console.log(`${loop.time()} cancelled`);
  }
  try {
    await waitFor(toThread(work, 5), 1);
  } catch (e) {
    if (e instanceof TimeoutError) console.log(`${loop.time()} timed out`);
  }
  try {
    await asyncWith(timeout(0.5), async () => {
      await loop.runInExecutor(undefined, work, 2);
    });
  } catch (e) {
    if (e instanceof TimeoutError) console.log(`${loop.time()} timed out`);
  }
  const inner = loop.runInExecutor(undefined, work, 1);
  console.log(await shield(inner), loop.time());
  // run() waits for the threads that are left: until 7.
}

run(main());
console.log(`${time.monotonic()} [${done.map((t) => (Number.isInteger(t) ? `${t}.0` : t)).join(', ')}]`);
