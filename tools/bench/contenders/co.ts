/**
 * co 4.6: generators that yield promises. A hop through the microtasks is `yield` of a resolved promise; a call that need not suspend is `yield*`, as
 * co's own guide has it; timers and sleeps are the host's.
 */
import co from 'co';
import { setTimeout as sleep } from 'node:timers/promises';
import { BATCH, DEPTH, LONG_SLEEP, sleepOf, WORKERS } from '../rows.ts';
import type { Contender } from './contender.ts';

type Routine<T> = Generator<unknown, T, unknown>;

const HOP = Promise.resolve();

function* spin(n: number): Routine<number> {
  let done = 0;
  for (; done < n; done += 1) yield HOP;
  return done;
}
function* nested(depth: number, n: number): Routine<number> {
  return depth === 0 ? yield* spin(n) : yield* nested(depth - 1, n);
}
async function together(make: () => Routine<number>): Promise<number> {
  const all = await Promise.all(Array.from({ length: WORKERS }, () => co(make())));
  return all.reduce((a, b) => a + b, 0);
}

let ended = 0;
/** It ends a turn after it began, as a task does. */
function* nothing(): Routine<void> {
  yield HOP;
  ended += 1;
}
function* makeTasks(n: number): Routine<number> {
  ended = 0;
  for (let made = 0; made < n; made += BATCH) {
    let last: unknown;
    for (let i = 0; i < BATCH; i += 1) last = co(nothing());
    yield last;
  }
  return ended;
}

function* one(i: number): Routine<number> {
  yield HOP;
  return i;
}
function* gathering(n: number): Routine<number> {
  const routines: Routine<number>[] = [];
  for (let i = 0; i < n; i += 1) routines.push(one(i));
  return ((yield routines) as number[]).length;
}

function* inner(i: number): Routine<number> {
  return i & 1;
}
function* calls(n: number): Routine<number> {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += yield* inner(i);
  return sum * 2;
}

function* waiting(future: Promise<number>): Routine<number> {
  return (yield future) as number;
}
async function manyWaiting(n: number, suspended: () => void): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(co(waiting(promise)));
  suspended();
  resolve(1);
  return (await Promise.all(tasks)).length;
}

function* sleeping(seconds: number): Routine<number> {
  yield sleep(seconds * 1000);
  return 1;
}
async function manySleeping(n: number, suspended?: () => void): Promise<number> {
  const tasks: Promise<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(co(sleeping(suspended === undefined ? sleepOf(i) : LONG_SLEEP)));
  suspended?.();
  return (await Promise.all(tasks)).length;
}

export const contender: Contender = {
  workloads: {
    switches: (n) => together(() => spin(n / WORKERS)),
    tasks: (n) => co(makeTasks(n)),
    gather: (n) => co(gathering(n)),
    awaits: (n) => co(calls(n)),
    chain: (n) => together(() => nested(DEPTH - 1, n / WORKERS)),
    bytes: manyWaiting,
    'sleeping-bytes': manySleeping,
    million: (n) => manySleeping(n),
  },
};
