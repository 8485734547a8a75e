/**
 * Barrier (locks.py; BARRIER-1): so many tasks wait for one another, then all go on.
 *
 * It fills until the last one comes, drains until all have left, and fills again; those who come while it drains wait for that. All of it happens under
 * one condition's lock, so its tasks go through one by one.
 */
import { Condition } from './condition.ts';
import { Coroutine } from './coroutine.ts';
import { BrokenBarrierError, ValueError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { LoopBound, nameOf, noNumber, primitiveRepr, refuseOptions } from './loop-bound.ts';
import { reprMethod, typeTag } from './repr.ts';

function code(method: string): FunctionCode {
  return { name: `Barrier.${method}`, file: '', line: 0 };
}
const ENTER_CODE = code('__aenter__');
const EXIT_CODE = code('__aexit__');
const WAIT_CODE = code('wait');
const RESET_CODE = code('reset');
const ABORT_CODE = code('abort');

export class Barrier extends LoopBound {
  /** How many tasks it takes to pass. */
  readonly parties: number;
  readonly #condition = new Condition();
  #state: 'filling' | 'draining' | 'resetting' | 'broken' = 'filling';
  /** How many tasks are in it. */
  #count = 0;

  /** @param parties how many tasks it takes to pass; ValueError when less than 1 */
  constructor(parties: number);
  constructor(parties?: unknown, ...rest: readonly unknown[]) {
    super();
    refuseOptions('Barrier', rest[0]);
    if (parties === undefined) throw new TypeError("Barrier.__init__() missing 1 required positional argument: 'parties'");
    if (typeof parties !== 'number') throw noNumber('<', parties, 'Write the number alone: `new Barrier(3)`.');
    if (parties < 1) throw new ValueError('parties must be >= 1');
    this.parties = parties;
  }

  /** How many tasks wait in it to be joined by others. */
  get nWaiting(): number {
    return this.#state === 'filling' ? this.#count : 0;
  }

  get broken(): boolean {
    return this.#state === 'broken';
  }

  /** Waits for the others. BrokenBarrierError when the barrier is aborted, or is reset meanwhile. @returns one's place, from 0 in order of arrival */
  wait(): Coroutine<number> {
    return new Coroutine<number>(this.#wait(), WAIT_CODE);
  }

  /** Sends those who wait away with BrokenBarrierError and makes the barrier as new. */
  reset(): Coroutine<void> {
    return new Coroutine<void>(this.#reset(), RESET_CODE);
  }

  /** Breaks the barrier: BrokenBarrierError for those who wait and for those who come. */
  abort(): Coroutine<void> {
    return new Coroutine<void>(this.#abort(), ABORT_CODE);
  }

  /** For `asyncWith`: waits for the others. @returns one's place */
  aenter(): Coroutine<number> {
    return new Coroutine<number>(this.#enter(), ENTER_CODE);
  }

  /** For `asyncWith`: does nothing. */
  aexit(error?: unknown): Coroutine<void>;
  aexit(): Coroutine<void> {
    return new Coroutine<void>(nothing(), EXIT_CODE);
  }

  [typeTag](): string {
    return nameOf(this, Barrier.prototype, 'Barrier');
  }

  [reprMethod](): string {
    const waiters = this.broken ? '' : `, waiters:${this.nWaiting}/${this.parties}`;
    return primitiveRepr(this, Barrier.prototype, this.#state + waiters);
  }

  *#enter(): Generator<unknown, number> {
    return (yield this.wait()) as number;
  }

  *#wait(): Generator<unknown, number> {
    yield this.#condition.aenter();
    try {
      yield this.#condition.waitFor(() => this.#state !== 'draining' && this.#state !== 'resetting');
      if (this.broken) throw new BrokenBarrierError('Barrier aborted');
      const index = this.#count;
      this.#count += 1;
      try {
        if (index + 1 === this.parties) this.#become('draining');
        else yield* this.#waitForOthers();
        return index;
      } finally {
        this.#count -= 1;
        this.#left();
      }
    } finally {
      this.#condition.release();
    }
  }

  *#waitForOthers(): Generator<unknown, void> {
    yield this.#condition.waitFor(() => this.#state !== 'filling');
    if (this.#state === 'broken' || this.#state === 'resetting') throw new BrokenBarrierError('Abort or reset of barrier');
  }

  /** Somebody has left: the last one opens the barrier again. */
  #left(): void {
    if (this.#count > 0) return;
    if (this.#state === 'resetting' || this.#state === 'draining') this.#state = 'filling';
    this.#condition.notifyAll();
  }

  #become(state: 'filling' | 'draining' | 'resetting' | 'broken'): void {
    this.#state = state;
    this.#condition.notifyAll();
  }

  *#reset(): Generator<unknown, void> {
    yield this.#condition.aenter();
    try {
      this.#become(this.#count > 0 ? 'resetting' : 'filling');
    } finally {
      this.#condition.release();
    }
  }

  *#abort(): Generator<unknown, void> {
    yield this.#condition.aenter();
    try {
      this.#become('broken');
    } finally {
      this.#condition.release();
    }
  }
}

function* nothing(): Generator<unknown, void> {
  // Nothing to wait for.
}
