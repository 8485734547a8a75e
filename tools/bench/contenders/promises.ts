/** The language's own async functions and promises, on Node's microtasks and timers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BATCH, delayOf, DEPTH, LONG_SLEEP, sleepOf, WORKERS } from '../rows.ts';
import type { Contender } from './contender.ts';

const TURN = Promise.resolve();

async function spin(n: number): Promise<number> {
  let done = 0;
  for (; done < n; done += 1) await TURN;
  return done;
}
async function nested(depth: number, n: number): Promise<number> {
  return depth === 0 ? await spin(n) : await nested(depth - 1, n);
}
async function together(make: () => Promise<number>): Promise<number> {
  const all = await Promise.all(Array.from({ length: WORKERS }, make));
  return all.reduce((a, b) => a + b, 0);
}

let ended = 0;
/** Its body begins a turn after the call, as a task's does. */
async function nothing(): Promise<void> {
  await TURN;
  ended += 1;
}
async function makeTasks(n: number): Promise<number> {
  ended = 0;
  for (let made = 0; made < n; made += BATCH) {
    let last: Promise<void> | undefined;
    for (let i = 0; i < BATCH; i += 1) last = nothing();
    await last;
  }
  return ended;
}

async function one(i: number): Promise<number> {
  await TURN;
  return i;
}
async function gathering(n: number): Promise<number> {
  const promises: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) promises.push(one(i));
  return (await Promise.all(promises)).length;
}

/** Node's shortest timer is a millisecond. */
function setTimers(n: number): Promise<number> {
  return new Promise((resolve) => {
    let fired = 0;
    let due = 0;
    const fire = (): void => {
      fired += 1;
      if (fired < due) return;
      if (fired === n) resolve(fired);
      else setBatch();
    };
    const setBatch = (): void => {
      due += BATCH;
      for (let i = 0; i < BATCH; i += 1) setTimeout(fire, delayOf(i) * 1000);
    };
    setBatch();
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- an await that does not suspend is what is measured
async function inner(i: number): Promise<number> {
  return i & 1;
}
async function calls(n: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += await inner(i);
  return sum * 2;
}

async function waiting(future: Promise<number>): Promise<number> {
  return await future;
}
async function manyWaiting(n: number, suspended: () => void): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(waiting(promise));
  suspended();
  resolve(1);
  return (await Promise.all(tasks)).length;
}

async function sleeping(seconds: number): Promise<number> {
  await sleep(seconds * 1000);
  return 1;
}
async function manySleeping(n: number, suspended?: () => void): Promise<number> {
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(sleeping(suspended === undefined ? sleepOf(i) : LONG_SLEEP));
  suspended?.();
  return (await Promise.all(tasks)).length;
}

export const contender: Contender = {
  workloads: {
    switches: (n) => together(() => spin(n / WORKERS)),
    tasks: makeTasks,
    gather: gathering,
    timers: setTimers,
    awaits: calls,
    chain: (n) => together(() => nested(DEPTH - 1, n / WORKERS)),
    bytes: manyWaiting,
    'sleeping-bytes': manySleeping,
    million: (n) => manySleeping(n),
  },
};
