import { createTask, newEventLoop, run, sleep, Task } from 'asyncio';

function loopThatTells() {
  const loop = newEventLoop();
  loop.setTaskFactory((loop, coroutine, options) => {
    console.log('the loop makes a task');
    return new Task(coroutine, { loop, ...options });
  });
  return loop;
}

async function work() {
  await sleep(1);
  console.log('the work is done');
}

async function main() {
  console.log('main begins');
  await createTask(work());
  console.log('main ends');
}

run(main(), { loopFactory: loopThatTells });
