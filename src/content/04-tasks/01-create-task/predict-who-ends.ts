import { createTask, run, sleep } from 'asyncio';

async function boil(what: string, minutes: number): Promise<void> {
  console.log(`${what} on`);
  await sleep(minutes);
  console.log(`${what} ready`);
}

async function main(): Promise<void> {
  const eggs = createTask(boil('eggs', 6));
  createTask(boil('tea', 3));
  await boil('toast', 2);
  console.log('table laid');
  await eggs;
}

run(main());
