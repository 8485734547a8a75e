import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function part() {
  const start = time.perfCounter();
  await sleep(1);
  console.log(`a sleep of 1 second took ${(time.perfCounter() - start).toFixed(2)} seconds`);
}

async function computes() {
  time.sleep(3); // stands for three seconds of computing
}

async function main() {
  await gather(part(), computes());
}

run(main());
