// callLater, with what is left until the next moment.
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  let due = loop.time();
  let left = times;
  const set = (): void => {
    if (left === 0) return;
    left -= 1;
    due += seconds;
    loop.callLater(due - loop.time(), call);
  };
  const call = (): void => {
    try {
      fn();
    } finally {
      set();
    }
  };
  set();
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
