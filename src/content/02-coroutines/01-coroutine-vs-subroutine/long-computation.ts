import { createTask, run, sleep } from 'asyncio';

let ticks = 0;

async function clock() {
  while (true) {
    ticks += 1;
    await sleep(0);
  }
}

async function compute() {
  let total = 0;
  for (let number = 0; number < 100_000; number++) {
    total += number;
  }
  return total;
}

async function main() {
  const task = createTask(clock());
  await sleep(0);
  console.log('ticks before:', ticks);
  console.log('computed:', await compute());
  console.log('ticks after 100 000 rounds:', ticks);
  await sleep(0);
  console.log('ticks after one await of a pause:', ticks);
}

run(main());
