/**
 * timeout, timeoutAt, Timeout: a deadline for a block (timeouts.py; TIMEOUT-1 … TIMEOUT-10).
 *
 * Keeps true: a deadline that is met cancels the task that entered, and leaving the block takes that cancellation back; it becomes a TimeoutError only
 * when nobody else has cancelled the task meanwhile.
 */
import { atMost, fromNow } from './argument-checks.ts';
import type { AsyncContextManager } from './async-with.ts';
import { Coroutine } from './coroutine.ts';
import { CancelledError, RuntimeError, TimeoutError } from './errors.ts';
import { ExceptionGroup } from './exception-group.ts';
import type { FunctionCode } from './frame.ts';
import type { Handle } from './handle.ts';
import { withHint } from './hints.ts';
import { currentTask } from './inspection.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import { getRunningLoop } from './runner.ts';
import type { Task } from './task.ts';
import { contextOf, raisedDuring, setContext, thrownIn } from './traceback.ts';

const AENTER_CODE: FunctionCode = { name: 'Timeout.__aenter__', file: '', line: 0 };
const AEXIT_CODE: FunctionCode = { name: 'Timeout.__aexit__', file: '', line: 0 };

type State = 'created' | 'active' | 'expiring' | 'expired' | 'finished';

/** A deadline for what `asyncWith` runs in it. Made by `timeout` and `timeoutAt`; used once. */
export class Timeout implements AsyncContextManager<Timeout> {
  #state: State = 'created';
  #when: number | undefined;
  #handle: Handle | undefined = undefined;
  #task: Task | undefined = undefined;
  /** How often the task's cancellation had been asked for when the block was entered (TIMEOUT-6). */
  #cancelling = 0;

  /** @param when the deadline, in seconds of `loop.time()`; undefined for none */
  constructor(when: number | null | undefined);
  constructor(...given: readonly (number | null | undefined)[]) {
    if (given.length === 0) throw new TypeError("Timeout.__init__() missing 1 required positional argument: 'when'");
    this.#when = given[0] ?? undefined;
  }

  /** The deadline, in seconds of `loop.time()`; undefined when there is none. */
  when(): number | undefined {
    return this.#when;
  }

  /** Moves the deadline; undefined takes it away (TIMEOUT-3). RuntimeError outside of the block. */
  reschedule(when: number | null | undefined): void {
    if (this.#state === 'created') throw new RuntimeError('Timeout has not been entered');
    if (this.#state !== 'active') throw new RuntimeError(`Cannot change state of ${this.#state} Timeout`);
    this.#when = when ?? undefined;
    this.#handle?.cancel();
    this.#handle = this.#schedule(when);
  }

  /** True once the deadline was met inside the block. */
  expired(): boolean {
    return this.#state === 'expiring' || this.#state === 'expired';
  }

  /** Begins the block (Python's `__aenter__`). RuntimeError outside of a task, and the second time (TIMEOUT-5). */
  aenter(): Coroutine<Timeout> {
    return new Coroutine<Timeout>(entering(this), AENTER_CODE);
  }

  /** Ends the block (Python's `__aexit__`): raises TimeoutError when `error` is the cancellation by this deadline (TIMEOUT-1). */
  aexit(error?: unknown): Coroutine<void> {
    return new Coroutine<void>(leaving(this, error), AEXIT_CODE);
  }

  /** @internal */
  _enter(): void {
    if (this.#state !== 'created') throw new RuntimeError('Timeout has already been entered');
    const task = currentTask();
    if (task === undefined) throw new RuntimeError('Timeout should be used inside a task');
    this.#state = 'active';
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.reschedule(this.#when);
  }

  /** @internal `error` is what ends the block, undefined when nothing does. */
  _leave(error: unknown): void {
    this.#handle?.cancel();
    this.#handle = undefined;
    if (this.#state === 'active') this.#state = 'finished';
    if (this.#state !== 'expiring') return;
    this.#state = 'expired';
    const mine = (this.#task?.uncancel() ?? 0) <= this.#cancelling;
    if (!mine || error === undefined) return;
    if (error instanceof CancelledError) throw timedOut(error);
    putTimeoutBeforeCancellation(error);
    if (error instanceof ExceptionGroup) for (const member of error.exceptions) putTimeoutBeforeCancellation(member);
  }

  [typeTag](): string {
    return 'Timeout';
  }

  [reprMethod](): string {
    const when = this.#when === undefined ? undefined : milliseconds(this.#when);
    return `<Timeout [${this.#state}]${this.#state === 'active' ? ` when=${repr(when)}` : ''}>`;
  }

  toString(): string {
    return repr(this);
  }

  #schedule(when: number | null | undefined): Handle | undefined {
    if (when === undefined || when === null) return undefined;
    const loop = getRunningLoop();
    // A key gives a function its name as `named` does, and costs nothing.
    const { 'Timeout._on_timeout': onTimeout } = {
      'Timeout._on_timeout': () => {
        this.#task?.cancel();
        this.#state = 'expiring';
        this.#handle = undefined;
      },
    };
    // A deadline that is over does not wait for the clock, only for its turn (TIMEOUT-4).
    return atMost(when, loop.time(), 'float') ? loop.callSoon(onTimeout) : loop.callAt(when, onTimeout);
  }
}

function* entering(timeout: Timeout): Generator<never, Timeout> {
  timeout._enter();
  return timeout;
}

function* leaving(timeout: Timeout, error: unknown): Generator<never, void> {
  timeout._leave(error);
}

/** @internal The TimeoutError that `cancellation` becomes: `raise TimeoutError from cancellation`. */
export function timedOut(cancellation: unknown): TimeoutError {
  const error = thrownIn(new TimeoutError('', { cause: cancellation }));
  raisedDuring(error, cancellation);
  return error;
}

/** Another error came out of the cancelled block: that it was a timeout stands in its chain of contexts, before the cancellation (TIMEOUT-8). */
function putTimeoutBeforeCancellation(error: unknown): void {
  for (let later = error, context = contextOf(later); context !== undefined; later = context, context = contextOf(later)) {
    if (!(context instanceof CancelledError)) continue;
    setContext(later, timedOut(context));
    return;
  }
}

/** `round(when, 3)`: exact ties go to the even digit. */
function milliseconds(when: number): number {
  const isTie = Math.abs((when * 16) % 2) === 1;
  return isTie ? (2 * Math.round(when * 500)) / 1000 : Number(when.toFixed(3));
}

/**
 * A deadline `delay` seconds from now for a block: `await asyncWith(timeout(1), async () => { … })`. When it is met inside, what the block awaits is
 * cancelled and TimeoutError leaves the block.
 * @param delay seconds; undefined for no limit
 */
export function timeout(delay: number | null | undefined): Timeout;
export function timeout(...given: readonly (number | null | undefined)[]): Timeout {
  if (given.length === 0) throw new TypeError("timeout() missing 1 required positional argument: 'delay'");
  getRunningLoop();
  return new Timeout(isNone(given[0]) ? undefined : fromNow(given[0]));
}

/** As `timeout`, with the deadline as a moment of `loop.time()`. */
export function timeoutAt(when: number | null | undefined): Timeout;
export function timeoutAt(...given: readonly (number | null | undefined)[]): Timeout {
  if (given.length === 0) {
    throw withHint(
      new TypeError("timeout_at() missing 1 required positional argument: 'when'"),
      'Without a limit, write `timeoutAt(undefined)`.',
    );
  }
  return new Timeout(given[0]);
}

function isNone(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
