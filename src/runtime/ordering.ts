/**
 * Python's `<` and `==` for the values that a JavaScript program has, as a heap needs them.
 *
 * Arrays stand for tuples: the first items that differ decide, then the lengths. Strings compare by code points, sets by inclusion. An object of a class of
 * its own that has a `valueOf` compares by what that gives (Python: `__lt__`). Whatever else is not comparable raises CPython's TypeError.
 */
import { typeName } from './repr.ts';

/** `a < b`. TypeError when Python could not tell either. */
export function lessThan(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  const left = primitiveOf(a);
  const right = primitiveOf(b);
  if (isNumeric(left) && isNumeric(right)) return left < right;
  if (typeof left === 'string' && typeof right === 'string') return textLessThan(left, right);
  if (Array.isArray(a) && Array.isArray(b)) return sequenceLessThan(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return sequenceLessThan(a, b);
  if (a instanceof Set && b instanceof Set) return a.size < b.size && a.isSubsetOf(b);
  throw new TypeError(`'<' not supported between instances of '${kindOf(a)}' and '${kindOf(b)}'`);
}

/** `a == b`. */
function equals(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isNone(a) || isNone(b)) return isNone(a) && isNone(b);
  const left = primitiveOf(a);
  const right = primitiveOf(b);
  // eslint-disable-next-line eqeqeq -- 1 == 1n == true, in Python too
  if (isNumeric(left) && isNumeric(right)) return left == right;
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (Array.isArray(a) && Array.isArray(b)) return sameItems(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return sameItems(a, b);
  if (a instanceof Set && b instanceof Set) return a.size === b.size && a.isSubsetOf(b);
  return isDict(a) && isDict(b) && sameEntries(entriesOf(a), entriesOf(b));
}

function sequenceLessThan(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  for (let i = 0; i < a.length && i < b.length; i += 1) if (!equals(a[i], b[i])) return lessThan(a[i], b[i]);
  return a.length < b.length;
}

function sameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!equals(a[i], b[i])) return false;
  return true;
}

function sameEntries(a: Map<unknown, unknown>, b: Map<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !equals(value, b.get(key))) return false;
  return true;
}

/** JavaScript's own `<` compares UTF-16 units: above U+FFFF that is another order. */
function textLessThan(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return (a.codePointAt(i) ?? 0) < (b.codePointAt(i) ?? 0);
  }
  return a.length < b.length;
}

function isNumeric(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function isNone(value: unknown): boolean {
  return value === undefined || value === null;
}

function isDict(value: unknown): value is object {
  return typeof value === 'object' && value !== null && typeName(value) === 'dict';
}

function entriesOf(value: object): Map<unknown, unknown> {
  return value instanceof Map ? (value as Map<unknown, unknown>) : new Map(Object.entries(value));
}

/** A value, or what the `valueOf` of its class gives. */
function primitiveOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { valueOf } = value as { readonly valueOf?: unknown };
  return typeof valueOf === 'function' ? Reflect.apply(valueOf, value, []) : value;
}

/** The name of a value's type in the error; arrays stand for tuples. */
function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'tuple' : typeName(value);
}
