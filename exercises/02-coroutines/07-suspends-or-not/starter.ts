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

// TODO: 'suspends' or 'goes on' for each of the six
export const answers: Record<string, string> = {
  a: '?',
  b: '?',
  c: '?',
  d: '?',
  e: '?',
  f: '?',
};
