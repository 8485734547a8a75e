import { createTask, gather, run, sleep } from 'asyncio';

async function other() {
  console.log('other begins');
  await sleep(0);
  console.log('other ends');
}

async function main() {
  const nap = createTask(sleep(0));
  const task = createTask(other());
  await nap;
  console.log('nap over');
  console.log(await gather(sleep(0, 1), sleep(0, 'slept')));
  await task;
}

run(main());
