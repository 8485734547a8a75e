/** effect 4.1: fibers on its own scheduler, which takes up what yielded with setImmediate. Functions are `Effect.fnUntraced`, as its guide has it for hot paths. */
import { Deferred, Effect, Fiber, Queue } from 'effect';
import { BATCH, DEPTH, LONG_SLEEP, sleepOf, WORKERS } from '../rows.ts';
import type { Contender } from './contender.ts';

const spin = Effect.fnUntraced(function* (n: number) {
  let done = 0;
  for (; done < n; done += 1) yield* Effect.yieldNow;
  return done;
});
const nested = (depth: number, n: number): Effect.Effect<number> => (depth === 0 ? spin(n) : deeper(depth, n));
const deeper: (depth: number, n: number) => Effect.Effect<number> = Effect.fnUntraced(function* (depth: number, n: number) {
  return yield* nested(depth - 1, n);
});
const together = Effect.fnUntraced(function* (make: () => Effect.Effect<number>) {
  const fibers: Fiber.Fiber<number>[] = [];
  for (let i = 0; i < WORKERS; i += 1) fibers.push(yield* Effect.forkChild(make()));
  let sum = 0;
  for (const fiber of fibers) sum += yield* Fiber.join(fiber);
  return sum;
});

let ended = 0;
const nothing = Effect.sync(() => {
  ended += 1;
});
const makeTasks = Effect.fnUntraced(function* (n: number) {
  ended = 0;
  for (let made = 0; made < n; made += BATCH) {
    let last: Fiber.Fiber<void> | undefined;
    for (let i = 0; i < BATCH; i += 1) last = yield* Effect.forkChild(nothing);
    if (last !== undefined) yield* Fiber.join(last);
  }
  return ended;
});

const one = Effect.fnUntraced(function* (i: number) {
  yield* Effect.yieldNow;
  return i;
});
const gathering = Effect.fnUntraced(function* (n: number) {
  const effects: Effect.Effect<number>[] = [];
  for (let i = 0; i < n; i += 1) effects.push(one(i));
  return (yield* Effect.all(effects, { concurrency: 'unbounded' })).length;
});

const produce = Effect.fnUntraced(function* (queue: Queue.Queue<number>, n: number) {
  for (let i = 0; i < n; i += 1) yield* Queue.offer(queue, i);
});
const exchange = Effect.fnUntraced(function* (n: number) {
  const queue = yield* Queue.bounded<number>(1);
  const producer = yield* Effect.forkChild(produce(queue, n));
  let got = 0;
  for (; got < n; got += 1) yield* Queue.take(queue);
  yield* Fiber.join(producer);
  return got;
});

const inner = Effect.fnUntraced(function* (i: number): Generator<never, number> {
  return i & 1;
});
const calls = Effect.fnUntraced(function* (n: number) {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += yield* inner(i);
  return sum * 2;
});

const manyWaiting = Effect.fnUntraced(function* (n: number, suspended: () => void) {
  const deferred = yield* Deferred.make<number>();
  const waiting = Effect.fnUntraced(function* () {
    return yield* Deferred.await(deferred);
  });
  const fibers: Fiber.Fiber<number>[] = [];
  for (let i = 0; i < n; i += 1) fibers.push(yield* Effect.forkChild(waiting()));
  yield* Effect.yieldNow;
  suspended();
  yield* Deferred.succeed(deferred, 1);
  let sum = 0;
  for (const fiber of fibers) sum += yield* Fiber.join(fiber);
  return sum;
});

const sleeping = Effect.fnUntraced(function* (seconds: number) {
  yield* Effect.sleep(seconds * 1000);
  return 1;
});
const manySleeping = Effect.fnUntraced(function* (n: number, suspended?: () => void) {
  const fibers: Fiber.Fiber<number>[] = [];
  for (let i = 0; i < n; i += 1)
    fibers.push(yield* Effect.forkChild(sleeping(suspended === undefined ? sleepOf(i) : LONG_SLEEP)));
  yield* Effect.yieldNow;
  suspended?.();
  let sum = 0;
  for (const fiber of fibers) sum += yield* Fiber.join(fiber);
  return sum;
});

export const contender: Contender = {
  workloads: {
    switches: (n) => Effect.runPromise(together(() => spin(n / WORKERS))),
    tasks: (n) => Effect.runPromise(makeTasks(n)),
    gather: (n) => Effect.runPromise(gathering(n)),
    queue: (n) => Effect.runPromise(exchange(n)),
    awaits: (n) => Effect.runPromise(calls(n)),
    chain: (n) => Effect.runPromise(together(() => nested(DEPTH - 1, n / WORKERS))),
    bytes: (n, suspended) => Effect.runPromise(manyWaiting(n, suspended)),
    'sleeping-bytes': (n, suspended) => Effect.runPromise(manySleeping(n, suspended)),
    million: (n) => Effect.runPromise(manySleeping(n)),
  },
};
