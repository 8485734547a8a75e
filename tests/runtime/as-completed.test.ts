/** The rules ASC of the semantics. `for (const next of …)` stands for Python's `for`, `forAwait` below for its `async for`. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, hintOf, iteration, now } from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, item, raisedBy, raisedIn, run, said, val, wait } from './program.ts';

const { asCompleted, CancelledError, createTask, getRunningLoop, RuntimeError, sleep, TimeoutError, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

const after = define(function* after(seconds: number) {
  yield* wait(sleep(seconds));
  return seconds;
});

/** The next item of `for await`; undefined at the end. */
function* nextOf<A>(iterator: asyncio.AsCompletedIterator<A>): Generator<unknown, asyncio.Completed<A> | undefined> {
  const step = yield* wait(iterator[Symbol.asyncIterator]().next());
  return step.value;
}

test('ASC-1: everything runs from the call on, and results come in the order of their ends', () => {
  run(function* main() {
    const steps = asCompleted([after(3), after(1), after(2)]);
    expect(asyncio.allTasks().size).toBe(4);
    yield* wait(sleep(0.5));
    const seen: [number, number][] = [];
    for (const next of steps) {
      expect(asyncio.iscoroutine(next)).toBe(true);
      seen.push([yield* wait(next), now()]);
    }
    expect(seen).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});

test('ASC-1: the coroutine that is awaited first gets the first result, whichever it is', () => {
  run(function* main() {
    const waits = [...asCompleted([after(1), after(2)])];
    const [first, second] = [createTask(item(waits, 1)), createTask(item(waits, 0))];
    expect([yield* wait(second), yield* wait(first)]).toEqual([2, 1]);
    const both = [...asCompleted([val('a'), val('b')])];
    expect((yield* wait(asyncio.gather(...both))).sort()).toEqual(['a', 'b']);
  });
});

test('ASC-2: for await gives the very tasks and futures, done, and tasks of coroutines', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const task = createTask(after(2));
    const future = loop.createFuture<number>();
    loop.callLater(1, () => {
      future.setResult(1);
    });
    const steps = asCompleted<asyncio.Future<number>>([task, future]);
    const [first, second] = [yield* nextOf(steps), yield* nextOf(steps)];
    expect([first === future, second === task, now()]).toEqual([true, true, 2]);
    expect(yield* nextOf(steps)).toBeUndefined();
    const made = yield* nextOf(asCompleted([after(1)]));
    expect(made).toBeInstanceOf(asyncio.Task);
    expect([made?.done(), made?.result()]).toEqual([true, 1]);
  });
});

test('ASC-2: an item costs two iterations after the end of its task', () => {
  run(function* main() {
    const where = define(function* where() {
      yield* wait(sleep(0));
      return iteration();
    });
    for (const next of asCompleted([where()])) expect((yield* wait(next)) + 2).toBe(iteration());
    const done = yield* nextOf(asCompleted([where()]));
    expect((done?.result() ?? 0) + 2).toBe(iteration());
  });
});

test('ASC-3: at the timeout each remaining item raises TimeoutError, and nothing is cancelled', () => {
  run(function* main() {
    const slow = [createTask(after(9)), createTask(after(8))];
    const seen: unknown[] = [];
    for (const next of asCompleted([after(1), ...slow], { timeout: 2 })) {
      seen.push(yield* raisedIn(wait(next)), now());
    }
    expect(seen).toEqual([undefined, 1, new TimeoutError(), 2, new TimeoutError(), 2]);
    expect(slow.map((task) => task.done())).toEqual([false, false]);
    expect(String(slow[0])).not.toContain('_handle_completion');
    const steps = asCompleted(slow, { timeout: 1 });
    expect(yield* raisedIn(nextOf(steps))).toBeInstanceOf(TimeoutError);
    expect(yield* raisedIn(nextOf(steps))).toBeInstanceOf(TimeoutError);
    expect(yield* nextOf(steps)).toBeUndefined();
    expect(now()).toBe(3);
  });
});

test('ASC-3: a timeout that is not needed is taken back', () => {
  run(function* main() {
    for (const next of asCompleted([val('a')], { timeout: 60 })) expect(yield* wait(next)).toBe('a');
    for (const next of asCompleted([val('a')], { timeout: null })) expect(yield* wait(next)).toBe('a');
  });
  expect(now()).toBe(0);
});

test('ASC-3: without any time what is done in the same iteration still counts as late', () => {
  run(function* main() {
    const done = createTask(val('done'));
    yield* wait(done);
    for (const next of asCompleted([done], { timeout: 0 })) expect(yield* wait(next)).toBe('done');
    for (const next of asCompleted([val('late')], { timeout: 0 })) {
      expect(yield* raisedIn(wait(next))).toBeInstanceOf(TimeoutError);
    }
  });
});

test('ASC-4: what is given twice is one', () => {
  run(function* main() {
    const coroutine = val('once');
    const task = createTask(val('task'));
    const seen: string[] = [];
    for (const next of asCompleted([coroutine, task, coroutine, task])) seen.push(yield* wait(next));
    expect(seen.sort()).toEqual(['once', 'task']);
  });
});

test('ASC-4: one alone, and what is no list of awaitables, is refused in CPython’s words', () => {
  run(function* main() {
    const refused = (...given: unknown[]): string => {
      const error = raisedBy(() => Reflect.apply(asCompleted as never, undefined, given)) as Error;
      return `${error.name}: ${error.message}`;
    };
    const task = createTask(val(1));
    const coroutine = val(2);
    expect(refused(task)).toBe('TypeError: expects an iterable of awaitables, not Task');
    expect(refused(coroutine)).toBe('TypeError: expects an iterable of awaitables, not coroutine');
    expect(refused(getRunningLoop().createFuture())).toBe('TypeError: expects an iterable of awaitables, not Future');
    expect(refused(5)).toBe("TypeError: 'int' object is not iterable");
    expect(refused(undefined)).toBe("TypeError: 'NoneType' object is not iterable");
    expect(refused([1])).toBe('TypeError: An asyncio.Future, a coroutine or an awaitable is required');
    expect(refused([[task]])).toBe("TypeError: cannot use 'list' as a set element (unhashable type: 'list')");
    expect(refused([task], { timeout: 'x' })).toBe("TypeError: unsupported operand type(s) for +: 'float' and 'str'");
    expect(refused([task], { foo: 1 })).toBe("TypeError: as_completed() got an unexpected keyword argument 'foo'");
    expect(refused(task, task)).toBe('TypeError: as_completed() takes 1 positional argument but 2 were given');
    expect(refused()).toBe("TypeError: as_completed() missing 1 required positional argument: 'fs'");
    expect(hintOf(raisedBy(() => asCompleted(task as never)))).toBe('Give it a list: `asCompleted([a(), b()])`.');
    yield* wait(coroutine);
  });
});

test('ASC-4: errors and cancellations are raised at the await, and the iterator goes on', () => {
  run(function* main() {
    const cancelled = createTask(forever());
    getRunningLoop().callLater(2, () => cancelled.cancel());
    const seen: unknown[] = [];
    for (const next of asCompleted([boom(undefined, 0, 1), cancelled, after(3)])) {
      const error = yield* raisedIn(
        (function* () {
          seen.push(yield* wait(next));
        })(),
      );
      if (error !== undefined) seen.push((error as Error).name);
    }
    expect(seen).toEqual(['ValueError', 'CancelledError', 3]);
    const failing = yield* nextOf(asCompleted([boom()]));
    expect(failing?.exception()).toEqual(new ValueError('boom'));
  });
});

test('ASC-4: both ways of iterating share one iterator, which can be left and taken up again', () => {
  run(function* main() {
    const steps = asCompleted([after(1), after(2), after(3), after(4)]);
    for (const next of steps) {
      expect(yield* wait(next)).toBe(1);
      break;
    }
    expect((yield* nextOf(steps))?.result()).toBe(2);
    const rest: number[] = [];
    for (const next of steps) rest.push(yield* wait(next));
    expect(rest).toEqual([3, 4]);
    expect(steps.next()).toEqual({ done: true, value: undefined });
    expect([...asCompleted([])]).toEqual([]);
  });
});

test('ASC: a coroutine of it that is never awaited is reported; one that is cancelled leaves the rest', () => {
  run(function* main() {
    const task = createTask(after(5));
    const waiter = createTask(item([...asCompleted([task])], 0));
    yield* wait(sleep(1));
    waiter.cancel();
    expect(yield* raisedIn(wait(waiter))).toBeInstanceOf(CancelledError);
    expect([yield* wait(task), now()]).toEqual([5, 5]);
    asCompleted([val(1)]).next();
  });
  endWorld();
  expect(said.warnings).toEqual(["RuntimeWarning: coroutine '_AsCompletedIterator._wait_for_one' was never awaited"]);
});

test('ASC-5: coroutines start in the order in which they are given', () => {
  run(function* main() {
    const started: string[] = [];
    const start = define(function* start(name: string) {
      started.push(name);
      yield* wait(sleep(0));
    });
    const names = ['d', 'c', 'b', 'a'];
    for (const next of asCompleted(names.map((name) => start(name)))) yield* wait(next);
    expect(started).toEqual(names);
  });
});

test('ASC: it needs a running loop', () => {
  const coroutine = val(1);
  expect(raisedBy(() => asCompleted([coroutine]))).toEqual(
    new RuntimeError("There is no current event loop in thread 'MainThread'."),
  );
});
