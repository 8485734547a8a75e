// fails: a late call does not shift the calls after it
// says: counted from the late one
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  let left = times;
  const call = (): void => {
    left -= 1;
    if (left > 0) loop.callLater(seconds, call);
    fn();
  };
  if (left > 0) loop.callLater(seconds, call);
}

function tick(): void {
  console.log("tick at", getRunningLoop().time());
  time.sleep(0.25);
}

async function main(): Promise<void> {
  every(1, tick, 3);
  await sleep(5);
}

run(main());
