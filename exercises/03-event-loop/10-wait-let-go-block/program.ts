import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function waits() {
  console.log('waits begins');
  await sleep(1);
  console.log('waits is over');
}

async function letsGo() {
  console.log('letsGo begins');
  await sleep(0);
  console.log('letsGo is over');
}

async function blocks() {
  console.log('blocks begins');
  time.sleep(2);
  console.log('blocks is over');
}

async function main() {
  await gather(waits(), letsGo(), blocks());
}

run(main());
