/**
 * effection 4.1: operations in a tree of scopes. Its `sleep(0)` is a timer of the host, a millisecond; what gives every other operation a turn and nothing
 * more is an action that resolves at once, and that is what a switch is here.
 */
import { action, all, run, sleep, spawn, withResolvers, type Operation, type Task } from 'effection';
import { BATCH, DEPTH, LONG_SLEEP, sleepOf, WORKERS } from '../rows.ts';
import type { Contender } from './contender.ts';

const nothingToUndo = (): void => undefined;
const turn = (): Operation<void> =>
  action((resolve) => {
    resolve();
    return nothingToUndo;
  });

function* spin(n: number): Operation<number> {
  let done = 0;
  for (; done < n; done += 1) yield* turn();
  return done;
}
function* nested(depth: number, n: number): Operation<number> {
  return depth === 0 ? yield* spin(n) : yield* nested(depth - 1, n);
}
function* together(make: () => Operation<number>): Operation<number> {
  const tasks: Task<number>[] = [];
  for (let i = 0; i < WORKERS; i += 1) tasks.push(yield* spawn(make));
  let sum = 0;
  for (const task of tasks) sum += yield* task;
  return sum;
}

let ended = 0;
function* nothing(): Operation<void> {
  ended += 1;
}
function* makeTasks(n: number): Operation<number> {
  ended = 0;
  for (let made = 0; made < n; made += BATCH) {
    let last: Task<void> | undefined;
    for (let i = 0; i < BATCH; i += 1) last = yield* spawn(nothing);
    if (last !== undefined) yield* last;
  }
  return ended;
}

function* one(i: number): Operation<number> {
  yield* turn();
  return i;
}
function* gathering(n: number): Operation<number> {
  const operations: Operation<number>[] = [];
  for (let i = 0; i < n; i += 1) operations.push(one(i));
  return (yield* all(operations)).length;
}

function* inner(i: number): Operation<number> {
  return i & 1;
}
function* calls(n: number): Operation<number> {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += yield* inner(i);
  return sum * 2;
}

function* manyWaiting(n: number, suspended: () => void): Operation<number> {
  const future = withResolvers<number>();
  const tasks: Task<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(yield* spawn(() => future.operation));
  yield* sleep(0);
  suspended();
  future.resolve(1);
  let sum = 0;
  for (const task of tasks) sum += yield* task;
  return sum;
}

function* sleeping(seconds: number): Operation<number> {
  yield* sleep(seconds * 1000);
  return 1;
}
function* manySleeping(n: number, suspended?: () => void): Operation<number> {
  const tasks: Task<number>[] = [];
  for (let i = 0; i < n; i += 1) tasks.push(yield* spawn(() => sleeping(suspended === undefined ? sleepOf(i) : LONG_SLEEP)));
  yield* sleep(0);
  suspended?.();
  let sum = 0;
  for (const task of tasks) sum += yield* task;
  return sum;
}

export const contender: Contender = {
  workloads: {
    switches: (n) => run(() => together(() => spin(n / WORKERS))),
    tasks: (n) => run(() => makeTasks(n)),
    gather: (n) => run(() => gathering(n)),
    awaits: (n) => run(() => calls(n)),
    chain: (n) => run(() => together(() => nested(DEPTH - 1, n / WORKERS))),
    bytes: (n, suspended) => run(() => manyWaiting(n, suspended)),
    'sleeping-bytes': (n, suspended) => run(() => manySleeping(n, suspended)),
    million: (n) => run(() => manySleeping(n)),
  },
};
