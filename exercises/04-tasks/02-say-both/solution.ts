import { createTask, run, sleep } from 'asyncio';

/** One message, some seconds later. Leave it as it is. */
export async function saySomething(seconds: number, words: string): Promise<void> {
  console.log(`before ${words}`);
  await sleep(seconds);
  console.log(`after ${words}`);
}

/** Says both messages, each `seconds` later. */
export async function sayBoth(seconds: number, first: string, second: string): Promise<void> {
  console.log('start');
  const one = createTask(saySomething(seconds, first));
  const other = createTask(saySomething(seconds, second));
  await one;
  await other;
  console.log('end');
}

run(sayBoth(1, 'task1', 'task2'));
