/**
 * Values as Python would show them. Used in messages and records, so it keeps true: no addresses, no surprises (a value whose getters throw is shown by
 * its class), bounded depth and length.
 */
import { CancelledError } from './errors.ts';

/** A runtime object that knows its own repr has a method of this name. */
export const reprMethod: unique symbol = Symbol('repr');

/** A runtime object that has a type name of Python's has a method of this name. */
export const typeTag: unique symbol = Symbol('type');

interface Representable {
  [reprMethod](): string;
}

const MAX_DEPTH = 6;
const MAX_ITEMS = 100;

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
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Generator]') return 'generator';
  const name = className(value);
  return name === 'Object' ? 'dict' : name;
}

/** The class name of an error: its own `name` where it has one, else its constructor's. */
function errorName(error: Error): string {
  if (Object.hasOwn(error, 'name') && typeof error.name === 'string' && error.name !== '') return error.name;
  const name = className(error);
  return name === 'Object' ? error.name : name;
}

/** Python-like `repr(value)`. */
export function repr(value: unknown): string {
  return show(value, []);
}

function show(value: unknown, path: readonly object[]): string {
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
      return quote(value);
    case 'symbol':
      return value.toString();
    case 'function':
      return `<function ${value.name === '' ? '<lambda>' : value.name}>`;
    case 'object':
      break;
  }
  if (value === null) return 'None';
  try {
    return object(value, path);
  } catch {
    return `<${typeName(value)} object>`;
  }
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
  if (Array.isArray(value)) return `[${list(value, inner)}]`;
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${list(value, inner)}}`;
  if (value instanceof Map) return `{${pairs(value, inner)}}`;
  if (value instanceof Uint8Array) return `b${quote(String.fromCharCode(...value.subarray(0, MAX_ITEMS)))}`;
  if (typeName(value) === 'dict') return `{${pairs(Object.entries(value), inner)}}`;
  return `<${typeName(value)} object>`;
}

function errorRepr(error: Error, path: readonly object[]): string {
  if (error instanceof CancelledError) return `${errorName(error)}(${error.args.map((arg) => show(arg, path)).join(', ')})`;
  return `${errorName(error)}(${error.message === '' ? '' : quote(error.message)})`;
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
  return reprMethod in value && typeof value[reprMethod] === 'function';
}

function isTagged(value: object): value is { [typeTag](): string } {
  return typeTag in value && typeof value[typeTag] === 'function';
}

function className(value: object): string {
  const constructor: unknown = value.constructor;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'Object';
}
