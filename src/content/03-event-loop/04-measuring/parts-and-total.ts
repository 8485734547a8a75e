import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function part(number: number, seconds: number) {
  const start = time.perfCounter();
  await sleep(seconds);
  const took = time.perfCounter() - start;
  console.log(`part ${number} took ${took.toFixed(2)} seconds`);
  return took;
}

async function main() {
  const start = time.perfCounter();
  const parts = await gather(part(1, 11), part(2, 8), part(3, 4));
  const total = time.perfCounter() - start;
  const sum = parts.reduce((all, each) => all + each, 0);
  console.log(`the parts add up to ${sum.toFixed(2)} seconds`);
  console.log(`the total is ${total.toFixed(2)} seconds`);
}

run(main());
