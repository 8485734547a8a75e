import { allTasks, CancelledError, createTask, gather, newEventLoop, sleep } from 'asyncio';

async function archive(report: string) {
  try {
    console.log('archive: begins');
    await sleep(3);
    console.log('archive: has it');
  } catch (error) {
    if (error instanceof CancelledError) console.log('archive: cancelled');
    throw error;
  }
}

async function main() {
  const task = createTask(archive('report'));
  await sleep(1);
  console.log('main: the report is written');
  return 'done';
}

const loop = newEventLoop();
let result;
try {
  result = loop.runUntilComplete(main());
} finally {
  const leftOver = allTasks(loop);
  console.log('left over:', leftOver.size);
  for (const task of leftOver) {
    task.cancel();
  }
  if (leftOver.size > 0) {
    loop.runUntilComplete(gather(...leftOver, { returnExceptions: true }));
  }
  loop.runUntilComplete(loop.shutdownAsyncgens());
  loop.runUntilComplete(loop.shutdownDefaultExecutor());
  loop.close();
}

console.log('the loop gives:', result);
