/**
 * A bare trampoline: generators in a queue, a heap of sleepers, and nothing that asyncio promises (no tasks, futures, cancellation, contexts, handles).
 * It shows what JavaScript's generators themselves cost.
 */
import { BATCH, delayOf, DEPTH, LONG_SLEEP, sleepOf, WORKERS } from '../rows.ts';
import type { Contender } from './contender.ts';

/** What a generator yields: to stand at the end of the queue again, or to be out of it until somebody puts it there. */
const AGAIN = 0;
const PARKED = 1;
type Fiber = Generator<number, void>;

let ready: Fiber[] = [];
let clock = 0;
const asleep: { readonly at: number; readonly wake: () => void }[] = [];
let running: Fiber | undefined;

function runAll(): void {
  while (ready.length > 0 || asleep.length > 0) {
    if (ready.length === 0) {
      clock = asleep[0]?.at ?? clock;
      while ((asleep[0]?.at ?? Infinity) <= clock) soonest()?.();
    }
    const batch = ready;
    ready = [];
    for (const fiber of batch) {
      running = fiber;
      const { done, value } = fiber.next();
      if (done !== true && value === AGAIN) ready.push(fiber);
    }
  }
}

/** Wakes at `clock + seconds`; a binary heap. */
function later(seconds: number, wake: () => void): void {
  const entry = { at: clock + seconds, wake };
  let i = asleep.length;
  asleep.push(entry);
  while (i > 0) {
    const up = (i - 1) >> 1;
    const parent = asleep[up];
    if (parent === undefined || parent.at <= entry.at) break;
    asleep[i] = parent;
    i = up;
  }
  asleep[i] = entry;
}

function soonest(): (() => void) | undefined {
  const first = asleep[0];
  const last = asleep.pop();
  if (last !== undefined && asleep.length > 0) {
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if ((asleep[down + 1]?.at ?? Infinity) < (asleep[down]?.at ?? Infinity)) down += 1;
      const child = asleep[down];
      if (child === undefined || child.at >= last.at) break;
      asleep[i] = child;
      i = down;
    }
    asleep[i] = last;
  }
  return first?.wake;
}

let count = 0;

function* spin(n: number): Fiber {
  for (let i = 0; i < n; i += 1) {
    yield AGAIN;
    count += 1;
  }
}
function* nested(depth: number, n: number): Fiber {
  if (depth === 0) yield* spin(n);
  else yield* nested(depth - 1, n);
}
function* nothing(): Fiber {
  count += 1;
}
function* one(into: number[], i: number): Fiber {
  yield AGAIN;
  into[i] = i;
}
function* inner(i: number): Generator<never, number> {
  return i & 1;
}
function* calls(n: number): Fiber {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += yield* inner(i);
  count = sum * 2;
}
function* makeTasks(n: number): Fiber {
  for (let made = 0; made < n; made += BATCH) {
    for (let i = 0; i < BATCH; i += 1) ready.push(nothing());
    yield AGAIN;
  }
}
function* setTimers(n: number): Fiber {
  for (let made = 0; made < n; made += BATCH) {
    for (let i = 0; i < BATCH; i += 1)
      later(delayOf(i), () => {
        count += 1;
      });
    yield* sleep(0.001);
  }
}
function* sleep(seconds: number): Fiber {
  const self = running;
  if (self === undefined) throw new Error('nothing runs');
  later(seconds, () => {
    ready.push(self);
  });
  yield PARKED;
}
function* sleeper(seconds: number): Fiber {
  yield* sleep(seconds);
  count += 1;
}
function* parked(): Fiber {
  yield PARKED;
  count += 1;
}

/** A queue of one place between one that puts and one that gets. */
function exchange(n: number): Fiber[] {
  let item: number | undefined;
  let putter: Fiber | undefined;
  let getter: Fiber | undefined;
  function* put(): Fiber {
    for (let i = 0; i < n; i += 1) {
      while (item !== undefined) {
        putter = running;
        yield PARKED;
      }
      item = i;
      if (getter !== undefined) ready.push(getter);
      getter = undefined;
    }
  }
  function* get(): Fiber {
    for (let i = 0; i < n; i += 1) {
      while (item === undefined) {
        getter = running;
        yield PARKED;
      }
      item = undefined;
      count += 1;
      if (putter !== undefined) ready.push(putter);
      putter = undefined;
    }
  }
  return [put(), get()];
}

/** Runs fibers to their end. @returns what they counted */
function run(...fibers: readonly Fiber[]): number {
  count = 0;
  clock = 0;
  for (const fiber of fibers) ready.push(fiber);
  runAll();
  return count;
}
const workers = (make: () => Fiber): Fiber[] => Array.from({ length: WORKERS }, make);

function sleepers(n: number, suspended?: () => void): number {
  count = 0;
  clock = 0;
  for (let i = 0; i < n; i += 1) ready.push(sleeper(suspended === undefined ? sleepOf(i) : LONG_SLEEP));
  if (suspended !== undefined) {
    ready.push(
      (function* (): Fiber {
        suspended();
      })(),
    );
  }
  runAll();
  return count;
}

export const contender: Contender = {
  workloads: {
    switches: (n) => run(...workers(() => spin(n / WORKERS))),
    tasks: (n) => run(makeTasks(n)),
    gather(n) {
      const results: number[] = [];
      for (let i = 0; i < n; i += 1) ready.push(one(results, i));
      run();
      return results.length;
    },
    queue: (n) => run(...exchange(n)),
    timers: (n) => run(setTimers(n)),
    awaits: (n) => run(calls(n)),
    chain: (n) => run(...workers(() => nested(DEPTH - 1, n / WORKERS))),
    bytes(n, suspended) {
      const all: Fiber[] = [];
      for (let i = 0; i < n; i += 1) all.push(parked());
      ready = [...all];
      runAll();
      suspended();
      count = 0;
      ready = all;
      runAll();
      return count;
    },
    'sleeping-bytes': (n, suspended) => sleepers(n, suspended),
    million: (n) => sleepers(n),
  },
};
