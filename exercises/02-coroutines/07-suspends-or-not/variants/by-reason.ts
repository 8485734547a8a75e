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

// Whatever has its result at hand goes on.
const isThere = { a: true, b: false, c: false, d: true, e: true, f: false };
const judged = (there: boolean): string => (there ? 'goes on' : 'suspends');
export const answers = {
  a: judged(isThere.a),
  b: judged(isThere.b),
  c: judged(isThere.c),
  d: judged(isThere.d),
  e: judged(isThere.e),
  f: judged(isThere.f),
};
