import { createTask, run, shield, sleep, TimeoutError, waitFor } from 'asyncio';

async function download() {
  await sleep(3);
  console.log('the download has ended');
  return 'page';
}

async function main() {
  const task = createTask(download());
  try {
    await waitFor(shield(task), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('a second has passed; cancelled:', task.cancelled(), 'done:', task.done());
  }
  console.log(await task);
}

run(main());
