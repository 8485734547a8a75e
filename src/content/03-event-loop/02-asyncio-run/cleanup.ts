import { createTask, run, sleep } from 'asyncio';

async function connection(): Promise<void> {
  try {
    await sleep(10);
  } finally {
    await sleep(2);
    console.log('the connection is closed');
  }
}

async function main(): Promise<void> {
  const task = createTask(connection());
  await sleep(1);
  console.log('main returns');
}

run(main());
