// fails: a slow function does not shift the calls after it
// fails: a late call does not shift the calls after it
// says: 1, 2.25, 3.5
import { createTask, getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

export function every(seconds: number, fn: () => void, times: number): void {
  createTask(ticking(seconds, fn, times));
}

async function ticking(seconds: number, fn: () => void, times: number): Promise<void> {
  for (let number = 0; number < times; number += 1) {
    await sleep(seconds);
    fn();
  }
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
