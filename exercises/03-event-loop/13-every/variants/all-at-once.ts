// Sets all timers at the beginning.
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const loop = getRunningLoop();
  const start = loop.time();
  Array.from({ length: times }, (_, index) => loop.callAt(start + (index + 1) * seconds, fn));
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
