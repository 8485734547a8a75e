/** Event (locks.py; EVENT-1): a flag that tasks wait for. Setting it wakes everybody who waits, in order; clearing it takes no wake-up back. */
import { Coroutine } from './coroutine.ts';
import { Deque } from './deque.ts';
import type { FunctionCode } from './frame.ts';
import { PENDING, type Future } from './future.ts';
import { LoopBound, nameOf, primitiveRepr, refuseOptions, waitersText, waitIn } from './loop-bound.ts';
import { reprMethod, typeTag } from './repr.ts';

const WAIT_CODE: FunctionCode = { name: 'Event.wait', file: '', line: 0 };

export class Event extends LoopBound {
  readonly #waiters = new Deque<Future>();
  #value = false;

  constructor();
  constructor(...rest: readonly unknown[]) {
    super();
    refuseOptions('Event', rest[0]);
  }

  isSet(): boolean {
    return this.#value;
  }

  /** Raises the flag and wakes everybody who waits. */
  set(): void {
    if (this.#value) return;
    this.#value = true;
    for (const waiter of this.#waiters) if (waiter._state === PENDING) waiter.setResult(true);
  }

  /** Takes the flag down. Whoever was woken stays woken. */
  clear(): void {
    this.#value = false;
  }

  /** Waits until the flag is up; does not suspend when it is. @returns true */
  wait(): Coroutine<true> {
    return new Coroutine<true>(this.#wait(), WAIT_CODE);
  }

  [typeTag](): string {
    return nameOf(this, Event.prototype, 'Event');
  }

  [reprMethod](): string {
    return primitiveRepr(this, Event.prototype, (this.#value ? 'set' : 'unset') + waitersText(this.#waiters));
  }

  *#wait(): Generator<unknown, true> {
    if (!this.#value) yield* waitIn(this.#waiters, this._makeWaiter());
    return true;
  }
}
