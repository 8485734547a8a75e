/** The rules WAIT of the semantics, and what ORDER-7 says of wait. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, hintOf, iteration, now } from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, item, raisedBy, raisedIn, run, said, spin, val, wait as await_ } from './program.ts';

const {
  ALL_COMPLETED,
  CancelledError,
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  gather,
  getRunningLoop,
  sleep,
  ValueError,
  wait,
} = asyncio;

beforeEach(() => {
  freshWorld();
});

/** The tasks of a set, as places in `of`. */
function places(tasks: ReadonlySet<asyncio.Future>, of: readonly asyncio.Future[]): number[] {
  return [...tasks].map((task) => of.indexOf(task));
}

test('WAIT-1: it gives those that are done and those that are not', () => {
  run(function* main() {
    const tasks = [createTask(sleep(3)), createTask(sleep(1)), createTask(sleep(2))];
    const [done, pending] = yield* await_(wait(tasks, { timeout: 2.5 }));
    expect([places(done, tasks), places(pending, tasks), now()]).toEqual([[1, 2], [0], 2.5]);
    const [all, none] = yield* await_(wait(tasks));
    expect([places(all, tasks), none.size, now()]).toEqual([[0, 1, 2], 0, 3]);
  });
});

test('WAIT-1: at the timeout nothing is raised and nothing is cancelled', () => {
  run(function* main() {
    const task = createTask(sleep(5, 'slept'));
    for (const timeout of [1, 0, -1]) {
      const [done, pending] = yield* await_(wait([task], { timeout }));
      expect([done.size, pending.size]).toEqual([0, 1]);
    }
    expect([yield* await_(task), now()]).toEqual(['slept', 5]);
    yield* await_(wait([createTask(sleep(1))], { timeout: 100 }));
    yield* await_(wait([createTask(sleep(1))], { timeout: null }));
    expect(now()).toBe(7);
  });
});

test('WAIT-2: coroutines are refused, and say so when they are lost', () => {
  run(function* main() {
    const task = createTask(sleep(1));
    const error = (yield* raisedIn(await_(wait([task, val(1)] as never)))) as Error;
    expect([error.name, error.message]).toEqual(['TypeError', 'Passing coroutines is forbidden, use tasks explicitly.']);
    expect(hintOf(error)).toBe('Make tasks of them: `wait([createTask(val(…))])`.');
  });
  endWorld();
  expect(said.warnings).toEqual(["RuntimeWarning: coroutine 'val' was never awaited"]);
});

test('WAIT-2: nothing, one alone, and what is no list are refused in CPython’s words', () => {
  run(function* main() {
    const refused = function* (given: unknown, options?: object): Generator<unknown, string> {
      const error = (yield* raisedIn(await_(wait(given as never, options)))) as Error;
      return `${error.name}: ${error.message}`;
    };
    const task = createTask(sleep(1));
    for (const nothing of [[], new Set(), undefined, null, 0, '']) {
      expect(yield* refused(nothing)).toBe('ValueError: Set of Tasks/Futures is empty.');
    }
    expect(yield* refused([].values())).toBe('AssertionError: Set of Futures is empty.');
    expect(yield* refused(task)).toBe('TypeError: expect a list of futures, not Task');
    expect(yield* refused(getRunningLoop().createFuture())).toBe('TypeError: expect a list of futures, not Future');
    expect(yield* refused(gather(task))).toBe('TypeError: expect a list of futures, not _GatheringFuture');
    const coroutine = sleep(0);
    expect(yield* refused(coroutine)).toBe('TypeError: expect a list of futures, not coroutine');
    yield* await_(coroutine);
    expect(yield* refused(5)).toBe("TypeError: 'int' object is not iterable");
    expect(yield* refused(sleep)).toBe("TypeError: 'function' object is not iterable");
    expect(yield* refused([[task]])).toBe("TypeError: cannot use 'list' as a set element (unhashable type: 'list')");
    expect(yield* refused([1])).toBe("TypeError: 'int' object has no attribute 'add_done_callback'");
    expect(yield* refused('ab')).toBe("TypeError: 'str' object has no attribute 'add_done_callback'");
    expect(yield* refused([task], { returnWhen: -1 })).toBe('ValueError: Invalid return_when value: -1');
    expect(yield* refused([task], { returnWhen: 'x' })).toBe('ValueError: Invalid return_when value: x');
    expect(yield* refused([task], { timeout: 'x' })).toBe("TypeError: unsupported operand type(s) for +: 'float' and 'str'");
  });
});

test('WAIT-2: a call that does not fit raises at the call', () => {
  run(function* main() {
    yield* [];
    const task = createTask(sleep(0));
    const calls: readonly [unknown[], string][] = [
      [[[task], { bla: 1 }], "wait() got an unexpected keyword argument 'bla'"],
      [[task, task], 'wait() takes 1 positional argument but 2 were given'],
      [[], "wait() missing 1 required positional argument: 'fs'"],
    ];
    for (const [given, message] of calls) {
      expect(raisedBy(() => Reflect.apply(wait as never, undefined, given))).toEqual(new TypeError(message));
    }
    expect(hintOf(raisedBy(() => Reflect.apply(wait as never, undefined, [task, task])))).toContain('wait([a, b])');
  });
});

test('WAIT-2: any iterable will do, and what is given twice is waited for once', () => {
  run(function* main() {
    const tasks = [createTask(sleep(1)), createTask(sleep(2))];
    const [done] = yield* await_(wait([...tasks, item(tasks, 0)]));
    expect(done.size).toBe(2);
    const listed = function* (): Generator<asyncio.Task<void>> {
      yield* tasks;
    };
    expect((yield* await_(wait(listed())))[0].size).toBe(2);
    expect((yield* await_(wait(new Set(tasks))))[0].size).toBe(2);
  });
});

test('WAIT-3: with FIRST_COMPLETED there may be several, since it looks when it resumes', () => {
  run(function* main() {
    const tasks = [createTask(sleep(5)), createTask(val(1)), createTask(val(2)), createTask(val(3, 1)), createTask(val(4, 3))];
    const [done, pending] = yield* await_(wait(tasks, { returnWhen: FIRST_COMPLETED }));
    expect([places(done, tasks), places(pending, tasks)]).toEqual([
      [1, 2, 3],
      [0, 4],
    ]);
  });
});

test('WAIT-4: with FIRST_EXCEPTION an error ends it, a cancellation does not', () => {
  run(function* main() {
    const cancelled = createTask(forever());
    getRunningLoop().callLater(1, () => cancelled.cancel());
    const tasks = [cancelled, createTask(sleep(2)), createTask(boom(undefined, 0, 3)), createTask(sleep(9))];
    const [done, pending] = yield* await_(wait(tasks, { returnWhen: FIRST_EXCEPTION }));
    expect([places(done, tasks), places(pending, tasks), now()]).toEqual([[0, 1, 2], [3], 3]);
    const [rest] = yield* await_(wait([cancelled, item(tasks, 3)], { returnWhen: FIRST_EXCEPTION }));
    expect([rest.size, now()]).toEqual([2, 9]);
    const before = iteration();
    const [again] = yield* await_(wait([item(tasks, 2), createTask(sleep(1))], { returnWhen: FIRST_EXCEPTION }));
    expect([again.size, iteration() - before]).toEqual([1, 2]);
  });
});

test('WAIT-4: an error that nobody looked at is reported, unless FIRST_EXCEPTION looked', () => {
  run(function* main() {
    yield* await_(wait([createTask(boom(new ValueError('all')))], { returnWhen: ALL_COMPLETED }));
    yield* await_(wait([createTask(boom(new ValueError('first'))), createTask(sleep(1))], { returnWhen: FIRST_EXCEPTION }));
  });
  endWorld();
  expect(said.contexts.map(({ exception }) => (exception as Error).message)).toEqual(['all']);
});

test('WAIT-5: errors are left to whoever asks the tasks', () => {
  run(function* main() {
    const tasks = [createTask(boom()), createTask(val(1))];
    const [done] = yield* await_(wait(tasks));
    expect(done.size).toBe(2);
    expect(item(tasks, 0).exception()).toEqual(new ValueError('boom'));
  });
});

test('WAIT-5: a wait that is cancelled leaves the tasks running, and nothing of itself on them', () => {
  run(function* main() {
    const task = createTask(sleep(5, 'slept'), { name: 'sleeper' });
    const waiter = createTask(wait([task], { timeout: 3 }));
    yield* await_(sleep(1));
    expect(String(task)).toContain('_wait.<locals>._on_completion()');
    waiter.cancel('told');
    expect(yield* raisedIn(await_(waiter))).toEqual(new CancelledError('told'));
    expect(String(task)).not.toContain('_on_completion');
    expect([yield* await_(task), now()]).toEqual(['slept', 5]);
  });
});

test('WAIT-6: two iterations pass even when everything is done already', () => {
  run(function* main() {
    const task = createTask(val(1));
    yield* await_(task);
    const before = iteration();
    for (const returnWhen of [FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED] as const) {
      yield* await_(wait([task], { returnWhen }));
    }
    expect(iteration() - before).toBe(6);
  });
});

test('ORDER-7: wait goes on two iterations after the last task is done, as gather does, and await one', () => {
  run(function* main() {
    const ended = define(function* ended() {
      yield* spin(3);
      return iteration();
    });
    const task = createTask(ended());
    const waiters = [
      createTask(
        define(function* plain() {
          yield* await_(task);
          return iteration();
        })(),
      ),
      createTask(
        define(function* waiting() {
          yield* await_(wait([task]));
          return iteration();
        })(),
      ),
      createTask(
        define(function* gathering() {
          yield* await_(gather(task));
          return iteration();
        })(),
      ),
    ];
    const seen = yield* await_(gather(...waiters));
    expect(seen.map((at) => at - task.result())).toEqual([1, 2, 2]);
  });
});

test('WAIT: it takes futures of any kind', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const future = loop.createFuture<number>();
    loop.callLater(2, () => {
      future.setResult(1);
    });
    const all = gather(sleep(1), sleep(3));
    const [done, pending] = yield* await_(wait<asyncio.Future>([future, all], { returnWhen: FIRST_COMPLETED }));
    expect([done.has(future), pending.has(all), now()]).toEqual([true, true, 2]);
  });
});
