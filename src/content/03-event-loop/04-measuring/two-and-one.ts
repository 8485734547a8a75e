import { createTask, run, sleep } from 'asyncio';

async function part(name: string, seconds: number): Promise<void> {
  await sleep(seconds);
  console.log(name, 'ends');
}

async function main(): Promise<void> {
  const long = createTask(part('long', 3));
  await part('short', 1);
  await part('short again', 1);
  await long;
  console.log('main ends');
}

run(main());
