import { createTask, gather, getRunningLoop, run, sleep, toThread } from 'asyncio';
import * as time from 'time';

function work(name: string, seconds: number): string {
  time.sleep(seconds);
  return name;
}

async function ticker() {
  for (let i = 0; i < 4; i += 1) {
    console.log(`${getRunningLoop().time()} tick ${i}`);
    await sleep(0.5);
  }
}

async function main() {
  const loop = getRunningLoop();
  const ticks = createTask(ticker());
  const first = loop.runInExecutor(undefined, work, 'a', 2);
  const names = await gather(first, toThread(work, 'b', 1), sleep(1.5, 'c'));
  console.log(`[${names.map((name) => `'${name}'`).join(', ')}]`);
  console.log(`${loop.time()} all`);
  // Steps of one thread add up on its own clock.
  function steps() {
    const began = time.monotonic();
    for (let i = 0; i < 3; i += 1) time.sleep(0.25);
    return time.monotonic() - began;
  }
  console.log(`${await toThread(steps)} in the thread, ${loop.time()} in the loop`);
  await ticks;
}

run(main());
