import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function count() {
  console.log('One');
  await sleep(1); // non-blocking, gives execution back to async engine
  console.log('Two');
}

async function main() {
  await gather(count(), count(), count());
}

const s = time.perfCounter();
run(main());
const elapsed = time.perfCounter() - s;
console.log(`program.ts executed in ${elapsed.toFixed(2)} seconds.`);

// One
// One
// One
// Two
// Two
// Two
// countasync.py executed in 1.01 seconds.
