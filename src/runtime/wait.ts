/**
 * wait: until the first, the first failed, or all of some futures are done (tasks.py; WAIT-1 … WAIT-6).
 *
 * Keeps true: it never raises their errors, never cancels them, and leaves nothing of itself on them.
 */
import { distinct, fromNow, keywords } from './argument-checks.ts';
import { Coroutine } from './coroutine.ts';
import { AssertionError, ValueError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { FunctionCode } from './frame.ts';
import { Future } from './future.ts';
import type { TimerHandle } from './handle.ts';
import { withHint } from './hints.ts';
import { releaseWaiter } from './release-waiter.ts';
import { repr, typeName } from './repr.ts';
import { getRunningLoop } from './runner.ts';

/** `wait` returns when any of them is done. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
/** `wait` returns when any of them has raised; when none does, as ALL_COMPLETED. */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
/** `wait` returns when all of them are done. */
export const ALL_COMPLETED = 'ALL_COMPLETED';

/** What `wait` may wait for. */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

/** Options of `wait`. */
export interface WaitOptions {
  /** Seconds after which it returns in any case; no limit when left out. */
  readonly timeout?: number | null | undefined;
  /** When it returns; ALL_COMPLETED when left out. */
  readonly returnWhen?: ReturnWhen;
}

const CODE: FunctionCode = { name: 'wait', file: '', line: 0 };
const LIST_HINT = 'Give it a list of tasks: `wait([a, b])`.';

interface Wish {
  readonly timeout: unknown;
  readonly returnWhen: unknown;
}

function* waiting(given: unknown, { timeout, returnWhen }: Wish): Generator<unknown, [Set<Future>, Set<Future>]> {
  if (given instanceof Future || given instanceof Coroutine) {
    throw withHint(new TypeError(`expect a list of futures, not ${typeName(given)}`), LIST_HINT);
  }
  if (isEmpty(given)) throw new ValueError('Set of Tasks/Futures is empty.');
  if (returnWhen !== FIRST_COMPLETED && returnWhen !== FIRST_EXCEPTION && returnWhen !== ALL_COMPLETED) {
    throw withHint(
      new ValueError(`Invalid return_when value: ${typeof returnWhen === 'string' ? returnWhen : repr(returnWhen)}`),
      'It is one of FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED.',
    );
  }
  const futures = distinct(given, LIST_HINT);
  for (const future of futures) {
    if (!(future instanceof Coroutine)) continue;
    throw withHint(
      new TypeError('Passing coroutines is forbidden, use tasks explicitly.'),
      `Make tasks of them: \`wait([createTask(${future.code.name}(…))])\`.`,
    );
  }
  const loop = getRunningLoop();
  if (futures.size === 0) throw new AssertionError('Set of Futures is empty.');
  return yield* new Waiting(loop, futures.size, returnWhen).on(futures, timeout);
}

/** One call of `wait`. */
export class Waiting {
  readonly #loop: EventLoop;
  readonly #returnWhen: ReturnWhen;
  readonly #waiter: Future;
  #left: number;
  #timer: TimerHandle | undefined = undefined;

  constructor(loop: EventLoop, count: number, returnWhen: ReturnWhen) {
    this.#loop = loop;
    this.#left = count;
    this.#returnWhen = returnWhen;
    this.#waiter = loop.createFuture();
  }

  *on(given: ReadonlySet<unknown>, timeout: unknown): Generator<unknown, [Set<Future>, Set<Future>]> {
    if (timeout !== undefined && timeout !== null) {
      this.#timer = this.#loop.callAt(fromNow(timeout), releaseWaiter, this.#waiter);
    }
    // A key gives a function its name as `named` does, and costs nothing.
    const { '_wait.<locals>._on_completion': onCompletion } = {
      '_wait.<locals>._on_completion': (future: Future) => {
        this.#ended(future);
      },
    };
    const futures = new Set<Future>();
    for (const future of given) {
      if (!(future instanceof Future)) {
        throw withHint(new TypeError(`'${typeName(future)}' object has no attribute 'add_done_callback'`), LIST_HINT);
      }
      future.addDoneCallback(onCompletion);
      futures.add(future);
    }
    try {
      yield this.#waiter;
    } finally {
      this.#timer?.cancel();
      for (const future of futures) future.removeDoneCallback(onCompletion);
    }
    const done = new Set<Future>();
    const pending = new Set<Future>();
    for (const future of futures) (future.done() ? done : pending).add(future);
    return [done, pending];
  }

  #ended(future: Future): void {
    this.#left -= 1;
    if (this.#left > 0 && !this.#isEnough(future)) return;
    this.#timer?.cancel();
    if (!this.#waiter.done()) this.#waiter.setResult(undefined);
  }

  #isEnough(future: Future): boolean {
    if (this.#returnWhen !== FIRST_EXCEPTION) return this.#returnWhen === FIRST_COMPLETED;
    return !future.cancelled() && future.exception() !== undefined;
  }
}

/** What `not value` is true of in Python. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !(value as boolean);
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Set || value instanceof Map) return value.size === 0;
  return !(Symbol.iterator in value) && typeName(value) === 'dict' && Object.keys(value).length === 0;
}

/**
 * Waits until some futures are done, or `timeout` is over; raises nothing of theirs and cancels none (WAIT-1, WAIT-5).
 * @param futures tasks or futures, at least one; a coroutine is a TypeError (WAIT-2)
 * @returns those that are done and those that are not, in the order given
 * @example const [done, pending] = await wait(tasks, { timeout: 2, returnWhen: FIRST_COMPLETED });
 */
export function wait<F extends Future>(futures: Iterable<F>, options?: WaitOptions): Coroutine<[done: Set<F>, pending: Set<F>]>;
export function wait(...given: readonly unknown[]): Coroutine<[Set<Future>, Set<Future>]> {
  if (given.length === 0) throw new TypeError("wait() missing 1 required positional argument: 'fs'");
  const { timeout, returnWhen = ALL_COMPLETED }: Partial<Wish> = keywords(
    'wait',
    ['timeout', 'returnWhen'],
    given.slice(1),
    LIST_HINT,
  );
  return new Coroutine<[Set<Future>, Set<Future>]>(waiting(given[0], { timeout, returnWhen }), CODE);
}
