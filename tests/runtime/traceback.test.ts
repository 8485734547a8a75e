/** Tracebacks through awaits, as far as the runtime knows them: the awaits that an error passed. Where it was raised, its own stack says. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, asyncTraceback, isThrownIn } from '../../src/runtime/index.ts';
import { define, freshWorld, raisedBy, raisedIn, run, wait, waitAny } from './program.ts';

const { createTask, sleep, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

function places(error: unknown): string[] {
  return asyncTraceback(error).map((frame) => `${frame.function}:${frame.line}:${frame.column}`);
}

const failing = define(function* failing(): Generator<unknown, never> {
  yield* wait(sleep(1), 2);
  throw new ValueError('boom');
});
const middle = define(function* middle() {
  yield* wait(failing(), 12);
});

test('an error has the awaits that it passed, outermost first', () => {
  const error = raisedBy(() => {
    run(function* main() {
      yield* wait(middle(), 22);
    });
  });
  expect(places(error)).toEqual(['main:22:5', 'middle:12:5']);
  expect(isThrownIn(error)).toBe(false);
});

test('an error that crosses into an awaiting task goes on there', () => {
  const error = raisedBy(() => {
    run(function* main() {
      yield* wait(createTask(middle()), 31);
    });
  });
  expect(places(error)).toEqual(['main:31:5', 'middle:12:5']);
});

test('each awaiter of a failed task sees its own way only', () => {
  run(function* main() {
    const task = createTask(middle());
    yield* raisedIn(wait(task, 41));
    const error = yield* raisedIn(wait(task, 42));
    expect(places(error)).toEqual(['main:42:5', 'middle:12:5']);
    expect(
      raisedBy(() => {
        task.result();
      }),
    ).toBe(error);
    expect(places(error)).toEqual(['middle:12:5']);
  });
});

test('an error that the runtime throws in has the await itself, and no stack of use', () => {
  run(function* main() {
    const error = yield* raisedIn(waitAny(5, 51));
    expect(places(error)).toEqual(['main:51:5']);
    expect(isThrownIn(error)).toBe(true);
    const task = createTask(middle());
    yield* wait(sleep(0));
    task.cancel();
    const cancelled = yield* raisedIn(wait(task, 52));
    expect(places(cancelled)).toEqual(['main:52:5', 'middle:12:5', 'failing:2:5']);
    expect(isThrownIn(cancelled)).toBe(true);
  });
});

test('what never passed an await has no frames', () => {
  expect(asyncTraceback(new Error())).toEqual([]);
  expect(asyncTraceback('text')).toEqual([]);
  expect(asyncTraceback(undefined)).toEqual([]);
});
