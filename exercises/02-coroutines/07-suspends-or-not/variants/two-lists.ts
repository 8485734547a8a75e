// Those that suspend, and all the others.
import { createTask, run, sleep } from 'asyncio';

async function nothing(): Promise<string> {
  return 'nothing';
}

async function around(): Promise<string> {
  return await nothing();
}

async function wait(): Promise<string> {
  await sleep(1);
  return 'waited';
}

async function main(): Promise<void> {
  await nothing(); // a
  await wait(); // b
  const task = createTask(wait());
  await task; // c
  await task; // d
  await around(); // e
  await sleep(0); // f
}

run(main());

const suspends = ['b', 'c', 'f'];
export const answers: Record<string, string> = {};
for (const letter of ['a', 'b', 'c', 'd', 'e', 'f']) answers[letter] = suspends.includes(letter) ? 'suspends' : 'goes on';
