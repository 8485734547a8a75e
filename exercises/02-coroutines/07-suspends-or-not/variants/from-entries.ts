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

const said = 'goes on, suspends, suspends, goes on, goes on, suspends'.split(', ');
export const answers = Object.fromEntries(said.map((word, n) => ['abcdef'[n], word]));
