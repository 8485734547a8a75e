/**
 * Awaitables of one's own (CORO-5, CORO-6): an object with a method `[awaitSymbol]` that returns an iterator.
 */
import type { FunctionCode } from './frame.ts';
import { awaitSymbol } from './future.ts';
import { awaitHint, withHint } from './hints.ts';
import { typeName } from './repr.ts';
import { CLOSE, GENERATOR_EXIT, outcome, RETURNED, Suspendable, THROW, YIELDED } from './suspendable.ts';
import { thrownIn } from './traceback.ts';

/** @internal The member that drives an awaitable of one's own (CORO-6), or the error to throw in when there is none (CORO-5). */
export function iterate(value: unknown): unknown {
  const method: unknown = typeof value === 'object' && value !== null && awaitSymbol in value ? value[awaitSymbol] : undefined;
  if (typeof method !== 'function') {
    return withHint(thrownIn(new TypeError(`'${typeName(value)}' object can't be awaited`)), awaitHint(value));
  }
  let iterator: unknown;
  try {
    iterator = Reflect.apply(method, value, []);
  } catch (error) {
    return error;
  }
  if (iterator instanceof CoroutineIterator) return iterator.coroutine;
  if (iterator instanceof Suspendable) return thrownIn(new TypeError('__await__() returned a coroutine'));
  if (!isIterator(iterator)) {
    return thrownIn(new TypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`));
  }
  return new IteratorMember(iterator);
}

/** An async generator has a `next` as well, and is none. */
function isIterator(value: unknown): value is Iterator<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'next' in value &&
    typeof value.next === 'function' &&
    !(Symbol.asyncIterator in value)
  );
}

/** What `coroutine[awaitSymbol]()` gives. The driver takes the coroutine out again; a program's own iterator may call `next`. @internal */
export class CoroutineIterator<T> implements Iterator<unknown, T> {
  readonly coroutine: Suspendable & {
    send(value: unknown): IteratorResult<unknown, T>;
    throw(error: unknown): IteratorResult<unknown, T>;
    close(): void;
  };

  constructor(coroutine: CoroutineIterator<T>['coroutine']) {
    this.coroutine = coroutine;
  }

  next(value?: unknown): IteratorResult<unknown, T> {
    return this.coroutine.send(value);
  }

  throw(error: unknown): IteratorResult<unknown, T> {
    return this.coroutine.throw(error);
  }

  return(value?: unknown): IteratorResult<unknown, T> {
    this.coroutine.close();
    return { done: true, value: value as T };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

const ITERATOR_CODE: FunctionCode = { name: '__await__', file: '', line: 0 };

/** The member of a chain that stands for an iterator of an awaitable of one's own. */
export class IteratorMember extends Suspendable {
  readonly #iterator: Iterator<unknown>;

  constructor(iterator: Iterator<unknown>) {
    super(undefined, ITERATOR_CODE);
    this.#iterator = iterator;
  }

  override _advance(mode: number, value: unknown): number {
    const iterator = this.#iterator;
    if (mode === CLOSE) {
      iterator.return?.(undefined);
      outcome.value = GENERATOR_EXIT;
      return RETURNED;
    }
    if (mode === THROW && iterator.throw === undefined) throw value;
    const result = mode === THROW ? iterator.throw?.(value) : iterator.next(value);
    if (typeof result !== 'object') throw new TypeError(`iterator gave a '${typeName(result)}' object instead of a result`);
    outcome.value = result.value;
    return result.done === true ? RETURNED : YIELDED;
  }
}
