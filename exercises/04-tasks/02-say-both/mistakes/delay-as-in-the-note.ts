// fails: both messages wait at the same time
// fails: the lines come in this order
// fails: nothing is left behind
// says: delay is not a function
import { createTask, run, sleep } from 'asyncio';
import * as asyncio from 'asyncio';

/** One message, some seconds later. Leave it as it is. */
export async function saySomething(seconds: number, words: string): Promise<void> {
  console.log(`before ${words}`);
  await sleep(seconds);
  console.log(`after ${words}`);
}

/** Says both messages, each `seconds` later. */
export async function sayBoth(seconds: number, first: string, second: string): Promise<void> {
  console.log('start');
  const one = createTask(saySomethingAsInTheNote(seconds, first));
  const other = createTask(saySomethingAsInTheNote(seconds, second));
  await one;
  await other;
  console.log('end');
}

async function saySomethingAsInTheNote(seconds: number, words: string): Promise<void> {
  console.log(`before ${words}`);
  // @ts-expect-error: there is no such function
  await asyncio.delay(seconds);
  console.log(`after ${words}`);
}

run(sayBoth(1, 'task1', 'task2'));
