/**
 * Lock (locks.py; LOCK-1 … LOCK-4): one at a time, first come, first served. It has no owner, and who holds it cannot acquire it again.
 *
 * Keeps true: a release wakes the first in line and nobody overtakes that one, although the lock reads unlocked until it runs.
 */
import { Acquirable } from './acquirable.ts';
import { Coroutine } from './coroutine.ts';
import { Deque } from './deque.ts';
import { CancelledError, RuntimeError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { PENDING, type Future } from './future.ts';
import { allCancelled, nameOf, primitiveRepr, refuseOptions, waitersText, waitIn } from './loop-bound.ts';
import { reprMethod, typeTag } from './repr.ts';

const ACQUIRE_CODE: FunctionCode = { name: 'Lock.acquire', file: '', line: 0 };

export class Lock extends Acquirable {
  readonly #waiters = new Deque<Future>();
  #locked = false;

  constructor();
  constructor(...rest: readonly unknown[]) {
    super();
    refuseOptions('Lock', rest[0]);
  }

  locked(): boolean {
    return this.#locked;
  }

  /** Acquires the lock, when it is one's turn; does not suspend when it is free and nobody waits (LOCK-1). @returns true */
  acquire(): Coroutine<true> {
    return new Coroutine<true>(this.#acquire(), ACQUIRE_CODE);
  }

  /** Releases the lock, whoever holds it, and wakes the first in line. RuntimeError when it is free (LOCK-3). */
  release(): void {
    if (!this.#locked) throw new RuntimeError('Lock is not acquired.');
    this.#locked = false;
    this.#wakeFirst();
  }

  [typeTag](): string {
    return nameOf(this, Lock.prototype, 'Lock');
  }

  [reprMethod](): string {
    return primitiveRepr(this, Lock.prototype, (this.#locked ? 'locked' : 'unlocked') + waitersText(this.#waiters));
  }

  *#acquire(): Generator<unknown, true> {
    if (this.#locked || !allCancelled(this.#waiters)) {
      try {
        yield* waitIn(this.#waiters, this._makeWaiter());
      } catch (error) {
        // It may have been woken before it was cancelled: then the next one's turn has come (LOCK-4).
        if (error instanceof CancelledError && !this.#locked) this.#wakeFirst();
        throw error;
      }
    }
    this.#locked = true;
    return true;
  }

  #wakeFirst(): void {
    const first = this.#waiters.first;
    if (first?._state === PENDING) first.setResult(true);
  }
}
