/** What the functions of `random` do with their arguments before they draw, and CPython's words for what they refuse. */
import { typeName } from '../runtime/index.ts';

/** What one can choose from; of a text, its characters. */
export type Sequence<T> = ArrayLike<T>;

/** TypeError for what is no integer. */
export function checkInteger(value: unknown): void {
  if (!Number.isInteger(value)) throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** TypeError when fewer arguments came than there must be. */
export function checkGiven(method: string, names: readonly string[], given: number): void {
  const missing = names.slice(given).map((name) => `'${name}'`);
  if (missing.length === 0) return;
  const what = `${missing.length} required positional argument${missing.length === 1 ? '' : 's'}`;
  throw new TypeError(`Random.${method}() missing ${what}: ${missing.join(' and ')}`);
}

/** The items of a sequence; those of a text are its characters. TypeError for what is none. */
export function itemsOf<T>(sequence: Sequence<T>): ArrayLike<T> {
  const given: unknown = sequence;
  if (typeof given === 'string') return Array.from(given) as unknown as T[];
  if (given instanceof Set || given instanceof Map) throw new TypeError(`'${typeName(given)}' object is not subscriptable`);
  if (Array.isArray(given) || ArrayBuffer.isView(given)) return sequence;
  throw new TypeError(`object of type '${typeName(given)}' has no len()`);
}

/** Each number added to those before it. */
export function added(numbers: readonly number[]): number[] {
  if (typeof numbers === 'number')
    throw new TypeError(`The number of choices must be a keyword argument: k=${numbers as number}`);
  let sum = 0;
  return numbers.map((number) => (sum += number));
}

/** `bisect`: the first place whose sum is greater than `value`, and at most `last`. */
export function placeIn(sums: readonly number[], value: number, last: number): number {
  let place = 0;
  while (place < last && (sums[place] ?? 0) <= value) place += 1;
  return place;
}

/** What `make` gives for 0 … count - 1; nothing for a negative count. */
export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => make(i));
}
