// fails: two of them do not disturb each other
// says: 1 call
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

let left = 0;

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  const start = loop.time();
  let number = 1;
  left = times;
  const call = (): void => {
    left -= 1;
    number += 1;
    if (left > 0) loop.callAt(start + number * seconds, call);
    fn();
  };
  if (times > 0) loop.callAt(start + seconds, call);
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
