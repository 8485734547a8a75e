/** The rules CANCEL of the semantics: cancellation. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, contextOf, endWorld, iteration, now } from '../../src/runtime/index.ts';
import { boom, define, ended, forever, freshWorld, item, raisedBy, raisedIn, run, said, val, wait } from './program.ts';

const { CancelledError, createTask, currentTask, getRunningLoop, sleep } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** What `forever` raises is caught by `caught`, whose return value is the result. */
function catching<R>(caught: (error: unknown) => Generator<unknown, R>): () => asyncio.Coroutine<R | undefined> {
  return define(function* catching() {
    try {
      yield* wait(forever());
    } catch (error) {
      return yield* caught(error);
    }
    return undefined;
  });
}

test('CANCEL-1: cancel() cancels the awaited future at once, the error enters in the next iteration', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture();
    const out: number[] = [];
    const waiting = define(function* waiting() {
      try {
        yield* wait(future);
      } catch (error) {
        out.push(iteration());
        throw error;
      }
    });
    const task = createTask(waiting());
    yield* wait(sleep(0));
    expect(task.cancel()).toBe(true);
    expect([future.cancelled(), task.done(), task.cancelled()]).toEqual([true, false, false]);
    const before = iteration();
    yield* wait(sleep(0));
    expect(out).toEqual([before + 1]);
    expect(task.cancelled()).toBe(true);
  });
});

test('CANCEL-2: a task that is cancelled before its first step never runs, and is not reported', () => {
  const out: number[] = [];
  run(function* main() {
    const f = define(function* f() {
      try {
        out.push(1);
        yield* [];
      } finally {
        out.push(2);
      }
    });
    const task = createTask(f());
    task.cancel();
    expect(yield* raisedIn(wait(task))).toBeInstanceOf(CancelledError);
    expect(task.cancelled()).toBe(true);
  });
  endWorld();
  expect(out).toEqual([]);
  expect(said.warnings).toEqual([]);
});

test('CANCEL-3: a task that cancels itself runs on to its next suspension', () => {
  run(function* main() {
    const out: string[] = [];
    const f = define(function* f() {
      currentTask()?.cancel();
      out.push('a');
      yield* wait(val(1));
      out.push('b');
      try {
        yield* wait(sleep(5));
      } catch (error) {
        out.push('c');
        throw error;
      }
    });
    const task = createTask(f());
    yield* ended(task);
    expect(out).toEqual(['a', 'b', 'c']);
    expect(task.cancelled()).toBe(true);
    expect(now()).toBe(0);
  });
});

test('CANCEL-4: a task that cancels itself and returns ends cancelled', () => {
  run(function* main() {
    const f = define(function* f() {
      currentTask()?.cancel();
      yield* [];
      return 42;
    });
    const task = createTask(f());
    yield* ended(task);
    expect(task.cancelled()).toBe(true);
  });
});

test('CANCEL-5: a cancellation after the awaited future’s end takes the place of its result', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<string>();
    const out: string[] = [];
    const waiting = define(function* waiting() {
      try {
        out.push(yield* wait(future));
      } catch (error) {
        out.push('cancelled');
        throw error;
      }
    });
    const task = createTask(waiting());
    yield* wait(sleep(0));
    future.setResult('value');
    expect(task.cancel()).toBe(true);
    yield* ended(task);
    expect(out).toEqual(['cancelled']);
    expect(task.cancelled()).toBe(true);
    expect(future.result()).toBe('value');
  });
});

test('CANCEL-6: the message of cancel() reaches the awaiter as it was given', () => {
  run(function* main() {
    for (const [message, args] of [
      [undefined, []],
      [null, []],
      ['m', ['m']],
      [5, [5]],
    ]) {
      const task = createTask(forever());
      yield* wait(sleep(0));
      task.cancel(message);
      const error = yield* raisedIn(wait(task));
      expect(error).toBeInstanceOf(CancelledError);
      expect((error as asyncio.CancelledError).args).toEqual(args);
    }
  });
});

test('CANCEL-7: CancelledError is a class of its own, neither a RuntimeError nor a ValueError', () => {
  // JavaScript has no BaseException, and a bare catch catches it: taught as a difference.
  const error = new CancelledError();
  expect(error.name).toBe('CancelledError');
  expect(
    [asyncio.RuntimeError, asyncio.ValueError, asyncio.InvalidStateError, asyncio.TimeoutError].some(
      (kind) => error instanceof kind,
    ),
  ).toBe(false);
});

test('CANCEL-8: a task may swallow its cancellation and return a value', () => {
  run(function* main() {
    const task = createTask(
      catching(function* () {
        yield* wait(sleep(1));
        return [42, currentTask()?.cancelling()];
      })(),
    );
    yield* wait(sleep(0));
    task.cancel();
    expect(yield* wait(task)).toEqual([42, 1]);
    expect(task.cancelled()).toBe(false);
  });
});

test('CANCEL-9: cancel() may be repeated, and each call counts until the task is done', () => {
  run(function* main() {
    const hits: number[] = [];
    const f = define(function* f() {
      for (let i = 0; i < 3; i += 1) {
        const error = yield* raisedIn(wait(forever()));
        if (error instanceof CancelledError) hits.push(i);
      }
    });
    const task = createTask(f());
    yield* wait(sleep(0));
    for (let i = 0; i < 3; i += 1) {
      expect(task.cancel()).toBe(true);
      expect(task.cancelling()).toBe(i + 1);
      yield* wait(sleep(0));
    }
    expect(hits).toEqual([0, 1, 2]);
    expect([task.done(), task.cancelled(), task.cancel(), task.cancelling()]).toEqual([true, false, false, 3]);
  });
});

test('CANCEL-10: two calls before the task runs throw once', () => {
  run(function* main() {
    const hits: unknown[] = [];
    const task = createTask(
      catching(function* (error) {
        hits.push(error);
        yield* wait(sleep(0));
        yield* wait(sleep(1));
        return 'ok';
      })(),
    );
    yield* wait(sleep(0));
    task.cancel();
    task.cancel();
    expect(task.cancelling()).toBe(2);
    expect(yield* wait(task)).toBe('ok');
    expect(hits).toHaveLength(1);
  });
});

test('CANCEL-11: uncancel() down to zero drops a cancellation that was not delivered', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture();
    const f = define(function* f() {
      yield* wait(future);
      return 42;
    });
    const task = createTask(f());
    yield* wait(sleep(0));
    future.setResult(undefined);
    task.cancel();
    expect(task.uncancel()).toBe(0);
    expect(task.uncancel()).toBe(0);
    expect(yield* wait(task)).toBe(42);
  });
});

test('CANCEL-12: cancelling a task that awaits a task cancels the inner one, which may swallow it', () => {
  run(function* main() {
    const inner = createTask(
      catching(function* () {
        yield* [];
        return 'saved';
      })(),
    );
    const awaiting = define(function* awaiting() {
      return yield* wait(inner);
    });
    const outer = createTask(awaiting());
    yield* wait(sleep(0));
    yield* wait(sleep(0));
    outer.cancel();
    expect(yield* wait(outer)).toBe('saved');
    expect([outer.cancelled(), inner.cancelling(), outer.cancelling()]).toEqual([false, 1, 1]);
  });
});

test('CANCEL-12: tasks that wait for each other in a ring can be cancelled', () => {
  run(function* main() {
    const tasks: asyncio.Task[] = [];
    const waiting = define(function* waiting(n: number) {
      yield* wait(item(tasks, n));
    });
    tasks.push(createTask(waiting(1)), createTask(waiting(2)), createTask(waiting(0)));
    yield* wait(sleep(0));
    tasks[1]?.cancel('enough');
    yield* ended(...tasks);
    expect(tasks.map((task) => task.cancelled())).toEqual([true, true, true]);
  });
});

test('CANCEL-13: who awaits a cancelled task is cancelled too, although nobody asked for it', () => {
  run(function* main() {
    const task = createTask(forever());
    yield* wait(sleep(0));
    const awaiting = define(function* awaiting() {
      yield* wait(task);
    });
    const outer = createTask(awaiting());
    yield* wait(sleep(0));
    task.cancel();
    yield* ended(outer);
    expect([outer.cancelled(), outer.cancelling()]).toEqual([true, 0]);
  });
});

test('CANCEL-14: a CancelledError raised by hand cancels the task', () => {
  run(function* main() {
    const error = new CancelledError('x');
    const task = createTask(boom(error));
    yield* ended(task);
    expect([task.cancelled(), task.cancelling()]).toEqual([true, 0]);
    const again = createTask(boom(error));
    expect(yield* raisedIn(wait(again))).toBe(error);
  });
});

test('CANCEL-15: cleanup may await, and another error raised there takes the cancellation’s place', () => {
  run(function* main() {
    const out: number[] = [];
    const tidy = define(function* tidy() {
      try {
        yield* wait(forever());
      } finally {
        yield* wait(sleep(2));
        out.push(now());
      }
    });
    const tidying = createTask(tidy());
    yield* wait(sleep(0));
    tidying.cancel();
    yield* ended(tidying);
    expect(out).toEqual([2]);
    expect(tidying.cancelled()).toBe(true);
    const failing = createTask(catching(raiseValueError)());
    yield* wait(sleep(0));
    failing.cancel();
    yield* ended(failing);
    expect(failing.cancelled()).toBe(false);
    expect(failing.exception()).toBeInstanceOf(asyncio.ValueError);
    expect(contextOf(failing.exception())).toBeInstanceOf(CancelledError);
  });
});

function* raiseValueError(): Generator<unknown, never> {
  yield* [];
  throw new asyncio.ValueError('in cleanup');
}

test('CANCEL-16: a task in sleep(0) is cancelled at that step', () => {
  run(function* main() {
    const out: string[] = [];
    const f = define(function* f() {
      try {
        yield* wait(sleep(0));
      } catch (error) {
        out.push('c');
        throw error;
      }
    });
    const task = createTask(f());
    yield* wait(sleep(0));
    expect(task.cancel()).toBe(true);
    yield* ended(task);
    expect(out).toEqual(['c']);
    expect(task.cancelled()).toBe(true);
  });
});

test('CANCEL-17: run() raises CancelledError when main is cancelled', () => {
  const error = raisedBy(() => {
    run(function* main() {
      currentTask()?.cancel('main');
      yield* wait(sleep(0));
    });
  });
  expect(error).toEqual(new CancelledError('main'));
});
