/** The learner's program that our loop is measured by: compiled as an exercise is. */
import { BATCH, delayOf, DEPTH, LONG_SLEEP, sleepOf, WORKERS } from '../rows.ts';

/** Each exported function is the work of one row: it runs a loop of its own and says how many operations it did. */
export const PROGRAM = `
import { createTask, gather, getRunningLoop, Queue, run, sleep } from 'asyncio';
import type { Future } from 'asyncio';
import { suspended } from 'bench';

const sleepOf = ${String(sleepOf)};
const delayOf = ${String(delayOf)};

async function together(make: () => Promise<number>): Promise<number> {
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < ${WORKERS}; i += 1) tasks.push(createTask(make()));
  let sum = 0;
  for (const task of tasks) sum += await task;
  return sum;
}

async function spin(n: number): Promise<number> {
  let done = 0;
  for (; done < n; done += 1) await sleep(0);
  return done;
}
export const switches = (n: number): number => run(together(() => spin(n / ${WORKERS})));

let ended = 0;
async function nothing(): Promise<void> {
  ended += 1;
}
async function makeTasks(n: number): Promise<number> {
  ended = 0;
  for (let made = 0; made < n; made += ${BATCH}) {
    for (let i = 0; i < ${BATCH}; i += 1) createTask(nothing());
    await sleep(0);
  }
  return ended;
}
export const tasks = (n: number): number => run(makeTasks(n));

async function one(i: number): Promise<number> {
  await sleep(0);
  return i;
}
async function gathering(n: number): Promise<number> {
  const coroutines: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) coroutines.push(one(i));
  return (await gather(...coroutines)).length;
}
export const gathers = (n: number): number => run(gathering(n));

async function produce(queue: Queue<number>, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) await queue.put(i);
}
async function consume(queue: Queue<number>, n: number): Promise<number> {
  let got = 0;
  for (; got < n; got += 1) await queue.get();
  return got;
}
async function exchange(n: number): Promise<number> {
  const queue = new Queue<number>(1);
  const producer = createTask(produce(queue, n));
  const got = await consume(queue, n);
  await producer;
  return got;
}
export const queue = (n: number): number => run(exchange(n));

async function setTimers(n: number): Promise<number> {
  const loop = getRunningLoop();
  let fired = 0;
  const fire = (): void => {
    fired += 1;
  };
  for (let made = 0; made < n; made += ${BATCH}) {
    for (let i = 0; i < ${BATCH}; i += 1) loop.callLater(delayOf(i), fire);
    await sleep(0.001);
  }
  await sleep(0.001);
  return fired;
}
export const timers = (n: number): number => run(setTimers(n));

async function inner(i: number): Promise<number> {
  return i & 1;
}
async function calls(n: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += await inner(i);
  return sum * 2;
}
export const awaits = (n: number): number => run(calls(n));

async function nested(depth: number, n: number): Promise<number> {
  return depth === 0 ? await spin(n) : await nested(depth - 1, n);
}
export const chain = (n: number): number => run(together(() => nested(${DEPTH - 1}, n / ${WORKERS})));

async function waiting(future: Future<number>): Promise<number> {
  return await future;
}
async function manyWaiting(n: number): Promise<number> {
  const future = getRunningLoop().createFuture<number>();
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(createTask(waiting(future)));
  await sleep(0);
  suspended();
  future.setResult(1);
  let sum = 0;
  for (const task of tasks) sum += await task;
  return sum;
}
export const bytes = (n: number): number => run(manyWaiting(n));

async function sleeping(seconds: number): Promise<number> {
  await sleep(seconds);
  return 1;
}
async function manySleeping(n: number, look: boolean): Promise<number> {
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(createTask(sleeping(look ? ${LONG_SLEEP} : sleepOf(i))));
  await sleep(0);
  if (look) suspended();
  let sum = 0;
  for (const task of tasks) sum += await task;
  return sum;
}
export const sleepingBytes = (n: number): number => run(manySleeping(n, true));
export const million = (n: number): number => run(manySleeping(n, false));
`;
