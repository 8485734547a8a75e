/** aclosing: a context manager that closes an async generator when its block ends (contextlib.py). */
import type { AsyncContextManager } from './async-with.ts';
import { Coroutine } from './coroutine.ts';
import type { FunctionCode } from './frame.ts';
import { typeName } from './repr.ts';

const AENTER_CODE: FunctionCode = { name: 'aclosing.__aenter__', file: '', line: 0 };
const AEXIT_CODE: FunctionCode = { name: 'aclosing.__aexit__', file: '', line: 0 };

/** What `aclosing` can close: an async generator, or anything with an `aclose` of its own. */
export type AsyncClosable = { aclose(): PromiseLike<unknown> } | { return(value?: never): PromiseLike<unknown> };

function* entering<T>(thing: T): Generator<never, T> {
  yield* [];
  return thing;
}

function* leaving(thing: unknown): Generator<unknown, void> {
  const { aclose, return: close } = Object(thing) as Partial<Record<'aclose' | 'return', unknown>>;
  const method = aclose ?? close;
  if (typeof method !== 'function') throw new TypeError(`'${typeName(thing)}' object has no attribute 'aclose'`);
  yield Reflect.apply(method, thing, []);
}

/**
 * Closes `thing` when the block ends, however it ends: `await asyncWith(aclosing(numbers()), async (gen) => { … })`.
 * An async generator is closed by its `return`, as Python's is by `aclose`.
 */
export function aclosing<T extends AsyncClosable>(thing: T): AsyncContextManager<T> {
  return {
    aenter: () => new Coroutine<T>(entering(thing), AENTER_CODE),
    aexit: () => new Coroutine<void>(leaving(thing), AEXIT_CODE),
  };
}
