import { gather, run } from 'asyncio';
import * as time from 'time';

async function count() {
  console.log('One');
  time.sleep(1); // blocking, gives execution back to nobody
  console.log('Two');
}

async function main() {
  await gather(count(), count(), count());
}

const s = time.perfCounter();
run(main());
const elapsed = time.perfCounter() - s;
console.log(`countblocking.ts executed in ${elapsed.toFixed(2)} seconds.`);
