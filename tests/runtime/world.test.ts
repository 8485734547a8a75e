/** Worlds: one Python process after another, none knows of the one before. */
import { beforeEach, expect, test } from 'vitest';
import {
  asyncio,
  beginWorld,
  block,
  ContextVar,
  currentTaskName,
  endWorld,
  iteration,
  now,
  perWorld,
  seed,
  StepLimitExceeded,
} from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, raisedBy, raisedIn, run, said, spin, val, wait } from './program.ts';

const { createTask, newEventLoop, sleep } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('a fresh world has its clock at zero, its first task is Task-1, and nothing is left of the one before', () => {
  const variable = new ContextVar('v', { default: 0 });
  variable.set(1);
  const program = function* main(): Generator<unknown, unknown> {
    createTask(boom());
    val('never awaited');
    yield* wait(sleep(3));
    return [currentTaskName(), now(), iteration(), variable.get()];
  };
  expect(run(program)).toEqual(['Task-1', 3, 4, 1]);
  expect(run(program)).not.toEqual(['Task-1', 3, 4, 1]);
  freshWorld();
  expect([now(), iteration(), currentTaskName()]).toEqual([0, 0, null]);
  expect(run(program)).toEqual(['Task-1', 3, 4, 0]);
  freshWorld();
  endWorld();
  expect([said.warnings, said.logs]).toEqual([[], []]);
});

test('a loop that a world left running does not run in the next', () => {
  const loop = newEventLoop();
  loop.callSoon(() => {
    beginWorld();
    loop.stop();
  });
  loop.runForever();
  expect(
    run(function* main() {
      yield* [];
      return 1;
    }),
  ).toBe(1);
});

test('the end of a world says what CPython says at exit, in creation order', () => {
  const loop = newEventLoop();
  loop.createTask(forever(), { name: 'pending' });
  val(1);
  loop.createTask(boom(), { name: 'failed' });
  forever();
  loop.callSoon(() => {
    loop.stop();
  });
  loop.runForever();
  const order: string[] = [];
  loop.setExceptionHandler((_, context) => order.push(context.message ?? ''));
  endWorld();
  expect(order).toEqual(['Task was destroyed but it is pending!', 'Task exception was never retrieved']);
  expect(said.warnings).toEqual([
    "RuntimeWarning: coroutine 'val' was never awaited",
    "RuntimeWarning: coroutine 'forever' was never awaited",
  ]);
});

test('block() moves the clock and nothing else', () => {
  block(2.5);
  expect(now()).toBe(2.5);
  expect(iteration()).toBe(0);
});

test('a world ends when its loops have run as many steps as they may, and every later loop fails at once', () => {
  freshWorld({ stepLimit: 100 });
  let turns = 0;
  const endless = define(function* endless() {
    for (;;) {
      yield* wait(sleep(0));
      turns += 1;
    }
  });
  expect(raisedBy(() => asyncio.run(endless()))).toEqual(new StepLimitExceeded(100));
  expect(turns).toBe(99);
  expect(raisedBy(() => asyncio.run(val(1)))).toBeInstanceOf(StepLimitExceeded);
  expect(turns).toBe(99);
});

test('the limit holds within one iteration too', () => {
  freshWorld({ stepLimit: 10 });
  const loop = newEventLoop();
  let calls = 0;
  for (let i = 0; i < 100; i += 1) loop.callSoon(() => (calls += 1));
  expect(
    raisedBy(() => {
      loop.runForever();
    }),
  ).toBeInstanceOf(StepLimitExceeded);
  expect(calls).toBe(10);
});

test('a program cannot catch the step limit inside a task', () => {
  freshWorld({ stepLimit: 50 });
  const caught: unknown[] = [];
  const stubborn = define(function* stubborn() {
    for (;;) caught.push(yield* raisedIn(spin(1)));
  });
  expect(raisedBy(() => asyncio.run(stubborn()))).toBeInstanceOf(StepLimitExceeded);
  expect(caught.every((error) => error === undefined)).toBe(true);
});

test('a program that stays under the limit runs to its end', () => {
  freshWorld({ stepLimit: 6 });
  expect(asyncio.run(val('done'))).toBe('done');
});

test('each world has its own state of a module, and its own seed', () => {
  let made = 0;
  const state = perWorld(() => ({ number: (made += 1), seed: seed() }));
  beginWorld({ seed: 7 });
  expect(state()).toBe(state());
  expect(state()).toEqual({ number: 1, seed: 7 });
  beginWorld();
  expect(state()).toEqual({ number: 2, seed: 0 });
});
