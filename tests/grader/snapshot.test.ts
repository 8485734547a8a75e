/** Copies of values: what counts as the same data, and how a copy reads. */
import { describe, expect, test } from 'vitest';
import { describe as inWords, firstDifference } from '../../src/grader/describe.ts';
import { equal, snapshot } from '../../src/grader/snapshot.ts';
import { asyncio } from '../../src/runtime/index.ts';

const same = (a: unknown, b: unknown): boolean => equal(snapshot(a), snapshot(b));
const says = (value: unknown): string => inWords(snapshot(value));
const future = (): unknown => new asyncio.Future({ loop: asyncio.newEventLoop() });

class Point {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}

describe('the same data', () => {
  test.each<[string, unknown, unknown]>([
    ['numbers', 1, 1],
    ['NaN', Number.NaN, Number.NaN],
    ['zeros of both signs', 0, -0],
    ['nested lists', [1, [2, ['x']]], [1, [2, ['x']]]],
    ['objects in any order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a property that is undefined and none', { a: 1, b: undefined }, { a: 1 }],
    ['maps', new Map([[{ k: 1 }, [1]]]), new Map([[{ k: 1 }, [1]]])],
    ['sets', new Set([[1], [2]]), new Set([[2], [1]])],
    ['an instance and its data', new Point(1), { x: 1 }],
    ['errors of one class and message', new RangeError('far'), new RangeError('far')],
    ['an object that holds itself in the same place', loop(), loop()],
  ])('%s', (_name, a, b) => {
    expect(same(a, b)).toBe(true);
  });

  function loop(): unknown {
    const list: unknown[] = [1];
    list.push(list);
    return list;
  }
});

describe('different data', () => {
  test.each<[string, unknown, unknown]>([
    ['a number and its text', 1, '1'],
    ['null and undefined', null, undefined],
    ['a list and an object like it', [1], { 0: 1 }],
    ['lists of different length', [1], [1, undefined]],
    ['errors of different messages', new Error('a'), new Error('b')],
    ['errors of different classes', new Error('a'), new TypeError('a')],
    ['errors of two classes of the program', new (class A extends Error {})('a'), new (class B extends Error {})('a')],
    ['an error and its text', new Error('a'), 'Error: a'],
    ['two functions that do the same', () => 1, () => 1],
    ['two futures', future(), future()],
    ['a future and an object', future(), {}],
  ])('%s', (_name, a, b) => {
    expect(same(a, b)).toBe(false);
  });

  test('a future is itself', () => {
    const one = future();
    expect(same([one], [one])).toBe(true);
  });

  test('what cannot be read is not even itself', () => {
    const value = { get a() { throw new Error('no'); } }; // prettier-ignore
    expect(same(value, value)).toBe(false);
    expect(snapshot(value).unreadable).toContain('its property `a`');
  });
});

describe('in words', () => {
  test.each<[unknown, string]>([
    ["it's\n", `'it\\'s\\n'`],
    [[1, 'a', null, undefined, true], `[1, 'a', null, undefined, true]`],
    [{ a: { 'b c': [] } }, `{ a: { 'b c': [] } }`],
    [new Map([['a', 1]]), `Map {'a' => 1}`],
    [new RangeError('far'), 'RangeError: far'],
    [function named() { /* nothing */ }, '[function named]'], // prettier-ignore
    [10n, '10n'],
  ])('%s', (value, words) => {
    expect(says(value)).toBe(words);
  });

  test('a long value is cut', () => {
    expect(says('x'.repeat(10_000)).length).toBeLessThan(310);
    expect(says(Array.from({ length: 10_000 }, (_, i) => i)).length).toBeLessThan(310);
  });

  test('the first difference of two lists', () => {
    expect(firstDifference(snapshot([1, 2, 3]), snapshot([1, 3, 2]))).toBe('item 2 is 2 instead of 3');
    expect(firstDifference(snapshot([1]), snapshot([1, 2]))).toBe('it has 1 item instead of 2');
    expect(firstDifference(snapshot('a'), snapshot('b'))).toBeUndefined();
  });
});
