/** The rules FUT of the semantics: futures. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, iteration } from '../../src/runtime/index.ts';
import { boom, define, ended, freshWorld, raisedBy, run, said, wait } from './program.ts';

const { CancelledError, createTask, gather, getRunningLoop, InvalidStateError, newEventLoop, RuntimeError, sleep, ValueError } =
  asyncio;

beforeEach(() => {
  freshWorld();
});

test('FUT-1: a future ends once', () => {
  run(function* main() {
    const done = getRunningLoop().createFuture<number>();
    done.setResult(1);
    expect(
      raisedBy(() => {
        done.setResult(2);
      }),
    ).toBeInstanceOf(InvalidStateError);
    expect(
      raisedBy(() => {
        done.setException(new ValueError());
      }),
    ).toBeInstanceOf(InvalidStateError);
    expect(done.cancel()).toBe(false);
    expect([done.done(), done.cancelled(), done.exception(), done.result()]).toEqual([true, false, undefined, 1]);
    const cancelled = getRunningLoop().createFuture<number>();
    expect(cancelled.cancel('m')).toBe(true);
    expect([cancelled.done(), cancelled.cancelled()]).toEqual([true, true]);
    expect(raisedBy(() => cancelled.result())).toEqual(new CancelledError('m'));
    expect(raisedBy(() => cancelled.exception())).toBeInstanceOf(CancelledError);
    expect(
      raisedBy(() => {
        cancelled.setResult(1);
      }),
    ).toBeInstanceOf(InvalidStateError);
    yield* [];
  });
});

test('FUT-2: setException makes an error of a class, and turns StopIteration into a RuntimeError', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture();
    future.setException(ValueError);
    expect(future.exception()).toBeInstanceOf(ValueError);
    const stopped = getRunningLoop().createFuture();
    const stop = new asyncio.StopIteration(12);
    stopped.setException(stop);
    const error = stopped.exception() as Error;
    expect(error).toEqual(new RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future'));
    expect(error.cause).toBe(stop);
    yield* [];
  });
});

test('FUT-3: removeDoneCallback removes every equal callback and says how many', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    const out: string[] = [];
    const callback = (): void => {
      out.push('removed');
    };
    const stays = (): void => {
      out.push('stays');
    };
    future.addDoneCallback(callback);
    future.addDoneCallback(stays);
    future.addDoneCallback(callback);
    expect(future.removeDoneCallback(callback)).toBe(2);
    expect(future.removeDoneCallback(callback)).toBe(0);
    future.setResult(1);
    expect(future.removeDoneCallback(stays)).toBe(0);
    yield* wait(sleep(0));
    expect(out).toEqual(['stays']);
  });
});

test('FUT-4: all waiters are woken in the order they began to wait, in one iteration', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    const out: [number, number][] = [];
    const waiting = define(function* waiting(n: number) {
      yield* wait(future);
      out.push([n, iteration()]);
    });
    const tasks = [0, 1, 2].map((n) => createTask(waiting(n)));
    yield* wait(sleep(0));
    future.setResult(0);
    const next = iteration() + 1;
    yield* wait(gather(...tasks));
    expect(out).toEqual([
      [0, next],
      [1, next],
      [2, next],
    ]);
  });
});

test('FUT-5: every awaiter of a failed future gets the same error', () => {
  run(function* main() {
    const task = createTask(boom());
    const catching = define(function* catching() {
      try {
        yield* wait(task);
        return undefined;
      } catch (error) {
        return error;
      }
    });
    const errors = yield* wait(gather(catching(), catching(), catching()));
    expect(errors[0]).toBeInstanceOf(ValueError);
    expect(errors[1]).toBe(errors[0]);
    expect(errors[2]).toBe(errors[0]);
  });
});

test('FUT-6: cancelling what a task awaits cancels the task, unless it catches that', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture();
    const waiting = define(function* waiting() {
      yield* wait(future);
    });
    const task = createTask(waiting());
    yield* wait(sleep(0));
    future.cancel();
    expect(task.done()).toBe(false);
    yield* ended(task);
    expect(task.cancelled()).toBe(true);
    expect(task.cancelling()).toBe(0);
  });
});

test('FUT-7: a future that is resumed although it is not done says so', () => {
  const loop = newEventLoop();
  const future = loop.createFuture();
  const iterator = future[asyncio.awaitSymbol]();
  expect(iterator.next()).toEqual({ done: false, value: future });
  const misused = new RuntimeError("await wasn't used with future");
  expect(raisedBy(() => iterator.next())).toEqual(misused);
  const waiting = define(function* waiting() {
    yield* wait(future);
  });
  const coroutine = waiting();
  expect(coroutine.send(undefined)).toEqual({ done: false, value: future });
  expect(raisedBy(() => coroutine.send(undefined))).toEqual(misused);
});

test('FUT-8: a done-callback that fails does not keep the others from being called', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    const out: number[] = [];
    future.addDoneCallback(() => {
      throw new Error('in callback');
    });
    future.addDoneCallback(() => out.push(1));
    future.setResult(0);
    yield* wait(sleep(0));
    expect(out).toEqual([1]);
    expect(said.contexts.map((context) => context.message)).toEqual(['Exception in callback <lambda>()']);
  });
});
