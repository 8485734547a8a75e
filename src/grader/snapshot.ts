/**
 * Copies a value that a learner's program made into inert plain data, which is all that matchers ever look at.
 *
 * A program's value may be hostile: a getter that throws or answers differently each time, a proxy, a `toString`, `valueOf` or
 * `then` that lies. Keeps true: no method of the value is called; each property is read once, guarded; what cannot be read
 * becomes a part that equals nothing. So a hostile value is at worst a failed test. Afterwards `equal` (dequal) compares the
 * copies. Why not a whole assertion library (bundled, minified, gzipped; inside SES):
 * @vitest/expect 41 KB and chai 17 KB do not load there (an HTML comment in the text; no EventTarget); jest's `equals` 4 KB takes
 * any object with an `asymmetricMatch` for equal to everything; fast-deep-equal calls the value's own `valueOf`; dequal 0.7 KB
 * loads, calls nothing on plain data.
 */
import { dequal } from 'dequal';
import { asyncio, classNames } from '../runtime/index.ts';

/**
 * A part of a copy that stands for something that is not data: a function, a task, an unreadable property. Two parts are equal
 * when their keys are.
 */
export class Part {
  /** Objects with one identity have one key. */
  readonly key: string;
  /** How it is shown, such as `[function fetch]`. */
  readonly text: string;
  constructor(key: string, text: string) {
    this.key = key;
    this.text = text;
  }
}

/** A copy, and why it is not whole, if it is not. */
export interface Snapshot {
  readonly value: unknown;
  /** Set when some part could not be read: what happened, as a clause. Such a value passes no matcher. */
  readonly unreadable?: string;
}

/** An error as data: two errors are equal when class and message are, as when Python prints them. */
export class ErrorData {
  readonly type: string;
  readonly message: string;
  constructor(type: string, message: string) {
    this.type = type;
    this.message = message;
  }
}

/** Parts of a value that are copied; beyond, it is too big to be compared. */
const MAX_PARTS = 100_000;
/** How deep a value is copied. */
const MAX_DEPTH = 200;

/** Raised inside only, and never leaves this file. */
class Unreadable extends Error {}

const identities = new WeakMap<object, string>();
let lastIdentity = 0;

function identityOf(object: object): string {
  let key = identities.get(object);
  if (key === undefined) {
    lastIdentity += 1;
    key = `#${lastIdentity}`;
    identities.set(object, key);
  }
  return key;
}

/** Copies `value`; never throws, and never calls a method of it. */
export function snapshot(value: unknown): Snapshot {
  const copier = new Copier();
  try {
    return { value: copier.copy(value, []) };
  } catch (error) {
    const unreadable = error instanceof Unreadable ? error.message : 'it cannot be read';
    return { value: new Part('unreadable', '[unreadable]'), unreadable };
  }
}

/** True when two snapshots are the same data. Numbers compare as in `===`, except that NaN equals itself. */
export function equal(a: Snapshot, b: Snapshot): boolean {
  return a.unreadable === undefined && b.unreadable === undefined && dequal(a.value, b.value);
}

class Copier {
  #parts = 0;

  copy(value: unknown, path: readonly object[]): unknown {
    this.#parts += 1;
    if (this.#parts > MAX_PARTS) throw new Unreadable(`it has more than ${MAX_PARTS} parts`);
    if (typeof value === 'function') return new Part(identityOf(value), `[function ${nameOf(value)}]`);
    if (typeof value !== 'object' || value === null) return value;
    const loop = path.indexOf(value);
    if (loop !== -1) return new Part(`up ${path.length - loop}`, '[itself]');
    if (path.length >= MAX_DEPTH) throw new Unreadable(`it is nested more than ${MAX_DEPTH} deep`);
    return this.#copyObject(value, [...path, value]);
  }

  #copyObject(value: object, path: readonly object[]): unknown {
    const kind = guarded('its kind', () => kindOf(value));
    switch (kind) {
      case 'opaque':
        return new Part(
          identityOf(value),
          guarded('its kind', () => opaqueText(value)),
        );
      case 'array': {
        const length = guarded('its length', () => (value as { length: unknown }).length);
        if (typeof length !== 'number' || length > MAX_PARTS) throw new Unreadable(`it has more than ${MAX_PARTS} parts`);
        return Array.from({ length }, (_, index) => this.copy(read(value, String(index)), path));
      }
      case 'map': {
        const entries = guarded('its entries', () => [...(Map.prototype.entries.call(value) as Iterable<[unknown, unknown]>)]);
        return new Map(entries.map(([key, item]) => [this.copy(key, path), this.copy(item, path)]));
      }
      case 'set': {
        const items = guarded('its items', () => [...(Set.prototype.values.call(value) as Iterable<unknown>)]);
        return new Set(items.map((item) => this.copy(item, path)));
      }
      case 'error':
        return new ErrorData(classOf(value), shown(read(value, 'message')));
      case 'object': {
        const keys = guarded('its properties', () => Object.keys(value));
        const copied: Record<string, unknown> = {};
        for (const key of keys) {
          const item = this.copy(read(value, key), path);
          // As in every `toEqual`: a property that is undefined is as good as absent. Defined, not assigned, so that the key '__proto__' is a key.
          if (item !== undefined)
            Object.defineProperty(copied, key, { value: item, enumerable: true, configurable: true, writable: true });
        }
        return copied;
      }
    }
  }
}

type Kind = 'opaque' | 'array' | 'map' | 'set' | 'error' | 'object';

/** The runtime's own objects and what holds hidden state are themselves, not data. */
function kindOf(value: object): Kind {
  if (Array.isArray(value)) return 'array';
  if (asyncio.isfuture(value) || asyncio.iscoroutine(value) || asyncio.isasyncgen(value)) return 'opaque';
  if (value instanceof Map) return 'map';
  if (value instanceof Set) return 'set';
  if (value instanceof Error) return 'error';
  if (
    value instanceof Promise ||
    value instanceof WeakMap ||
    value instanceof WeakSet ||
    value instanceof Date ||
    value instanceof RegExp
  )
    return 'opaque';
  return 'object';
}

function opaqueText(value: object): string {
  if (asyncio.iscoroutine(value)) return '[a coroutine object]';
  if (asyncio.isasyncgen(value)) return '[an async generator]';
  if (value instanceof Promise) return '[a Promise]';
  return asyncio.isfuture(value) ? '[a future]' : '[an object]';
}

function nameOf(value: object): string {
  const name = guarded('its name', () => Object.getOwnPropertyDescriptor(value, 'name')?.value as unknown);
  return typeof name === 'string' && name !== '' ? name : '(anonymous)';
}

function read(value: object, key: string): unknown {
  return guarded(`its property \`${key}\``, () => (value as Record<string, unknown>)[key]);
}

/** An error's class as it is told: the `name` that it was given itself, else its class's. */
function classOf(error: object): string {
  const own = guarded('its class', () => Object.getOwnPropertyDescriptor(error, 'name')?.value as unknown);
  return typeof own === 'string' ? own : (classNames(error)[0] ?? 'Error');
}

/** A text as it is, anything else by its type: an error's `message` is a text. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value : `[${typeof value}]`;
}

/** Runs the program's own code (a getter, a proxy's trap), whose error says no more than that this part cannot be read. */
function guarded<T>(what: string, look: () => T): T {
  try {
    return look();
  } catch {
    throw new Unreadable(`${what} cannot be read: reading raised an error`);
  }
}
