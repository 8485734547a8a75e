import { createTask, run, sleep } from 'asyncio';

async function getRequest(url: number) {
  await sleep(2);
  console.log('page', url);
}

async function ticker() {
  for (let tick = 1; tick < 6; tick += 1) {
    await sleep(1);
    console.log('tick', tick);
  }
}

async function main() {
  const ticking = createTask(ticker());
  for (const url of [1, 2]) {
    await getRequest(url);
  }
  await ticking;
}

run(main());
