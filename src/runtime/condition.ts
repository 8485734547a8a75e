/**
 * Condition (locks.py; COND-1 … COND-3): tasks that hold a lock wait for word from others that hold it.
 *
 * Keeps true: `wait` gives the lock up while it waits and has it again whenever it is left, by an error too; a word that its receiver cannot use goes to
 * the next.
 */
import { Acquirable } from './acquirable.ts';
import { Coroutine } from './coroutine.ts';
import { Deque } from './deque.ts';
import { CancelledError, RuntimeError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { PENDING, type Future } from './future.ts';
import { Lock } from './lock.ts';
import { nameOf, primitiveRepr, refuseOptions, waitersText, waitIn } from './loop-bound.ts';
import { reprMethod, typeName, typeTag } from './repr.ts';

const WAIT_CODE: FunctionCode = { name: 'Condition.wait', file: '', line: 0 };
const WAIT_FOR_CODE: FunctionCode = { name: 'Condition.wait_for', file: '', line: 0 };

/** What a condition asks of its lock. */
type ConditionLock = Pick<Lock, 'acquire' | 'release' | 'locked'>;

export class Condition extends Acquirable {
  readonly #lock: ConditionLock;
  readonly #waiters = new Deque<Future>();

  /** @param lock the lock to use; a new one when left out */
  constructor(lock?: ConditionLock | null);
  constructor(lock?: ConditionLock | null, ...rest: readonly unknown[]) {
    super();
    refuseOptions('Condition', rest[0]);
    this.#lock = lock ?? new Lock();
    for (const method of ['locked', 'acquire', 'release'] as const) {
      if (typeof this.#lock[method] !== 'function')
        throw new TypeError(`'${typeName(lock)}' object has no attribute '${method}'`);
    }
  }

  /** Acquires the lock. @returns true */
  acquire(): Coroutine<true> {
    return this.#lock.acquire();
  }

  /** Releases the lock. */
  release(): void {
    this.#lock.release();
  }

  /** Whether somebody holds the lock. */
  locked(): boolean {
    return this.#lock.locked();
  }

  /**
   * Gives the lock up, waits to be notified, and takes the lock again. Also when it is cancelled: CancelledError leaves it only once it has the lock
   * again (COND-2). RuntimeError when nobody holds the lock. @returns true
   */
  wait(): Coroutine<true> {
    return new Coroutine<true>(this.#wait(), WAIT_CODE);
  }

  /** Waits until `predicate()` gives something true, asking at once and after every notification. @returns what it gave (COND-3) */
  waitFor<T>(predicate: () => T): Coroutine<T> {
    return new Coroutine<T>(this.#waitFor(predicate), WAIT_FOR_CODE);
  }

  /** Wakes `n` of those who wait, first come, first served. They go on once they have the lock. RuntimeError when nobody holds the lock. */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock');
    this.#notify(n);
  }

  /** Wakes everybody who waits. */
  notifyAll(): void {
    this.notify(this.#waiters.length);
  }

  [typeTag](): string {
    return nameOf(this, Condition.prototype, 'Condition');
  }

  [reprMethod](): string {
    return primitiveRepr(this, Condition.prototype, (this.locked() ? 'locked' : 'unlocked') + waitersText(this.#waiters));
  }

  *#wait(): Generator<unknown, true> {
    if (!this.locked()) throw new RuntimeError('cannot wait on un-acquired lock');
    const waiter = this._makeWaiter();
    this.release();
    let notified = false;
    try {
      try {
        yield* waitIn(this.#waiters, waiter);
      } finally {
        yield* this.#reacquire();
      }
      notified = true;
    } finally {
      // Whatever leaves here may have taken a notification with it.
      if (!notified) this.#notify(1);
    }
    return true;
  }

  /** Takes the lock, however often it is cancelled meanwhile; then raises the last of these cancellations. */
  *#reacquire(): Generator<unknown, void> {
    let cancelled: CancelledError | undefined;
    for (;;) {
      try {
        yield this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = error;
      }
    }
    if (cancelled !== undefined) throw cancelled;
  }

  *#waitFor<T>(predicate: () => T): Generator<unknown, T> {
    for (;;) {
      const result = predicate();
      if (Boolean(result)) return result;
      yield this.wait();
    }
  }

  #notify(n: number): void {
    let told = 0;
    for (const waiter of this.#waiters) {
      if (told >= n) return;
      if (waiter._state !== PENDING) continue;
      told += 1;
      waiter.setResult(false);
    }
  }
}
