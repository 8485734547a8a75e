import { createTask, run, sleep } from 'asyncio';

async function download(): Promise<void> {
  console.log('download: asked');
  await sleep(2);
  console.log('download: there');
}

async function spinner(): Promise<void> {
  for (const sign of ['-', '+']) {
    console.log('spinner:', sign);
    await sleep(0);
  }
}

async function clock(): Promise<void> {
  console.log('clock: 0');
  await sleep(1);
  console.log('clock: 1');
}

async function main(): Promise<void> {
  const tasks = [createTask(download()), createTask(spinner()), createTask(clock())];
  for (const task of tasks) await task;
}

run(main());
