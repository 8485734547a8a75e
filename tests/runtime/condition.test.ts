/** The rules COND of the semantics. What CPython does in detail is in tests/conformance/locks. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, now, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, item, raisedBy, raisedIn, run, spin, wait } from './program.ts';

const {
  asyncWith,
  CancelledError,
  Condition,
  createTask,
  gather,
  Lock,
  newEventLoop,
  RuntimeError,
  sleep,
  timeout,
  TimeoutError,
} = asyncio;

beforeEach(() => {
  freshWorld();
});

/** Holds the lock while it does something. */
function* holding(condition: asyncio.Condition, act: () => unknown): Generator<unknown, void> {
  yield* wait(condition.acquire());
  try {
    act();
  } finally {
    condition.release();
  }
}

/** A task that waits for word and notes it; it keeps the lock only as long as that takes. */
const waiter = define(function* waiter(condition: asyncio.Condition, name: string, log: unknown[]) {
  yield* wait(condition.acquire());
  try {
    log.push([name, yield* wait(condition.wait()), condition.locked()]);
  } finally {
    condition.release();
  }
});

test('COND-1: wait gives the lock up, and has it again when it returns true', () => {
  run(function* main() {
    const condition = new Condition();
    const log: unknown[] = [];
    const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(condition, name, log)));
    yield* spin(1);
    expect(condition.locked()).toBe(false);
    yield* holding(condition, () => {
      condition.notify(2);
    });
    expect(log).toEqual([]);
    yield* spin(6);
    expect(log).toEqual([
      ['a', true, true],
      ['b', true, true],
    ]);
    yield* holding(condition, () => {
      condition.notifyAll();
    });
    yield* wait(gather(...tasks));
    expect(log).toHaveLength(3);
  });
});

test('COND-1: who was told goes on only when the lock is free', () => {
  run(function* main() {
    const condition = new Condition();
    const log: unknown[] = [];
    const task = createTask(waiter(condition, 'a', log));
    yield* spin(1);
    yield* wait(condition.acquire());
    condition.notify();
    yield* spin(5);
    expect(log).toEqual([]);
    condition.release();
    yield* spin(1);
    expect([log, task.done()]).toEqual([[['a', true, true]], true]);
  });
});

test('COND-1: a second word goes to the next, and more words than there are tasks are fine', () => {
  run(function* main() {
    const condition = new Condition();
    const log: unknown[] = [];
    const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(condition, name, log)));
    yield* spin(1);
    yield* holding(condition, () => {
      condition.notify();
      condition.notify();
    });
    yield* spin(6);
    expect(tasks.map((task) => task.done())).toEqual([true, true, false]);
    yield* holding(condition, () => {
      condition.notify(2048);
    });
    yield* wait(gather(...tasks));
  });
});

test('COND-1: without the lock neither wait nor notify', () => {
  run(function* main() {
    const condition = new Condition();
    const refused = new RuntimeError('cannot wait on un-acquired lock');
    expect(yield* raisedIn(wait(condition.wait()))).toEqual(refused);
    expect(yield* raisedIn(wait(condition.waitFor(() => false)))).toEqual(refused);
    expect(
      raisedBy(() => {
        condition.notify();
      }),
    ).toEqual(new RuntimeError('cannot notify on un-acquired lock'));
    expect(
      raisedBy(() => {
        condition.notifyAll();
      }),
    ).toEqual(new RuntimeError('cannot notify on un-acquired lock'));
    expect(
      raisedBy(() => {
        condition.release();
      }),
    ).toEqual(new RuntimeError('Lock is not acquired.'));
  });
});

test('COND-2: a cancelled wait has the lock before CancelledError leaves it', () => {
  run(function* main() {
    const condition = new Condition();
    const log: unknown[] = [];
    const noting = define(function* noting() {
      yield* wait(condition.acquire());
      const error = yield* raisedIn(wait(condition.wait()));
      log.push(error instanceof CancelledError, now(), condition.locked());
      condition.release();
    });
    const task = createTask(noting());
    yield* spin(1);
    yield* wait(condition.acquire());
    task.cancel();
    yield* wait(sleep(3));
    expect(log).toEqual([]);
    condition.release();
    yield* wait(task);
    expect(log).toEqual([true, 3, true]);
  });
});

test('COND-2: of several cancellations the last one leaves', () => {
  run(function* main() {
    const condition = new Condition();
    const task = createTask(waiter(condition, 'a', []));
    yield* spin(1);
    yield* wait(condition.acquire());
    for (const message of ['one', 'two', 'three']) {
      task.cancel(message);
      yield* wait(sleep(1));
    }
    condition.release();
    expect(yield* raisedIn(wait(task))).toEqual(new CancelledError('three'));
  });
});

test('COND-2: the very error that the cancellation raised leaves, when it waits for word and when it waits for the lock', () => {
  run(function* main() {
    for (const told of [false, true]) {
      const condition = new Condition();
      let seen: unknown;
      const catching = define(function* catching() {
        yield* wait(condition.acquire());
        try {
          seen = yield* raisedIn(wait(condition.waitFor(() => false)));
        } finally {
          condition.release();
        }
        throw seen as Error;
      });
      const task = createTask(catching());
      yield* spin(1);
      yield* wait(condition.acquire());
      if (told) condition.notify();
      yield* spin(1);
      task.cancel('foo');
      condition.release();
      const error = yield* raisedIn(wait(task));
      expect(error).toBe(seen);
      expect(error).toEqual(new CancelledError('foo'));
    }
  });
});

test.each([0, 1])('COND-2: a word that reached a cancelled task goes to the next one (%d turns later)', (turns) => {
  run(function* main() {
    const condition = new Condition();
    let state = 0;
    const consumer = define(function* consumer() {
      yield* wait(condition.acquire());
      try {
        yield* wait(condition.waitFor(() => state !== 0));
        state -= 1;
      } finally {
        condition.release();
      }
    });
    const tasks = [createTask(consumer()), createTask(consumer())];
    yield* spin(1);
    yield* wait(condition.acquire());
    state += 1;
    condition.notify();
    yield* spin(turns);
    item(tasks, 0).cancel();
    condition.release();
    yield* ended(...tasks);
    expect([state, tasks.map((task) => task.cancelled())]).toEqual([0, [true, false]]);
  });
});

test('COND-2: a timeout leaves it with the lock', () => {
  run(function* main() {
    const condition = new Condition();
    yield* wait(condition.acquire());
    const limited = asyncWith(timeout(0.5), () => condition.wait());
    expect(yield* raisedIn(wait(limited))).toBeInstanceOf(TimeoutError);
    expect([condition.locked(), now()]).toEqual([true, 0.5]);
  });
});

test('COND-3: waitFor asks again after each word and returns what the predicate gave', () => {
  run(function* main() {
    const condition = new Condition();
    const box: number[] = [];
    let asked = 0;
    const patient = define(function* patient() {
      yield* wait(condition.acquire());
      const result = yield* wait(
        condition.waitFor(() => {
          asked += 1;
          return box.length >= 2 && 'enough';
        }),
      );
      condition.release();
      return result;
    });
    const task = createTask(patient());
    yield* spin(1);
    for (const [number, count] of [
      [0, 2],
      [1, 3],
    ] as const) {
      yield* holding(condition, () => {
        box.push(number);
        condition.notify();
      });
      yield* spin(4);
      expect([task.done(), asked]).toEqual([number === 1, count]);
    }
    expect(yield* wait(task)).toBe('enough');
  });
});

test('COND-3: waitFor of what holds already needs no lock', () => {
  run(function* main() {
    expect(yield* wait(new Condition().waitFor(() => [1, 2, 3]))).toEqual([1, 2, 3]);
  });
});

test('a condition of a lock given locks that lock', () => {
  run(function* main() {
    const lock = new Lock();
    const condition = new Condition(lock);
    yield* wait(
      asyncWith(condition, () => {
        expect([lock.locked(), condition.locked()]).toEqual([true, true]);
      }),
    );
    yield* wait(
      asyncWith(lock, () => {
        expect([lock.locked(), condition.locked()]).toEqual([true, true]);
      }),
    );
    expect([lock.locked(), condition.locked()]).toEqual([false, false]);
  });
  expect(raisedBy(() => new Condition(5 as never))).toEqual(new TypeError("'int' object has no attribute 'locked'"));
});

test('a lock of another loop is refused when it has to be waited for', () => {
  const lock = new Lock();
  const other = newEventLoop();
  const takeAndStand = define(function* takeAndStand() {
    yield* wait(lock.acquire());
    const task = createTask(lock.acquire());
    yield* spin(1);
    task.cancel();
    yield* ended(task);
    lock.release();
  });
  other.runUntilComplete(takeAndStand());
  run(function* main() {
    yield* wait(lock.acquire());
    const error = yield* raisedIn(wait(new Condition(lock).acquire()));
    expect(error).toEqual(new RuntimeError('<asyncio.locks.Lock object [locked]> is bound to a different event loop'));
  });
  other.close();
});

test('a condition tells whether it is locked, and how many wait', () => {
  run(function* main() {
    const condition = new Condition();
    expect(repr(condition)).toBe('<asyncio.locks.Condition object [unlocked]>');
    const tasks = [1, 2].map(() => createTask(waiter(condition, '', [])));
    yield* spin(1);
    expect(repr(condition)).toBe('<asyncio.locks.Condition object [unlocked, waiters:2]>');
    yield* holding(condition, () => {
      expect(repr(condition)).toBe('<asyncio.locks.Condition object [locked, waiters:2]>');
      condition.notifyAll();
    });
    yield* wait(gather(...tasks));
  });
});
