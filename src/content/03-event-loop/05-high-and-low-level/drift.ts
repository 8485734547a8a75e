import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

function tick(number: number): void {
  console.log('tick', number);
  time.sleep(0.25); // what a tick does takes a quarter of a second
  if (number < 3) getRunningLoop().callLater(1, tick, number + 1);
}

async function main(): Promise<void> {
  getRunningLoop().callLater(1, tick, 1);
  await sleep(5);
}

run(main());
