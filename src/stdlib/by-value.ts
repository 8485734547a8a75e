/** What crosses into another process: copies, as pickle makes them; what cannot be copied is refused in Python's words. */
import { asyncio, repr, typeName } from '../runtime/index.ts';

/** What only means something in the process where it is, and Python's name for it. */
function bound(value: object): string | undefined {
  if (asyncio.iscoroutine(value)) return 'coroutine';
  if (asyncio.isasyncgen(value)) return 'async_generator';
  if (value instanceof asyncio.Task) return '_asyncio.Task';
  if (value instanceof asyncio.Future) return '_asyncio.Future';
  const name = typeName(value);
  if (name === 'generator') return name;
  return value instanceof asyncio.Queue || value instanceof asyncio.Event ? '_asyncio.Future' : undefined;
}

/**
 * A copy of a value that shares nothing with it, save functions and classes, which both processes have.
 * @returns the copy; TypeError for what cannot be pickled, such as a coroutine or a future
 */
export function byValue<T>(value: T): T {
  return copy(value, new Map()) as T;
}

function copy(value: unknown, made: Map<object, unknown>): unknown {
  if (typeof value === 'symbol') throw new TypeError(`cannot pickle ${repr(value)}`);
  if (typeof value !== 'object' || value === null) return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  const name = bound(value);
  if (name !== undefined) throw new TypeError(`cannot pickle '${name}' object`);
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    made.set(value, map);
    for (const [key, item] of value) map.set(copy(key, made), copy(item, made));
    return map;
  }
  if (value instanceof Set) {
    const set = new Set<unknown>();
    made.set(value, set);
    for (const item of value) set.add(copy(item, made));
    return set;
  }
  if (value instanceof Error) return value; // an error's stack cannot be made again
  const instance = (Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value) as object | null)) as object;
  made.set(value, instance);
  for (const key of Object.keys(value)) {
    Reflect.set(instance, key, copy((value as Readonly<Record<string, unknown>>)[key], made));
  }
  return instance;
}
