// fails: the calls come when they are due
// fails: a slow function does not shift the calls after it
// fails: a late call does not shift the calls after it
// fails: it is called as often as was asked for
// fails: two of them do not disturb each other
// says: A moment of the clock is one thing
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  const start = loop.time();
  for (let k = 1; k <= times; k++) loop.callLater(start + k * seconds, fn);
}

function tick(): void {
  console.log('tick at', getRunningLoop().time());
  time.sleep(0.25);
}

async function main(): Promise<void> {
  every(1, tick, 3);
  await sleep(5);
}

run(main());
