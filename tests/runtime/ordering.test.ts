/** Python's `<`, as a heap asks it. */
import { expect, test } from 'vitest';
import { lessThan } from '../../src/runtime/ordering.ts';
import { raisedBy } from './program.ts';

class Version {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
  valueOf(): number {
    return this.number;
  }
}
class Plain {
  readonly name = 'plain';
}

test.each([
  [1, 2],
  [-1, 0.5],
  [1, 2n],
  [false, 1],
  [false, true],
  ['', 'a'],
  ['a', 'ab'],
  ['Z', 'a'],
  ['\uffee', '\u{1f600}'],
  ['\u{1f600}', '\u{1f601}'],
  [[], [1]],
  [
    [1, 'b'],
    [2, 'a'],
  ],
  [
    [1, 'a'],
    [1, 'b'],
  ],
  [
    [1, [2]],
    [1, [3]],
  ],
  [
    [undefined, 1],
    [null, 2],
  ],
  [
    [{ a: [1] }, 1],
    [{ a: [1] }, 2],
  ],
  [
    [new Map([['a', 1]]), 1],
    [{ a: 1 }, 2],
  ],
  [
    [new Set([1, 2]), 1],
    [new Set([2, 1]), 2],
  ],
  [
    [true, 1],
    [1, 2],
  ],
  [new Uint8Array([1, 9]), new Uint8Array([2])],
  [new Set([1]), new Set([1, 2])],
  [new Version(1), new Version(2)],
  [
    [new Version(1), 'a'],
    [new Version(1), 'b'],
  ],
])('%o is less than %o, not the other way round', (a, b) => {
  expect([lessThan(a, b), lessThan(b, a)]).toEqual([true, false]);
});

test.each([
  [1, 1],
  ['a', 'a'],
  [
    [1, {}],
    [1, {}],
  ],
  [
    [1, undefined],
    [1, undefined],
  ],
  [new Set([1]), new Set([2])],
  [NaN, 1],
])('neither of %o and %o is less', (a, b) => {
  expect([lessThan(a, b), lessThan(b, a)]).toEqual([false, false]);
});

const plain = new Plain();
test.each([
  [1, 'a', 'int', 'str'],
  [undefined, null, 'NoneType', 'NoneType'],
  [{}, {}, 'dict', 'dict'],
  [[1], 1, 'tuple', 'int'],
  [[1, new Plain()], [1, new Plain()], 'Plain', 'Plain'],
  [[1, {}], [1, undefined], 'dict', 'NoneType'],
  [plain, plain, 'Plain', 'Plain'],
  [Object.create(null), 1, 'dict', 'int'],
  [new Set(), [], 'set', 'tuple'],
])('%o and %o have no order', (a, b, left, right) => {
  expect(raisedBy(() => lessThan(a, b))).toEqual(
    new TypeError(`'<' not supported between instances of '${left}' and '${right}'`),
  );
});

test('the very same thing in two arrays is equal, whatever it is', () => {
  expect(lessThan([plain, 1], [plain, 2])).toBe(true);
});
