/** The module `time`, and rule BLOCK-1: time.sleep stops everything. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, beginWorld, helpers, now } from '../../src/runtime/index.ts';
import { time } from '../../src/stdlib/index.ts';

beforeEach(() => {
  beginWorld();
});

const sleepy = helpers.asyncFunction(
  function* (): Generator<unknown, number> {
    time.sleep(1);
    yield helpers.at(asyncio.sleep(0), 1);
    return time.monotonic();
  },
  { name: 'sleepy', file: 'main.ts', line: 1 },
  0,
);

test('BLOCK-1: tasks that block run one after the other', () => {
  const blocking = helpers.asyncFunction(
    function* (): Generator<unknown, unknown> {
      return (yield helpers.at(asyncio.gather(sleepy(), sleepy(), sleepy()), 1)) as unknown;
    },
    { name: 'blocking', file: 'main.ts', line: 1 },
    0,
  );
  expect(asyncio.run(blocking())).toEqual([3, 3, 3]);
  expect(now()).toBe(3);
});

test('all clocks are the virtual one', () => {
  const wall = time.time();
  time.sleep(2.5);
  expect([time.monotonic(), time.perfCounter(), time.time() - wall]).toEqual([2.5, 2.5, 2.5]);
});

test('a sleep that makes no sense is refused in Python’s words', () => {
  expect(() => {
    time.sleep(-1);
  }).toThrow(new asyncio.ValueError('sleep length must be non-negative'));
  expect(() => {
    time.sleep(NaN);
  }).toThrow(new asyncio.ValueError('Invalid value NaN (not a number)'));
  expect(() => {
    time.sleep('1' as never);
  }).toThrow(TypeError);
  expect(now()).toBe(0);
});
