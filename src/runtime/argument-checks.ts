/**
 * Arguments that Python's own operators refuse: CPython looks at none of them itself, so the words are those of `+`, `<=`, `set()` and of a call.
 */
import { withHint } from './hints.ts';
import { isawaitable } from './inspection.ts';
import { refuseUnknownKeywords } from './keyword-check.ts';
import { typeName } from './repr.ts';
import { world } from './world.ts';

const SECONDS_HINT = 'A time is a number of seconds, such as `1.5`.';

/** @internal `loop.time() + delay`. TypeError unless `delay` is a number. */
export function fromNow(delay: unknown): number {
  if (typeof delay === 'number' || typeof delay === 'boolean') return world.clock + Number(delay);
  throw withHint(new TypeError(`unsupported operand type(s) for +: 'float' and '${typeName(delay)}'`), SECONDS_HINT);
}

/** @internal `value <= other`, `other` being of the type named. TypeError unless `value` is a number. */
export function atMost(value: unknown, other: number, otherType: 'int' | 'float'): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value) <= other;
  throw withHint(new TypeError(`'<=' not supported between instances of '${typeName(value)}' and '${otherType}'`), SECONDS_HINT);
}

/** @internal `set(value)`: each item once, in their order. TypeError for what is no iterable, and for items that Python cannot put into a set. */
export function distinct(value: unknown, hint?: string): Set<unknown> {
  const iterable = (typeof value === 'object' && value !== null) || typeof value === 'string' ? value : undefined;
  if (iterable === undefined || !(Symbol.iterator in Object(iterable))) {
    throw withHint(new TypeError(`'${typeName(value)}' object is not iterable`), hint);
  }
  const items = new Set<unknown>();
  for (const item of iterable as Iterable<unknown>) {
    const type = typeName(item);
    if (!isawaitable(item) && ['list', 'dict', 'set'].includes(type)) {
      throw withHint(new TypeError(`cannot use '${type}' as a set element (unhashable type: '${type}')`), hint);
    }
    items.add(item);
  }
  return items;
}

/** @internal Checks a call `name(subject, { ...keywords })` as Python's call does: `rest` is what came after the subject. @returns the options */
export function keywords(name: string, known: readonly string[], rest: readonly unknown[], hint?: string): object {
  const [options, ...more] = rest;
  if (options === undefined && more.length === 0) return {};
  const isOptions = typeof options === 'object' && options !== null && typeName(options) === 'dict' && !isawaitable(options);
  if (more.length > 0 || !isOptions || options instanceof Map) {
    throw withHint(new TypeError(`${name}() takes 1 positional argument but ${rest.length + 1} were given`), hint);
  }
  refuseUnknownKeywords(name, options, known);
  return options;
}
