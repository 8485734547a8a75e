import { createTask, gather, getRunningLoop, run, sleep, ValueError, type Future } from 'asyncio';

async function reader(name: string, future: Future<string>): Promise<void> {
  try {
    console.log(`${name} reads ${await future}`);
  } catch (error) {
    console.log(`${name} is told of it`);
  }
}

async function main(): Promise<void> {
  const future = getRunningLoop().createFuture<string>();
  const early = createTask(reader('early', future));
  await sleep(1);
  future.setException(new ValueError('torn'));
  console.log('it has failed');
  await gather(early, reader('late', future));
}

run(main());
