/** The rules WAITFOR of the semantics. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, contextOf, ContextVar, endWorld, hintOf, iteration, now } from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, raisedBy, raisedIn, run, said, val, wait } from './program.ts';

const { CancelledError, createTask, currentTask, getRunningLoop, shield, sleep, TimeoutError, ValueError, waitFor } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** Answers its cancellation after `cleanup` more seconds, by a value or by an error. */
const stubborn = define(function* stubborn(cleanup: number, answer?: string | Error) {
  try {
    yield* wait(sleep(100));
  } catch (error) {
    yield* wait(sleep(cleanup));
    if (typeof answer === 'string') return answer;
    throw answer ?? error;
  }
  return 'in time';
});

test('WAITFOR-1: it awaits in the caller’s own task: no other task, the same context, no iteration more', () => {
  run(function* main() {
    const variable = new ContextVar<string>('variable');
    const inner = define(function* inner() {
      yield* [];
      variable.set('set inside');
      return currentTask();
    });
    const before = iteration();
    expect(yield* wait(waitFor(inner(), 1))).toBe(currentTask());
    expect(iteration()).toBe(before);
    expect(variable.get()).toBe('set inside');
    expect(asyncio.allTasks().size).toBe(1);
  });
});

test('WAITFOR-2: at the timeout what is awaited is cancelled and waited for', () => {
  run(function* main() {
    const task = createTask(stubborn(3));
    const error = (yield* raisedIn(wait(waitFor(task, 1)))) as Error;
    expect(error).toBeInstanceOf(TimeoutError);
    expect([now(), task.cancelled()]).toEqual([4, true]);
    expect(error.cause).toBeInstanceOf(CancelledError);
    expect(contextOf(error)).toBe(error.cause);
    expect(yield* raisedIn(wait(waitFor(stubborn(2), 1)))).toBeInstanceOf(TimeoutError);
    expect([now(), currentTask()?.cancelling()]).toEqual([7, 0]);
  });
});

test('WAITFOR-3: its TimeoutError is Python’s, an OSError, without a text', () => {
  run(function* main() {
    const error = yield* raisedIn(wait(waitFor(forever(), 1)));
    expect(error).toBeInstanceOf(asyncio.OSError);
    expect((error as Error).message).toBe('');
  });
});

test('WAITFOR-4: without any time a done future gives its result', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<string>();
    future.setResult('done');
    const failed = createTask(boom());
    yield* raisedIn(wait(failed));
    for (const limit of [0, -1]) {
      const before = iteration();
      expect(yield* wait(waitFor(future, limit))).toBe('done');
      expect(yield* raisedIn(wait(waitFor(failed, limit)))).toEqual(new ValueError('boom'));
      expect(iteration()).toBe(before);
    }
  });
});

test('WAITFOR-4: without any time a coroutine never starts, and a running task is cancelled', () => {
  run(function* main() {
    for (const limit of [0, -1]) {
      let started = false;
      const body = define(function* body() {
        yield* [];
        started = true;
      });
      expect(yield* raisedIn(wait(waitFor(body(), limit)))).toBeInstanceOf(TimeoutError);
      expect(started).toBe(false);
      const task = createTask(stubborn(2));
      yield* wait(sleep(1));
      const begin = now();
      const error = (yield* raisedIn(wait(waitFor(task, limit)))) as Error;
      expect(error).toBeInstanceOf(TimeoutError);
      expect([task.cancelled(), now() - begin]).toEqual([true, 2]);
      expect(contextOf(error)).toBeInstanceOf(CancelledError);
    }
  });
  endWorld();
  expect(said.warnings).toEqual([]);
});

test('WAITFOR-4: without any time an answer to the cancellation counts, and the wait itself can be cancelled', () => {
  run(function* main() {
    const answering = createTask(stubborn(1, 'answer'));
    yield* wait(sleep(0));
    expect(yield* wait(waitFor(answering, 0))).toBe('answer');
    const failing = createTask(stubborn(1, new ValueError('instead')));
    yield* wait(sleep(0));
    expect(yield* raisedIn(wait(waitFor(failing, 0)))).toEqual(new ValueError('instead'));
    const slow = createTask(stubborn(5));
    yield* wait(sleep(0));
    const waiter = createTask(waitFor(slow, 0));
    yield* wait(sleep(1));
    waiter.cancel();
    yield* raisedIn(wait(waiter));
    expect([waiter.cancelled(), slow.done(), now()]).toEqual([true, false, 3]);
    expect(asyncio.isfuture(slow) && String(slow)).not.toContain('_release_waiter');
  });
});

test('WAITFOR-5: without a limit it waits as long as it takes', () => {
  run(function* main() {
    expect(yield* wait(waitFor(sleep(1000, 'long'), undefined))).toBe('long');
    expect(yield* wait(waitFor(sleep(1000, 'long'), null))).toBe('long');
    expect(now()).toBe(2000);
  });
});

test('WAITFOR-6: a value in answer to the cancellation is the value', () => {
  run(function* main() {
    expect(yield* wait(waitFor(stubborn(2, 'after all'), 1))).toBe('after all');
    expect([now(), currentTask()?.cancelling()]).toEqual([3, 0]);
    expect(yield* wait(waitFor(createTask(stubborn(0, 'after all')), 1))).toBe('after all');
  });
});

test('WAITFOR-7: an error in answer to the cancellation is the error', () => {
  run(function* main() {
    expect(yield* raisedIn(wait(waitFor(stubborn(2, new ValueError('in its place')), 1)))).toEqual(
      new ValueError('in its place'),
    );
    const task = createTask(stubborn(0, new ValueError('in its place')));
    expect(yield* raisedIn(wait(waitFor(task, 1)))).toEqual(new ValueError('in its place'));
    expect(currentTask()?.cancelling()).toBe(0);
  });
});

test('WAITFOR-8: cancelling the caller cancels what it waits for', () => {
  run(function* main() {
    for (const limit of [60, undefined]) {
      const task = createTask(forever());
      const waiter = createTask(waitFor(task, limit));
      yield* wait(sleep(1));
      waiter.cancel('told');
      expect(yield* raisedIn(wait(waiter))).toEqual(new CancelledError('told'));
      expect([waiter.cancelled(), task.cancelled()]).toEqual([true, true]);
    }
  });
});

test('WAITFOR-8: a cancellation that comes when the inner task has just ended is not lost', () => {
  run(function* main() {
    const inner = createTask(val('done'));
    let reached = false;
    const outer = createTask(
      define(function* outer() {
        yield* wait(waitFor(inner, 100));
        yield* wait(sleep(1));
        reached = true;
      })(),
    );
    yield* wait(sleep(0));
    outer.cancel();
    expect(yield* raisedIn(wait(outer))).toBeInstanceOf(CancelledError);
    expect([yield* wait(inner), reached, now()]).toEqual(['done', false, 0]);
  });
});

test('WAITFOR-9: a result and a timeout of the same moment make a TimeoutError, whichever timer is first', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const first = loop.createFuture<string>();
    loop.callLater(1, () => {
      first.setResult('kept');
    });
    expect(yield* raisedIn(wait(waitFor(first, 1)))).toBeInstanceOf(TimeoutError);
    expect(first.result()).toBe('kept');
    const second = loop.createFuture<string>();
    const waiter = createTask(waitFor(second, 1));
    yield* wait(sleep(0));
    loop.callLater(1, () => {
      if (!second.done()) second.setResult('late');
    });
    expect(yield* raisedIn(wait(waiter))).toBeInstanceOf(TimeoutError);
    expect(second.cancelled()).toBe(true);
    const third = loop.createFuture<string>();
    loop.callLater(0.999, () => {
      third.setResult('in time');
    });
    expect(yield* wait(waitFor(third, 1))).toBe('in time');
    const soon = loop.createFuture<string>();
    const waiting = waitFor(soon, 0.2);
    loop.callSoon(() => {
      soon.setResult('ok');
    });
    expect(yield* wait(waiting)).toBe('ok');
  });
});

test('WAITFOR-10: of a shielded task only the shield is cancelled', () => {
  run(function* main() {
    const task = createTask(sleep(2, 'done'));
    for (const limit of [0, 1]) {
      const shielded = shield(task);
      expect(yield* raisedIn(wait(waitFor(shielded, limit)))).toBeInstanceOf(TimeoutError);
      expect([shielded.cancelled(), task.done()]).toEqual([true, false]);
    }
    expect(yield* wait(waitFor(shield(task), null))).toBe('done');
    expect([yield* wait(task), now()]).toEqual(['done', 2]);
  });
});

test('WAITFOR: what cannot be awaited, and what is no time, is refused in CPython’s words', () => {
  run(function* main() {
    const refused = function* (...given: readonly unknown[]): Generator<unknown, [string, string]> {
      const error = (yield* raisedIn(wait(Reflect.apply(waitFor as never, undefined, given)))) as Error;
      return [error.name, error.message];
    };
    expect(yield* refused(5, 1)).toEqual(['TypeError', "'int' object can't be awaited"]);
    expect(yield* refused(5, 0)).toEqual(['TypeError', 'An asyncio.Future, a coroutine or an awaitable is required']);
    const task = createTask(sleep(0));
    expect(yield* refused(task, 'x')).toEqual(['TypeError', "'<=' not supported between instances of 'str' and 'int'"]);
    expect((yield* refused(task, { timeout: 1 }))[1]).toBe("'<=' not supported between instances of 'dict' and 'int'");
    const missing = raisedBy(() => Reflect.apply(waitFor as never, undefined, [task])) as Error;
    expect(missing.message).toBe("wait_for() missing 1 required positional argument: 'timeout'");
    expect(hintOf(missing)).toBe('Give the seconds too: `waitFor(f(), 1.5)`.');
  });
});
