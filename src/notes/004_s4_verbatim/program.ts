import * as asyncio from 'asyncio';
import * as time from 'time';

async function saySomething(delay: number, words: string) {
  console.log(`before ${words}`);
  // @ts-expect-error: there is no such function
  await asyncio.delay(delay);
  console.log(`after ${words}`);
}

async function main() {
  console.log('start');
  // tasks are run concurrently
  const task1 = asyncio.createTask(saySomething(1, 'task1'));
  const task2 = asyncio.createTask(saySomething(1, 'task2'));
  await task1;
  await task2;
  console.log('end');
}

async function main2() {
  const start = time.time();
  await asyncio.gather(saySomething(1, 'task1'), saySomething(1, 'task1'));
  const elapsed = time.time() - start;
  console.log(`${elapsed.toFixed(2)} seconds`);
}

asyncio.run(main());
