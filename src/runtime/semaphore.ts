/**
 * Semaphore and BoundedSemaphore (locks.py; SEM-1 … SEM-3): so many at a time.
 *
 * Keeps true: strictly first come, first served; who is woken has its unit taken from the counter already, and gives it back when it was cancelled.
 */
import { Acquirable } from './acquirable.ts';
import { Coroutine } from './coroutine.ts';
import { Deque } from './deque.ts';
import { CancelledError, ValueError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { FINISHED, PENDING, type Future } from './future.ts';
import { allCancelled, nameOf, noNumber, primitiveRepr, refuseOptions, waitersText, waitIn } from './loop-bound.ts';
import { reprMethod, typeTag } from './repr.ts';

const ACQUIRE_CODE: FunctionCode = { name: 'Semaphore.acquire', file: '', line: 0 };

export class Semaphore extends Acquirable {
  readonly #waiters = new Deque<Future>();
  /** @internal */ _value: number;

  /** @param value how many may hold it at once; ValueError when it is negative */
  constructor(value?: number | null);
  constructor(value: number | null = 1, ...rest: readonly unknown[]) {
    super();
    refuseOptions('Semaphore', rest[0]);
    this._value = value ?? 1;
    if (typeof this._value !== 'number') throw noNumber('<', value, 'Write the number alone: `new Semaphore(3)`.');
    if (this._value < 0) throw new ValueError('Semaphore initial value must be >= 0');
  }

  /** True when `acquire` would have to wait: nothing is left, or somebody waits already (SEM-2). */
  locked(): boolean {
    return this._value === 0 || !allCancelled(this.#waiters);
  }

  /** Takes one, when it is one's turn. @returns true */
  acquire(): Coroutine<true> {
    return new Coroutine<true>(this.#acquire(), ACQUIRE_CODE);
  }

  /** Gives one back, or adds one: the counter may exceed its first value (SEM-1). */
  release(): void {
    this._value += 1;
    this.#wakeNext();
  }

  [typeTag](): string {
    return nameOf(this, Semaphore.prototype, 'Semaphore');
  }

  [reprMethod](): string {
    return this._repr(Semaphore.prototype);
  }

  protected _repr(prototype: object): string {
    const state = this.locked() ? 'locked' : `unlocked, value:${this._value}`;
    return primitiveRepr(this, prototype, state + waitersText(this.#waiters));
  }

  *#acquire(): Generator<unknown, true> {
    if (!this.locked()) {
      this._value -= 1;
      return true;
    }
    const waiter = this._makeWaiter();
    try {
      yield* waitIn(this.#waiters, waiter);
    } catch (error) {
      if (error instanceof CancelledError && waiter._state === FINISHED) this._value += 1;
      throw error;
    } finally {
      // Others may have come meanwhile and had to stand in line although there was enough for them.
      while (this._value > 0 && this.#wakeNext());
    }
    return true;
  }

  /** Hands one to the first in line who has none. @returns false when there is no such */
  #wakeNext(): boolean {
    for (const waiter of this.#waiters) {
      if (waiter._state !== PENDING) continue;
      this._value -= 1;
      waiter.setResult(true);
      return true;
    }
    return false;
  }
}

/** A semaphore that must not be released more often than it was acquired. */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  constructor(value?: number | null);
  constructor(value: number | null = 1, ...rest: readonly unknown[]) {
    refuseOptions('BoundedSemaphore', rest[0]);
    super(value);
    this.#bound = this._value;
  }

  /** Gives one back. ValueError when that would exceed the first value (SEM-1). */
  override release(): void {
    if (this._value >= this.#bound) throw new ValueError('BoundedSemaphore released too many times');
    super.release();
  }

  override [typeTag](): string {
    return nameOf(this, BoundedSemaphore.prototype, 'BoundedSemaphore');
  }

  override [reprMethod](): string {
    return this._repr(BoundedSemaphore.prototype);
  }
}
