// fails: both messages wait at the same time
// fails: the lines come in this order
// fails: nothing is left behind
// says: Two messages of 1 s took 0 s
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
  createTask(saySomething(seconds, first));
  createTask(saySomething(seconds, second));
  console.log('end');
}

run(sayBoth(1, 'task1', 'task2'));
