// fails: it is called as often as was asked for
// says: times of 0
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  const start = loop.time();
  let number = 1;
  const call = (): void => {
    number += 1;
    if (number <= times) loop.callAt(start + number * seconds, call);
    fn();
  };
  loop.callAt(start + seconds, call);
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
