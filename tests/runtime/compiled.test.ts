/** The compiler's helpers: functions that look like the async functions they stand for. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, helpers } from '../../src/runtime/index.ts';
import { freshWorld, val, wait } from './program.ts';

beforeEach(() => {
  freshWorld();
});

const code = { name: 'f', file: 'main.ts', line: 1 };

test('an async function keeps name and length, and is known as one', () => {
  const f = helpers.asyncFunction(
    function* (a: number, b: number): Generator<unknown, number> {
      return a + (yield* wait(val(b)));
    } as never,
    code,
    2,
  );
  expect([f.name, f.length, asyncio.iscoroutinefunction(f)]).toEqual(['f', 2, true]);
  expect(asyncio.run(f(1, 2))).toBe(3);
  expect(asyncio.iscoroutinefunction(() => 1)).toBe(false);
  expect(asyncio.iscoroutinefunction(5)).toBe(false);
});

test('an async method has the caller’s this, an arrow the one where it was made', () => {
  const body = function* (this: unknown): Generator<unknown, unknown> {
    yield* [];
    return this;
  };
  const here = { name: 'here' };
  const there = { name: 'there', method: helpers.asyncFunction(body, code, 0), arrow: helpers.asyncArrow(body, code, 0, here) };
  expect(asyncio.run(there.method())).toBe(there);
  expect(asyncio.run(there.arrow())).toBe(here);
  expect(asyncio.iscoroutinefunction(there.arrow)).toBe(true);
  expect(asyncio.run(helpers.async(here, [], body, code))).toBe(here);
  expect(asyncio.run(helpers.async(here, null, body, code))).toBe(here);
});

test('a hoisted function is marked after the fact', () => {
  function hoisted(): asyncio.Coroutine {
    return helpers.coroutine(
      (function* (): Generator<unknown, number> {
        yield* [];
        return 4;
      })(),
      code,
    );
  }
  expect(asyncio.iscoroutinefunction(hoisted)).toBe(false);
  helpers.markCoroutineFunction(hoisted, code);
  expect(asyncio.iscoroutinefunction(hoisted)).toBe(true);
  expect(asyncio.run(hoisted())).toBe(4);
  const generator = (): void => undefined;
  helpers.markAsyncGeneratorFunction(generator, code);
  expect([asyncio.isasyncgenfunction(generator), asyncio.iscoroutinefunction(generator)]).toEqual([true, false]);
});

test('what is awaitable is known as such', () => {
  const coroutine = val(1);
  expect([coroutine, { [asyncio.awaitSymbol]: () => [] }, 5, undefined, Promise.resolve()].map(asyncio.isawaitable)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  coroutine.close();
});

test('a deep chain of awaits does not grow the stack', () => {
  const goDown = helpers.asyncFunction(
    function* (n: number): Generator<unknown, unknown> {
      return n === 0 ? 'bottom' : yield* wait(goDown(n - 1));
    } as never,
    code,
    1,
  );
  expect(asyncio.run(goDown(15_000))).toBe('bottom');
});
