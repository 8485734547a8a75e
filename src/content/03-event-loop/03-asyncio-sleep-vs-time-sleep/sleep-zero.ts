import { gather, getRunningLoop, run, sleep } from 'asyncio';

async function read(name: string) {
  for (const line of [1, 2]) {
    console.log(name, 'line', line);
  }
  await sleep(0);
  for (const line of [3, 4]) {
    console.log(name, 'line', line);
  }
}

async function main() {
  const loop = getRunningLoop();
  const start = loop.time();
  await gather(read('A'), read('B'));
  console.log(`${(loop.time() - start).toFixed(2)} seconds`);
}

run(main());
