/**
 * concurrent.futures.Future: a result that another thread brings (concurrent/futures/_base.py). It is not awaited: `result()` blocks the thread that asks.
 *
 * Keeps true: it ends once, and its callbacks are called there and then, by whoever ends it; an error in one is logged and goes no further.
 */
import { leavesTheLoop, RuntimeError, TimeoutError } from './errors.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';
import { blockUntil } from './threads.ts';
import { world } from './world.ts';

/** concurrent.futures.CancelledError, which is not asyncio's. */
export class ConcurrentCancelledError extends Error {
  constructor(message?: string) {
    super(message);
    named(this, new.target, ConcurrentCancelledError, 'CancelledError');
  }
}

/** concurrent.futures.InvalidStateError, which is not asyncio's. */
export class ConcurrentInvalidStateError extends Error {
  constructor(message?: string) {
    super(message);
    named(this, new.target, ConcurrentInvalidStateError, 'InvalidStateError');
  }
}

type State = 'pending' | 'running' | 'cancelled' | 'finished';

export class ConcurrentFuture<T = unknown> {
  #state: State = 'pending';
  #failed = false;
  #value: unknown = undefined;
  #callbacks: ((future: this) => unknown)[] = [];

  /** Cancels it, unless its function runs or has run. @returns true when it is cancelled */
  cancel(): boolean {
    if (this.#state === 'running' || this.#state === 'finished') return false;
    if (this.#state === 'cancelled') return true;
    this.#end('cancelled');
    return true;
  }

  cancelled(): boolean {
    return this.#state === 'cancelled';
  }

  running(): boolean {
    return this.#state === 'running';
  }

  done(): boolean {
    return this.#state === 'cancelled' || this.#state === 'finished';
  }

  /**
   * The result, or raises the error; blocks this thread until it is there.
   * @param timeout seconds to wait at most; TimeoutError when they are over, CancelledError when it was cancelled
   */
  result(timeout?: number | null): T {
    this.#wait(timeout);
    if (this.#failed) throw this.#value;
    return this.#value as T;
  }

  /** The error, undefined when there was none; blocks and raises as `result` does. */
  exception(timeout?: number | null): unknown {
    this.#wait(timeout);
    return this.#failed ? this.#value : undefined;
  }

  /** Has `callback(future)` called when it ends, by the thread that ends it; at once when it has. */
  addDoneCallback(callback: (future: this) => unknown): void {
    if (this.done()) this.#call(callback);
    else this.#callbacks.push(callback);
  }

  /** For executors: its function is about to run. @returns false when it was cancelled, and the function must not run */
  setRunningOrNotifyCancel(): boolean {
    if (this.#state === 'cancelled') return false;
    if (this.#state !== 'pending') throw new RuntimeError('Future in unexpected state');
    this.#state = 'running';
    return true;
  }

  /** For executors. */
  setResult(value: T): void {
    this.#settle(value, false);
  }

  /** For executors. */
  setException(error: unknown): void {
    this.#settle(error, true);
  }

  [typeTag](): string {
    return 'Future';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const outcome = this.#state !== 'finished' ? '' : ` ${this.#failed ? 'raised' : 'returned'} ${typeName(this.#value)}`;
    return `<Future state=${this.#state}${outcome}>`;
  }

  #settle(value: unknown, failed: boolean): void {
    if (this.done()) throw new ConcurrentInvalidStateError(`${this.#state.toUpperCase()}: ${repr(this)}`);
    this.#value = value;
    this.#failed = failed;
    this.#end('finished');
  }

  #end(state: State): void {
    this.#state = state;
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) this.#call(callback);
  }

  #call(callback: (future: this) => unknown): void {
    try {
      callback(this);
    } catch (error) {
      if (leavesTheLoop(error)) throw error;
      world.observer?.log('error', `exception calling callback for ${repr(this)}`);
    }
  }

  #wait(timeout: number | null | undefined): void {
    if (!blockUntil(() => this.done(), timeout ?? undefined)) throw new TimeoutError();
    if (this.#state === 'cancelled') throw new ConcurrentCancelledError();
  }
}

function named(error: Error, made: unknown, by: unknown, name: string): void {
  const value = typeof made === 'function' && made !== by ? made.name : name;
  Object.defineProperty(error, 'name', { value, writable: true, enumerable: false, configurable: true });
}
