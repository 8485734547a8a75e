import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function alarm() {
  await sleep(0.5);
  console.log('the alarm rings');
}

async function work() {
  time.sleep(2);
  console.log('the work is done');
}

async function main() {
  await gather(alarm(), work());
}

run(main());
