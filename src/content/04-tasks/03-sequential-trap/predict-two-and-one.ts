import { createTask, run, sleep } from 'asyncio';

async function fetch(seconds: number): Promise<void> {
  await sleep(seconds);
}

async function main(): Promise<void> {
  await fetch(1);
  const early = createTask(fetch(4));
  await fetch(2);
  await early;
}

run(main());
