import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  const start = loop.time();

  function next(number: number): void {
    if (number > times) return;
    loop.callAt(start + number * seconds, () => {
      next(number + 1);
      fn();
    });
  }
  next(1);
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
