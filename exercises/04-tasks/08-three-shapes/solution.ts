import { createTask, gather, getRunningLoop, run, sleep } from 'asyncio';

async function request(seconds: number): Promise<number> {
  await sleep(seconds);
  return seconds;
}

async function inTurn(): Promise<void> {
  for (const seconds of [1, 2, 3]) await request(seconds);
}

async function madeFirst(): Promise<void> {
  const tasks = [1, 2, 3].map((seconds) => createTask(request(seconds)));
  for (const task of tasks) await task;
}

async function gathered(): Promise<void> {
  await gather(request(1), request(2), request(3));
}

async function main(): Promise<void> {
  const loop = getRunningLoop();
  for (const shape of [inTurn, madeFirst, gathered]) {
    const start = loop.time();
    await shape();
    console.log(`${shape.name}: ${loop.time() - start} s`);
  }
}

run(main());

export const seconds = {
  inTurn: 6,
  madeFirst: 3,
  gathered: 3,
};
