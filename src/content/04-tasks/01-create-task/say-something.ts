import { createTask, gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function saySomething(delay: number, words: string) {
  console.log(`before ${words}`);
  await sleep(delay);
  console.log(`after ${words}`);
}

async function main() {
  console.log('start');
  // tasks are run concurrently
  const task1 = createTask(saySomething(1, 'task1'));
  const task2 = createTask(saySomething(1, 'task2'));
  await task1;
  await task2;
  console.log('end');
}

async function main2() {
  const start = time.time();
  await gather(saySomething(1, 'task1'), saySomething(1, 'task1'));
  const elapsed = time.time() - start;
  console.log(`${elapsed.toFixed(2)} seconds`);
}

run(main());
run(main2());
