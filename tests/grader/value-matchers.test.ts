/** Each ordinary matcher: what it lets pass, and what it says when it does not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { sayings } from './judge.ts';

/** A matcher's use, then what is said when it fails; 'passed' when it must not. */
const CASES: readonly (readonly [use: string, says: string])[] = [
  ['expect(1).toBe(1)', 'passed'],
  ['expect(NaN).toBe(NaN)', 'passed'],
  ['expect(1).toBe(2)', 'Got 1, expected 2'],
  ['expect([1]).toBe([1])', 'Got [1], expected [1]: equal, but not the same object'],
  ['expect(1).not.toBe(1)', 'Got 1, which is just what it must not be'],
  ['expect({ a: [1] }).toEqual({ a: [1] })', 'passed'],
  ['expect([1, 2]).toEqual([2, 1])', 'Got [1, 2], expected [2, 1]: item 1 is 1 instead of 2'],
  ['expect(undefined).toEqual([])', 'Got undefined, expected []'],
  ["expect('a').not.toEqual('b')", 'passed'],
  ["expect(new TypeError('a')).toEqual(new TypeError('a'))", 'passed'],
  ["expect(new TypeError('a')).toEqual(new Error('a'))", 'Got TypeError: a, expected Error: a'],
  ["expect(new RangeError('a')).toEqual(new TypeError('a'))", 'Got RangeError: a, expected TypeError: a'],
  ['expect(0.1 + 0.2).toBeCloseTo(0.3)', 'passed'],
  ['expect(0.1 + 0.2).toBeCloseTo(0.3, 9)', 'passed'],
  ['expect(0.4).toBeCloseTo(0.3)', 'Got 0.4, expected about 0.3'],
  ['expect([1, [2]]).toContain([2])', 'passed'],
  ["expect('hello').toContain('ell')", 'passed'],
  ["expect(new Set(['a'])).toContain('a')", 'passed'],
  ['expect([1]).toContain(2)', 'Got [1], expected something that contains 2'],
  ['expect([1]).toHaveLength(1)', 'passed'],
  ["expect('ab').toHaveLength(3)", "Got 'ab', expected a length of 3: its length is 2"],
  ['expect(5).toHaveLength(1)', 'Got 5, expected a length of 1: it has no length'],
  ["expect('page 7').toMatch(/^page \\\\d$/)", 'passed'],
  ["expect('page').toMatch('x')", "Got 'page', expected a text with 'x'"],
  ['expect(2).toBeGreaterThan(1)', 'passed'],
  ['expect(1).toBeGreaterThan(1)', 'Got 1, expected a number greater than 1'],
  ['expect(1).toBeGreaterThanOrEqual(1)', 'passed'],
  ['expect(0).toBeGreaterThanOrEqual(1)', 'Got 0, expected a number of at least 1'],
  ['expect(0).toBeLessThan(1)', 'passed'],
  ['expect(1).toBeLessThan(1)', 'Got 1, expected a number less than 1'],
  ['expect(1).toBeLessThanOrEqual(1)', 'passed'],
  ['expect(2).toBeLessThanOrEqual(1)', 'Got 2, expected a number of at most 1'],
  ["expect('').toBeTruthy()", "Got '', expected something truthy"],
  ['expect(1).toBeTruthy()', 'passed'],
  ['expect(0).toBeFalsy()', 'passed'],
  ['expect(1).toBeFalsy()', 'Got 1, expected something falsy'],
  ['expect(undefined).toBeUndefined()', 'passed'],
  ['expect(null).toBeUndefined()', 'Got null, expected undefined'],
  ['expect(undefined).toBeDefined()', 'Got undefined, expected anything but undefined'],
  ['expect(null).toBeNull()', 'passed'],
  ['expect(0).toBeNull()', 'Got 0, expected null'],
  ["expect([1, 2]).toEqual([1], 'wanted {expected}, you gave {actual}, {other}')", 'wanted [1], you gave [1, 2], {other}'],
  ["expect(1).toBeTruthy('unused')", 'passed'],
  ["expect(0).toBeTruthy('that is {actual}')", 'that is 0'],
];

describe('an ordinary matcher', () => {
  let says: Record<string, string>;
  beforeAll(async () => {
    says = await sayings('export {};', Object.fromEntries(CASES.map(([use]) => [use, `${use.replaceAll('\\\\', '\\')};`])));
  });

  test.each(CASES)('%s: %s', (use, words) => {
    expect(says[use]).toBe(words);
  });
});
