import { allTasks, currentTask, gather, getRunningLoop, run } from 'asyncio';
import * as time from 'time';

function callback() {
  console.log('the callback runs in no task:', currentTask() === undefined);
}

async function compute(name: string) {
  time.sleep(1); // stands for a second of computing
  console.log(name, 'runs in', currentTask()?.getName());
}

async function main() {
  const loop = getRunningLoop();
  const start = loop.time();
  console.log('main runs in no task:', currentTask() === undefined);
  console.log(
    'all tasks:',
    [...allTasks()].map((task) => task.getName()),
  );
  loop.callSoon(callback);
  await gather(compute('A'), compute('B'));
  console.log(`${(loop.time() - start).toFixed(0)} seconds for two computations of one second`);
}

run(main());
