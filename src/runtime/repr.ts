/**
 * Values as Python would show them. Used in messages and records, so it keeps true: no addresses, bounded depth and length, and no code of the program
 * is called (a getter is shown as such), so that recording a run never changes it.
 */
import { classNames, dataOf, errorMessage, errorName, functionName, guarded, ownData } from './data.ts';
import { CancelledError, SystemExit } from './errors.ts';

/** A runtime object that knows its own repr has a method of this name. */
export const reprMethod: unique symbol = Symbol('repr');

/** A runtime object that has a type name of Python's has a method of this name. */
export const typeTag: unique symbol = Symbol('type');

/** An exception group has its errors in a property of this name. */
export const groupParts: unique symbol = Symbol('exceptions');

interface Representable {
  [reprMethod](): string;
}

const MAX_DEPTH = 6;
const MAX_ITEMS = 100;
/** UTF-16 units of all strings in one repr together; what is longer is cut. */
const MAX_LENGTH = 10_000;

// Taken from the language's own prototypes, and only ever called on a value: what a class of the program overrides is passed by.
/* eslint-disable @typescript-eslint/unbound-method */
const { entries } = Map.prototype;
const { values } = Set.prototype;
/* eslint-enable @typescript-eslint/unbound-method */

/** Python's name of a value's type: 'int', 'str', 'NoneType', 'list', 'dict' …; a class's own name for its instances. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'NoneType';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'symbol':
      return 'symbol';
    case 'function':
      return 'function';
    case 'object':
      break;
  }
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Map) return 'dict';
  if (value instanceof Set) return 'set';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof Error) return errorName(value);
  if (isTagged(value)) return value[typeTag]();
  if (dataOf(value, Symbol.toStringTag) === 'Generator') return 'generator';
  const name = classNames(value)[0] ?? 'Object';
  return name === 'Object' ? 'dict' : name;
}

/** Python-like `repr(value)`. */
export function repr(value: unknown): string {
  if (depth === 0) room = MAX_LENGTH;
  depth += 1;
  try {
    return show(value, []);
  } finally {
    depth -= 1;
  }
}

/** What is left of MAX_LENGTH in the repr that is being made. */
let room = 0;
/** How many reprs are being made, one inside another: a future shows its result by `repr`. */
let depth = 0;

function show(value: unknown, path: readonly object[]): string {
  if (room <= 0) return '...';
  const text = shown(value, path);
  if (typeof value !== 'object') room -= text.length;
  return text;
}

function shown(value: unknown, path: readonly object[]): string {
  switch (typeof value) {
    case 'undefined':
      return 'None';
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      return number(value);
    case 'bigint':
      return value.toString();
    case 'string':
      return quote(value.length > room ? value.slice(0, room) : value);
    case 'symbol':
      return value === GETTER ? '<getter>' : value.toString();
    case 'function':
      return `<function ${functionName(value) || '<lambda>'}>`;
    case 'object':
      break;
  }
  if (value === null) return 'None';
  return guarded(() => object(value, path)) ?? `<${guarded(() => typeName(value)) ?? 'object'} object>`;
}

function number(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = mark;
  for (const char of text) {
    if (char === mark || char === '\\') out += `\\${char}`;
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (char === '\t') out += '\\t';
    else if (char < ' ' || char === '\x7f') out += `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
    else out += char;
  }
  return out + mark;
}

function object(value: object, path: readonly object[]): string {
  if (isRepresentable(value)) return value[reprMethod]();
  if (value instanceof Error) return errorRepr(value, path);
  if (path.includes(value) || path.length >= MAX_DEPTH) return Array.isArray(value) ? '[...]' : '{...}';
  const inner = [...path, value];
  if (Array.isArray(value)) return `[${list(itemsOf(value), inner)}]`;
  if (value instanceof Set) return `{${list(values.call(value), inner)}}`.replace(/^\{\}$/, 'set()');
  if (value instanceof Map) return `{${pairs(entries.call(value), inner)}}`;
  if (value instanceof Uint8Array) return `b${quote(String.fromCharCode(...value.subarray(0, MAX_ITEMS)))}`;
  if (typeName(value) === 'dict') return `{${pairs(fieldsOf(value), inner)}}`;
  return `<${typeName(value)} object>`;
}

function errorRepr(error: Error, path: readonly object[]): string {
  const args = error instanceof CancelledError || error instanceof SystemExit ? ownData(error, 'args') : undefined;
  if (Array.isArray(args)) return `${errorName(error)}(${list(itemsOf(args), path)})`;
  const message = errorMessage(error);
  const parts = ownData(error, groupParts);
  if (Array.isArray(parts)) {
    if (path.length >= MAX_DEPTH) return `${errorName(error)}(...)`;
    return `${errorName(error)}(${show(message, path)}, [${list(itemsOf(parts), [...path, error])}])`;
  }
  const [errno, strerror] = [ownData(error, 'errno'), ownData(error, 'strerror')];
  if (typeof errno === 'number' && typeof strerror === 'string') return `${errorName(error)}(${errno}, ${show(strerror, path)})`;
  return `${errorName(error)}(${message === '' ? '' : show(message, path)})`;
}

/** What a getter is shown as. */
const GETTER = Symbol('getter');

/** The items of an array. */
function* itemsOf(array: readonly unknown[]): Iterable<unknown> {
  for (let i = 0; i < array.length; i += 1) yield ownData(array, i);
}

/** The enumerable fields of a plain object. */
function* fieldsOf(value: object): Iterable<readonly [unknown, unknown]> {
  for (const key of Object.keys(value)) {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    yield [key, property?.get === undefined ? property?.value : GETTER];
  }
}

function list(items: Iterable<unknown>, path: readonly object[]): string {
  const out: string[] = [];
  for (const item of items) {
    if (out.length === MAX_ITEMS) {
      out.push('...');
      break;
    }
    out.push(show(item, path));
  }
  return out.join(', ');
}

function pairs(entries: Iterable<readonly [unknown, unknown]>, path: readonly object[]): string {
  const out: string[] = [];
  for (const [key, value] of entries) {
    if (out.length === MAX_ITEMS) {
      out.push('...');
      break;
    }
    out.push(`${show(key, path)}: ${show(value, path)}`);
  }
  return out.join(', ');
}

function isRepresentable(value: object): value is Representable {
  return typeof dataOf(value, reprMethod) === 'function';
}

function isTagged(value: object): value is { [typeTag](): string } {
  return typeof dataOf(value, typeTag) === 'function';
}
