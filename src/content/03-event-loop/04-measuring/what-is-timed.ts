import { createTask, run, sleep } from 'asyncio';
import * as time from 'time';

async function answer() {
  await sleep(2);
  return 42;
}

async function main() {
  let start = time.perfCounter();
  const coroutine = answer();
  console.log(`the call: ${(time.perfCounter() - start).toFixed(2)} s`);

  start = time.perfCounter();
  const task = createTask(coroutine);
  console.log(`making a task: ${(time.perfCounter() - start).toFixed(2)} s`);

  start = time.perfCounter();
  await task;
  console.log(`the answer: ${(time.perfCounter() - start).toFixed(2)} s`);
}

run(main());
