/** The rules CTX of the semantics, on which LOOP-14 and RUN-6 stand. The learner's module `contextvars` comes later. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, ContextVar, copyContext } from '../../src/runtime/index.ts';
import { define, freshWorld, raisedBy, run, spin, wait } from './program.ts';

const { createTask, getRunningLoop, sleep } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('CTX-1: a task copies the context when it is made, an awaited coroutine shares it', () => {
  const variable = new ContextVar('v', { default: 'd' });
  run(function* main() {
    const child = define(function* child() {
      yield* wait(sleep(0));
      const seen = variable.get();
      variable.set('child');
      return seen;
    });
    variable.set('a');
    const task = createTask(child());
    variable.set('b');
    expect(yield* wait(task)).toBe('a');
    expect(variable.get()).toBe('b');
    const inline = define(function* inline() {
      variable.set('inline');
      yield* [];
    });
    yield* wait(inline());
    expect(variable.get()).toBe('inline');
  });
});

test('CTX-2: a task runs in the very context that it is given', () => {
  const variable = new ContextVar('v', { default: 'd' });
  run(function* main() {
    const setting = define(function* setting() {
      variable.set('x');
      yield* [];
    });
    const context = copyContext();
    const task = createTask(setting(), { context });
    expect(task.getContext()).toBe(context);
    yield* wait(task);
    expect(context.get(variable)).toBe('x');
    expect(variable.get()).toBe('d');
  });
});

test('CTX-2: done-callbacks are called in the context in which they were added', () => {
  const variable = new ContextVar('v', { default: 0 });
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    const seen: number[] = [];
    variable.set(1);
    future.addDoneCallback(() => seen.push(variable.get()));
    variable.set(2);
    future.setResult(0);
    yield* spin(2);
    expect(seen).toEqual([1]);
  });
});

test('CTX-2: a context runs functions, keeps what they set, and is entered once at a time', () => {
  const variable = new ContextVar('v', { default: 0 });
  const context = copyContext();
  expect(
    context.run((n: number) => {
      variable.set(n);
      expect(
        raisedBy(() => {
          context.run(() => undefined);
        }),
      ).toBeInstanceOf(asyncio.RuntimeError);
      return variable.get();
    }, 7),
  ).toBe(7);
  expect(variable.get()).toBe(0);
  expect([context.get(variable), context.has(variable), copyContext().has(variable)]).toEqual([7, true, false]);
});

test('CTX-2: a variable is reset by the token of its set, once', () => {
  const variable = new ContextVar<number>('v');
  expect(raisedBy(() => variable.get())).toBeInstanceOf(Error);
  expect(variable.get(5)).toBe(5);
  const first = variable.set(1);
  const second = variable.set(2);
  variable.reset(second);
  expect(variable.get()).toBe(1);
  variable.reset(first);
  expect(raisedBy(() => variable.get())).toBeInstanceOf(Error);
  expect(
    raisedBy(() => {
      variable.reset(first);
    }),
  ).toEqual(new asyncio.RuntimeError("<Token used var=<ContextVar name='v'>> has already been used once"));
});
