// tries: to go on in an exception handler when everything else has ended
// must: end turns or wall-clock
import { createTask, getRunningLoop, run, sleep } from 'asyncio';

async function lost() {
  throw new Error('nobody looks at it');
}

async function main() {
  getRunningLoop().setExceptionHandler(() => {
    for (;;) {}
  });
  createTask(lost());
  await sleep(1);
}

run(main());
