// A task that sleeps as long as is left.
import { createTask, getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  const now = (): number => getRunningLoop().time();
  const start = now();
  const ticking = async (): Promise<void> => {
    for (let number = 1; number <= times; number += 1) {
      await sleep(start + number * seconds - now());
      fn();
    }
  };
  createTask(ticking());
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
