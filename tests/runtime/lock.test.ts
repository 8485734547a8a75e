/** The rules LOCK of the semantics. What CPython does in detail is in tests/conformance/locks. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, iteration, now, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, item, raisedBy, raisedIn, run, spin, wait, waitAny } from './program.ts';

const { asyncWith, CancelledError, createTask, gather, getRunningLoop, Lock, RuntimeError, sleep, TimeoutError, waitFor } =
  asyncio;
const { BoundedSemaphore, Condition, Event, Semaphore } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** A task that holds the lock for a moment and notes it. */
const holder = define(function* holder(lock: asyncio.Lock, name: string, log: string[]) {
  yield* wait(
    asyncWith(lock, () => {
      log.push(name);
    }),
  );
});

test('LOCK-1: a free lock is acquired without suspending', () => {
  run(function* main() {
    const lock = new Lock();
    const before = iteration();
    expect(yield* wait(lock.acquire())).toBe(true);
    lock.release();
    const inside = yield* wait(asyncWith(lock, () => lock.locked()));
    expect([inside, lock.locked(), iteration()]).toEqual([true, false, before]);
  });
});

test('LOCK-2: release wakes the first in line only, and nobody overtakes that one', () => {
  run(function* main() {
    const lock = new Lock();
    const log: string[] = [];
    yield* wait(lock.acquire());
    const tasks = ['1', '2', '3'].map((name) => createTask(holder(lock, name, log)));
    yield* spin(1);
    lock.release();
    expect(lock.locked()).toBe(false);
    yield* wait(holder(lock, 'newcomer', log));
    yield* wait(gather(...tasks));
    expect(log).toEqual(['1', '2', '3', 'newcomer']);
  });
});

test('LOCK-2: each release lets one in', () => {
  run(function* main() {
    const lock = new Lock();
    const log: number[] = [];
    const taker = define(function* taker(number: number) {
      yield* wait(lock.acquire());
      log.push(number);
    });
    yield* wait(lock.acquire());
    createTask(taker(1));
    createTask(taker(2));
    yield* spin(1);
    expect(log).toEqual([]);
    lock.release();
    yield* spin(2);
    expect(log).toEqual([1]);
    createTask(taker(3));
    lock.release();
    yield* spin(1);
    expect(log).toEqual([1, 2]);
    lock.release();
    yield* spin(1);
    expect(log).toEqual([1, 2, 3]);
  });
});

test('LOCK-3: a free lock cannot be released, a held one by anybody, and nobody acquires it twice', () => {
  run(function* main() {
    const lock = new Lock();
    expect(
      raisedBy(() => {
        lock.release();
      }),
    ).toEqual(new RuntimeError('Lock is not acquired.'));
    yield* wait(lock.acquire());
    const other = define(function* other() {
      lock.release();
      yield* [];
    });
    yield* wait(createTask(other()));
    expect(lock.locked()).toBe(false);
    yield* wait(lock.acquire());
    expect(yield* raisedIn(wait(waitFor(lock.acquire(), 1)))).toBeInstanceOf(TimeoutError);
    expect(now()).toBe(1);
  });
});

test('LOCK-4: who is cancelled after being woken hands the lock on', () => {
  run(function* main() {
    const lock = new Lock();
    yield* wait(lock.acquire());
    const [first, second] = [createTask(lock.acquire()), createTask(lock.acquire())];
    yield* spin(1);
    lock.release();
    first.cancel();
    expect(yield* wait(second)).toBe(true);
    expect(first.cancelled()).toBe(true);
  });
});

test('LOCK-4: who was cancelled before the release is passed over', () => {
  run(function* main() {
    const lock = new Lock();
    yield* wait(lock.acquire());
    const [first, second] = [createTask(lock.acquire()), createTask(lock.acquire())];
    yield* spin(1);
    first.cancel();
    lock.release();
    yield* spin(1);
    expect([lock.locked(), first.cancelled(), second.done()]).toEqual([false, true, false]);
    yield* wait(second);
  });
});

test('LOCK-4: when all who wait are cancelled, a newcomer need not stand in line', () => {
  run(function* main() {
    const lock = new Lock();
    yield* wait(lock.acquire());
    const tasks = [createTask(lock.acquire()), createTask(lock.acquire())];
    yield* spin(1);
    for (const task of tasks) task.cancel();
    lock.release();
    const before = iteration();
    yield* wait(lock.acquire());
    expect(iteration()).toBe(before);
    yield* ended(...tasks);
    expect(repr(lock)).toBe('<asyncio.locks.Lock object [locked]>');
  });
});

test('LOCK-4: a cancellation and a release at once let one task in, not two', () => {
  run(function* main() {
    const lock = new Lock();
    yield* wait(lock.acquire());
    const tasks = [1, 2, 3].map(() => createTask(lock.acquire()));
    yield* spin(1);
    getRunningLoop().callSoon(() => {
      item(tasks, 0).cancel();
      lock.release();
    });
    expect(yield* raisedIn(wait(item(tasks, 0)))).toBeInstanceOf(CancelledError);
    expect(tasks.map((task) => task.done())).toEqual([true, true, false]);
  });
});

test('the lock is released when the body fails or is cancelled', () => {
  run(function* main() {
    const lock = new Lock();
    const failing = asyncWith(lock, () => {
      throw new asyncio.ValueError('inside');
    });
    expect(yield* raisedIn(wait(failing))).toEqual(new asyncio.ValueError('inside'));
    expect(lock.locked()).toBe(false);
    const long = createTask(asyncWith(lock, () => sleep(9)));
    yield* wait(sleep(1));
    expect(lock.locked()).toBe(true);
    long.cancel();
    yield* ended(long);
    expect([lock.locked(), now()]).toEqual([false, 1]);
  });
});

test('aenter and aexit are coroutines that acquire and release', () => {
  run(function* main() {
    const lock = new Lock();
    expect(yield* wait(lock.aenter())).toBeUndefined();
    expect(lock.locked()).toBe(true);
    expect(yield* wait(lock.aexit(new Error('not swallowed')))).toBeUndefined();
    expect(lock.locked()).toBe(false);
  });
});

test.each([Lock, Event, Condition, Semaphore, BoundedSemaphore])('%o cannot be awaited and takes no options', (Kind) => {
  run(function* main() {
    expect(yield* raisedIn(waitAny(new Kind()))).toEqual(new TypeError(`'${Kind.name}' object can't be awaited`));
    const make = Kind as unknown as new (...args: unknown[]) => unknown;
    const given = Kind === Lock || Kind === Event ? [{ loop: 1 }] : [undefined, { loop: 1 }];
    expect(raisedBy(() => new make(...given))).toEqual(
      new TypeError(`${Kind.name}.__init__() got an unexpected keyword argument 'loop'`),
    );
  });
});

test('a lock tells whether it is locked, and how many wait', () => {
  run(function* main() {
    const lock = new Lock();
    expect(String(lock)).toBe('<asyncio.locks.Lock object [unlocked]>');
    yield* wait(lock.acquire());
    const task = createTask(lock.acquire());
    yield* spin(1);
    expect(repr(lock)).toBe('<asyncio.locks.Lock object [locked, waiters:1]>');
    lock.release();
    expect(repr(lock)).toBe('<asyncio.locks.Lock object [unlocked, waiters:1]>');
    yield* wait(task);
    class Mine extends Lock {}
    expect(repr(new Mine())).toBe('<Mine object [unlocked]>');
  });
});
