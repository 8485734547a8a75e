/**
 * asyncWith: Python's `async with` (PEP 492; ACM-1).
 *
 * Keeps true: what was entered is left exactly once, however the body ends: by its value, by an error (CancelledError too), or by being closed.
 */
import { Coroutine } from './coroutine.ts';
import { GeneratorExit } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import type { Awaitable } from './future.ts';
import { withHint } from './hints.ts';
import { isawaitable } from './inspection.ts';
import { repr, typeName } from './repr.ts';
import { raisedDuring, thrownIn } from './traceback.ts';

/** What `asyncWith` takes: something that is entered and left. */
export interface AsyncContextManager<T = unknown> {
  /** Enters it (Python's `__aenter__`). @returns what the body is given */
  aenter(): Awaitable<T>;
  /** Leaves it (Python's `__aexit__`). `error` is what ended the body, undefined when it ended well. @returns true to swallow the error */
  aexit(error?: unknown): Awaitable<unknown>;
}

const CODE: FunctionCode = { name: 'asyncWith', file: '', line: 0 };

type Method = (...args: unknown[]) => unknown;

/** The method of a manager; looked up before anything is entered, `aexit` first, as CPython does. */
function methodOf(manager: unknown, name: 'aenter' | 'aexit'): Method {
  const method: unknown =
    typeof manager === 'object' && manager !== null && name in manager ? (manager as Record<string, unknown>)[name] : undefined;
  if (typeof method === 'function') return method as Method;
  const isClass = typeof manager === 'function' && /^class\b/.test(Function.prototype.toString.call(manager));
  const problem = `'${isClass ? 'type' : typeName(manager)}' object does not support the asynchronous context manager protocol`;
  throw withHint(
    thrownIn(new TypeError(`${problem} (missed __${name}__ method)`)),
    isClass
      ? `Make one: \`asyncWith(new ${manager.name}(…), async (value) => { … })\`.`
      : 'The first argument of `asyncWith` is an object with the methods `aenter()` and `aexit(error)`.',
  );
}

/** What a manager's method gave, which must be something to await. */
function awaitableOf(given: unknown, name: 'aenter' | 'aexit'): unknown {
  if (isawaitable(given)) return given;
  throw withHint(
    thrownIn(
      new TypeError(`'async with' received an object from __${name}__ that does not implement __await__: ${typeName(given)}`),
    ),
    `Make it an async function: \`async ${name}(…) { … }\`.`,
  );
}

function* withManager(manager: unknown, body: unknown): Generator<unknown, unknown> {
  if (typeof body !== 'function') {
    throw withHint(
      thrownIn(new TypeError(`'${typeName(body)}' object is not callable`)),
      `The second argument of \`asyncWith\` is the body, a function: \`async (value) => { … }\`, not ${repr(body)}.`,
    );
  }
  const aexit = methodOf(manager, 'aexit');
  const aenter = methodOf(manager, 'aenter');
  const value = (yield awaitableOf(Reflect.apply(aenter, manager, []), 'aenter')) as unknown;
  let ended = false;
  let failed = false;
  let error: unknown;
  let result: unknown;
  try {
    const given: unknown = Reflect.apply(body, undefined, [value]);
    result = isawaitable(given) ? yield given : given;
    ended = true;
  } catch (caught) {
    ended = true;
    failed = true;
    error = caught;
  } finally {
    if (!ended) yield* leave(aexit, manager, new GeneratorExit());
  }
  const swallow = yield* leave(aexit, manager, error);
  if (!failed) return result;
  if (!(swallow as boolean)) throw error;
  return undefined;
}

function* leave(aexit: Method, manager: unknown, error: unknown): Generator<unknown, unknown> {
  try {
    return (yield awaitableOf(Reflect.apply(aexit, manager, [error]), 'aexit')) as unknown;
  } catch (later) {
    if (error !== undefined) raisedDuring(later, error);
    throw later;
  }
}

/**
 * Enters `manager`, runs `body` with what it gave, and leaves it: Python's `async with manager as value: body`.
 * @returns what the body returns; undefined when `aexit` swallowed the body's error
 * @example await asyncWith(lock, async () => { … });
 * @example const page = await asyncWith(timeout(1), async (limit) => fetch(url));
 */
export function asyncWith<T, R>(manager: AsyncContextManager<T>, body: (value: T) => R | Awaitable<R>): Coroutine<R> {
  return new Coroutine<R>(withManager(manager, body), CODE);
}
