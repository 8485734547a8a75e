/**
 * Async generators (PEP 525; AGEN-1 … AGEN-4). `next`, `throw` and `return` give coroutines; a `yield` is no suspension to the loop.
 *
 * In the compiled form an await inside is `yield new Await(value)`, so that it can be told from the generator's own yields.
 */
import { Coroutine } from './coroutine.ts';
import { advanceGenerator, AWAITS, CLOSE, GENERATOR_EXIT, NEXT, outcome, RETURNED, THROW } from './suspendable.ts';
import { RuntimeError, StopAsyncIteration, StopIteration } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { withHint } from './hints.ts';
import { reprMethod, typeName, typeTag } from './repr.ts';
import { world } from './world.ts';

/** An awaited operand inside an async generator. */
export class Await {
  readonly operand: unknown;
  /** `yield*` awaits what closing the inner generator gives: the outer one goes on closing afterwards. */
  readonly closing: boolean;
  constructor(operand: unknown, closing?: unknown) {
    this.operand = operand;
    this.closing = closing === true;
  }
}

/** A loop that closes the generators left open in it (`shutdownAsyncgens`). */
interface Host {
  readonly _asyncgens?: Set<AsyncGenerator>;
}

/** What a call of an `async function*` gives. */
export class AsyncGenerator<T = unknown, R = unknown, N = unknown> {
  readonly code: FunctionCode;
  /** @internal */ readonly _generator: Generator<unknown, unknown>;
  /** @internal */ _running = false;
  /** @internal It has ended. */ _closed = false;
  /** @internal It was closed once, and may have gone on all the same. */ _closing = false;
  #host: Set<AsyncGenerator> | undefined = undefined;
  #met = false;

  /** @internal */
  constructor(generator: Generator<unknown, unknown>, code: FunctionCode) {
    this._generator = generator;
    this.code = code;
  }

  /** Runs it to its next `yield`; `value` becomes the value of the `yield` it stands at (Python's `asend`). */
  next(...values: readonly [N?]): Coroutine<IteratorResult<T, R>> {
    return new Step<IteratorResult<T, R>>(this, NEXT, values[0], 'anext');
  }

  /** Raises `error` where it stands, and runs it to its next `yield` (Python's `athrow`). */
  throw(error: unknown): Coroutine<IteratorResult<T, R>> {
    return new Step<IteratorResult<T, R>>(this, THROW, error, 'athrow');
  }

  /** Ends it: its `finally` blocks run, and may await (Python's `aclose`). */
  return(value?: R): Coroutine<IteratorResult<T, R | undefined>> {
    return new Step<IteratorResult<T, R | undefined>>(this, CLOSE, value, 'aclose');
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [typeTag](): string {
    return 'async_generator';
  }

  [reprMethod](): string {
    return `<async_generator object ${this.code.name}>`;
  }

  /** @internal Lets the running loop know of it, at its first use. */
  _enter(): void {
    this._running = true;
    if (this.#met) return;
    this.#met = true;
    this.#host = (world.loop as Host | undefined)?._asyncgens;
    this.#host?.add(this);
  }

  /** @internal */
  _close(): void {
    this._closed = true;
    this.#host?.delete(this);
  }
}

/** One `next`, `throw` or `return` of an async generator. */
export class Step<T> extends Coroutine<T> {
  declare readonly _agen: AsyncGenerator;
  declare readonly _mode: number;
  declare readonly _payload: unknown;
  declare readonly _method: string;
  declare _begun: boolean;
  /** This very coroutine is being closed, not only its generator. */
  declare _closed: boolean;
  /** How the generator goes on after the present await. */
  declare _after: number;

  constructor(agen: AsyncGenerator, mode: number, payload: unknown, method: string) {
    super(undefined, agen.code);
    this._agen = agen;
    this._mode = mode;
    this._payload = payload;
    this._method = method;
    this._begun = false;
    this._closed = false;
    this._after = NEXT;
  }

  override _title(): string {
    return `method '${this._method === 'anext' ? 'asend' : this._method}' of '${this.code.name}'`;
  }

  override _call(): string {
    return `generator.${this._mode === NEXT ? 'next' : this._mode === THROW ? 'throw' : 'return'}`;
  }

  override _advance(mode: number, value: unknown): number {
    const agen = this._agen;
    if (this._begun) {
      if (mode === CLOSE) this._closed = true;
      return this.#run(mode === NEXT ? this._after : mode, value);
    }
    this._begun = true;
    if (mode === THROW) throw value;
    if (agen._running) throw new RuntimeError(`${this._method}(): asynchronous generator is already running`);
    if (agen._closed) return this.#give({ done: true, value: undefined });
    if (agen._closing && this._mode !== NEXT) throw new StopAsyncIteration();
    if (this._mode === CLOSE) agen._closing = true;
    agen._enter();
    return this.#run(this._mode, this._payload);
  }

  #run(mode: number, value: unknown): number {
    const agen = this._agen;
    let result: IteratorResult<unknown, unknown>;
    try {
      result = advanceGenerator(agen._generator, mode, value);
    } catch (error) {
      agen._running = false;
      agen._close();
      if (error instanceof StopAsyncIteration || error instanceof StopIteration) {
        throw new RuntimeError(`async generator raised ${error.name}`, { cause: error });
      }
      throw error;
    }
    if (result.value instanceof Await) {
      this._after = result.value.closing ? CLOSE : NEXT;
      outcome.value = result.value.operand;
      return AWAITS;
    }
    agen._running = false;
    if (result.done === true) {
      agen._close();
      if (result.value !== GENERATOR_EXIT) return this.#give({ done: true, value: result.value });
      if (!this._closed) return this.#give({ done: true, value: this._payload });
      outcome.value = GENERATOR_EXIT;
      return RETURNED;
    }
    if (this._mode === CLOSE || this._closed) throw new RuntimeError('async generator ignored GeneratorExit');
    return this.#give({ done: false, value: result.value });
  }

  #give(result: IteratorResult<unknown, unknown>): number {
    outcome.value = result;
    return RETURNED;
  }
}

/** The iterator of `for await` (Python's `async for`): asynchronous ones only. */
export function forAwait(iterable: unknown): object {
  const method: unknown =
    typeof iterable === 'object' && iterable !== null && Symbol.asyncIterator in iterable
      ? iterable[Symbol.asyncIterator]
      : undefined;
  if (typeof method !== 'function') {
    const hint =
      Array.isArray(iterable) || iterable instanceof Set || iterable instanceof Map
        ? 'This is an ordinary iterable: write `for (const x of …)`, without `await`.'
        : undefined;
    throw withHint(new TypeError(`'async for' requires an object with __aiter__ method, got ${typeName(iterable)}`), hint);
  }
  const iterator: unknown = Reflect.apply(method, iterable, []);
  if (typeof iterator !== 'object' || iterator === null || !('next' in iterator)) {
    throw new TypeError(`'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator)}`);
  }
  return iterator;
}

/** `yield* iterable` inside an async generator: an iterator whose steps alternate between an await of the inner one and what that gave. */
export function yieldStar(iterable: unknown): Iterator<unknown> & Iterable<unknown> {
  const inner = (
    typeof iterable === 'object' && iterable !== null && Symbol.asyncIterator in iterable
      ? forAwait(iterable)
      : iterator(iterable)
  ) as Partial<Record<'next' | 'throw' | 'return', (value: unknown) => unknown>>;
  const asynchronous = typeof iterable === 'object' && iterable !== null && Symbol.asyncIterator in iterable;
  let awaiting = false;
  const step =
    (name: 'next' | 'throw' | 'return') =>
    (value: unknown): IteratorResult<unknown> => {
      if (awaiting) {
        awaiting = false;
        if (name === 'throw') throw value;
        if (name === 'next') return value as IteratorResult<unknown>;
        return { done: true, value };
      }
      const method = inner[name];
      if (method === undefined) {
        if (name === 'throw') throw value;
        return { done: true, value };
      }
      const given = method.call(inner, value);
      if (!asynchronous) return given as IteratorResult<unknown>;
      awaiting = true;
      return { done: false, value: new Await(given, name === 'return') };
    };
  return {
    next: step('next'),
    throw: step('throw'),
    return: step('return'),
    [Symbol.iterator]() {
      return this;
    },
  };
}

function iterator(iterable: unknown): object {
  const method: unknown =
    iterable !== undefined && iterable !== null ? (iterable as Iterable<unknown>)[Symbol.iterator] : undefined;
  if (typeof method !== 'function') throw new TypeError(`'${typeName(iterable)}' object is not iterable`);
  return Reflect.apply(method, iterable, []) as object;
}

const ANEXT_CODE: FunctionCode = { name: 'anext', file: '', line: 0 };

interface AsyncSource<T> {
  next(): PromiseLike<IteratorResult<T, unknown>>;
}

function* takeNext<T>(source: AsyncSource<T>, fallback: readonly unknown[]): Generator<unknown, unknown> {
  const result = (yield source.next()) as IteratorResult<T, unknown>;
  if (result.done !== true) return result.value;
  if (fallback.length > 0) return fallback[0];
  throw new StopAsyncIteration();
}

/** The next value of an async iterator; StopAsyncIteration at its end, or `fallback` when one is given (AGEN-4). */
export function anext<T, D = never>(source: AsyncSource<T>, ...fallback: readonly [D?]): Coroutine<T | D> {
  return new Coroutine<T | D>(takeNext(source, fallback), ANEXT_CODE);
}
