/**
 * How `console.log` shows a value: like Python where a listing and its twin must print the same line (`[1, 2, 3]`, `['a', 'b']`, `[1, ValueError('no')]`),
 * like Node elsewhere (`{ name: 'a' }`, `Map(1) { 'a' => 1 }`), always on one line.
 *
 * Keeps true: deterministic; calls no code of the value (`peek.ts`); its work is bounded by the length that is asked for, however big the value is.
 * Why not a library: loupe and object-inspect (3.6 KB gzipped each) print `[ 1, 2, 3 ]`, bound the number of items but not their work, and call
 * getters and `Symbol.toStringTag` of what they show.
 */
import {
  asyncio,
  classNames,
  dataOf,
  errorMessage,
  errorName,
  functionName,
  guarded,
  partsOf,
  repr,
  reprMethod,
  strOf,
} from '../runtime/index.ts';
import { isError } from './peek.ts';

/** What is nested deeper is named only. */
const MAX_DEPTH = 6;

/** An argument of `console.log`, as it is printed: texts as they are, errors as `ValueError: boom`. At most about `length` UTF-16 units, except a text. */
export function display(value: unknown, length: number): string {
  if (typeof value === 'string') return value;
  if (isError(value)) {
    const message = strOf(value);
    return message === '' ? errorName(value) : `${errorName(value)}: ${message}`;
  }
  return inspect(value, length);
}

/** A value as it stands inside of others: texts in quotes, errors as `ValueError('boom')`. */
export function inspect(value: unknown, length: number): string {
  const writer = new Writer(length);
  writer.write(value, []);
  return writer.text;
}

const TypedArray = Reflect.getPrototypeOf(Uint8Array) as { new (): Uint8Array; readonly prototype: Uint8Array };

class Writer {
  text = '';
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  /** True when nothing more will be read anyway. */
  get #full(): boolean {
    return this.text.length > this.#length;
  }

  write(value: unknown, path: readonly object[]): void {
    if (typeof value === 'string') this.text += repr(value.slice(0, this.#length));
    else if (typeof value === 'number') this.text += Object.is(value, -0) ? '-0' : String(value);
    else if (typeof value === 'bigint') this.text += `${String(value)}n`;
    else if (typeof value === 'function') this.text += functionText(value);
    else if (typeof value === 'object' && value !== null) this.#writeObject(value, path);
    else this.text += String(value);
  }

  #writeObject(value: object, path: readonly object[]): void {
    if (path.includes(value)) {
      this.text += '[Circular]';
      return;
    }
    const own = guarded(() => runtimeText(value));
    const name = classNames(value)[0];
    if (own !== undefined) this.text += own;
    else if (isError(value)) this.text += errorRepr(value, this.#length);
    else if (path.length >= MAX_DEPTH) this.text += `[${name ?? 'Object'}]`;
    else {
      const before = this.text;
      const done = guarded(() => {
        this.#writeParts(value, name, [...path, value]);
        return true;
      });
      if (done !== true) this.text = `${before}[unreadable]`; // a proxy's trap raised
    }
  }

  #writeParts(value: object, name: string | undefined, path: readonly object[]): void {
    if (Array.isArray(value))
      this.#writeArray(value, name === 'Array' ? '' : `${name ?? 'Array'}(${String(value.length)}) `, path);
    else if (value instanceof TypedArray) this.#writeArray(value, `${name ?? 'TypedArray'}(${String(value.length)}) `, path);
    else if (value instanceof Map) {
      const entries = Map.prototype.entries.call(value);
      this.#writeList(`${name ?? 'Map'}(${String(value.size)}) {`, entries, '}', ([key, item]) => {
        this.write(key, path);
        this.text += ' => ';
        this.write(item, path);
      });
    } else if (value instanceof Set) {
      const items = Set.prototype.values.call(value);
      this.#writeList(`${name ?? 'Set'}(${String(value.size)}) {`, items, '}', (item) => {
        this.write(item, path);
      });
    } else if (value instanceof RegExp) this.text += RegExp.prototype.toString.call(value);
    else this.#writeProperties(value, name, path);
  }

  #writeArray(value: ArrayLike<unknown>, name: string, path: readonly object[]): void {
    this.text += `${name}[`;
    for (let i = 0; i < value.length && !this.#full; i += 1) {
      if (i > 0) this.text += ', ';
      this.#writeProperty(Reflect.getOwnPropertyDescriptor(value, i), path);
    }
    this.text += ']';
  }

  #writeProperties(value: object, name: string | undefined, path: readonly object[]): void {
    const tag = dataOf(value, Symbol.toStringTag);
    const tagged = typeof tag === 'string' && tag !== '' && tag !== name ? `${name ?? 'Object'} [${tag}] ` : undefined;
    const head = tagged ?? (name === undefined ? '[Object: null prototype] ' : name === 'Object' ? '' : `${name} `);
    const shown = Reflect.ownKeys(value).filter((key) => Reflect.getOwnPropertyDescriptor(value, key)?.enumerable === true);
    this.#writeList(`${head}{`, shown, '}', (key) => {
      this.text += `${keyText(key)}: `;
      this.#writeProperty(Reflect.getOwnPropertyDescriptor(value, key), path);
    });
  }

  #writeProperty(property: PropertyDescriptor | undefined, path: readonly object[]): void {
    if (property === undefined) this.text += '<empty>';
    else if (property.get !== undefined) this.text += property.set === undefined ? '[Getter]' : '[Getter/Setter]';
    else if (property.set !== undefined) this.text += '[Setter]';
    else this.write(property.value, path);
  }

  /** `{ a, b }`, or `{}` when there is nothing in it. */
  #writeList<T>(open: string, items: Iterable<T>, close: string, writeOne: (item: T) => void): void {
    let first = true;
    this.text += open;
    for (const item of items) {
      if (this.#full) break;
      this.text += first ? ' ' : ', ';
      first = false;
      writeOne(item);
    }
    this.text += first ? close : ` ${close}`;
  }
}

/** What objects of ours say themselves that they are: those of the runtime and of the modules around it. */
function runtimeText(value: object): string | undefined {
  if (classNames(value)[0] === 'EventLoop') return '<EventLoop>';
  return typeof dataOf(value, reprMethod) === 'function' ? repr(value) : undefined;
}

/** As Python shows an error inside of a list. */
function errorRepr(error: object, length: number): string {
  if (partsOf(error) !== undefined) return repr(error).slice(0, length);
  const message = errorMessage(error);
  return `${errorName(error)}(${message === '' ? '' : repr(message.slice(0, length))})`;
}

function functionText(value: object): string {
  const name = functionName(value);
  if (asyncio.iscoroutinefunction(value)) return `[AsyncFunction: ${name === '' ? '(anonymous)' : name}]`;
  const isClass = guarded(() => Function.prototype.toString.call(value).startsWith('class')) ?? false;
  if (isClass) return `[class ${name === '' ? '(anonymous)' : name}]`;
  return name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`;
}

function keyText(key: string | symbol): string {
  if (typeof key === 'symbol') return `[${String(key)}]`;
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : repr(key);
}
