/**
 * asCompleted: awaitables in the order in which they end (tasks.py: _AsCompletedIterator; ASC-1 … ASC-5).
 *
 * Keeps true: everything runs from the call on; each item is given once, by whichever of the two ways of iterating asks next; a timeout cancels nothing.
 */
import { distinct, fromNow, keywords } from './argument-checks.ts';
import { Coroutine } from './coroutine.ts';
import { ensureFuture } from './ensure-future.ts';
import { RuntimeError, TimeoutError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import type { Awaitable, Future } from './future.ts';
import { named, type TimerHandle } from './handle.ts';
import { withHint } from './hints.ts';
import { isawaitable } from './inspection.ts';
import { Queue } from './queue.ts';
import { reprMethod, typeName, typeTag } from './repr.ts';
import { getRunningLoop } from './runner.ts';
import type { Task } from './task.ts';
import { thrownIn } from './traceback.ts';
import { threadName, world } from './world.ts';

const ANEXT_CODE: FunctionCode = { name: '_AsCompletedIterator.__anext__', file: '', line: 0 };
const WAIT_CODE: FunctionCode = { name: '_AsCompletedIterator._wait_for_one', file: '', line: 0 };
const LIST_HINT = 'Give it a list: `asCompleted([a(), b()])`.';

/** Options of `asCompleted`. */
export interface AsCompletedOptions {
  /** Seconds after which what is not done is given up with TimeoutError; no limit when left out. */
  readonly timeout?: number | null | undefined;
}

/** What `for await` gives of an awaitable: a future as it was given in, the task that was made of anything else. */
export type Completed<A> = A extends Future ? A : Task<Awaited<A>>;

/** What `asCompleted` gives, for `for (const next of …)` and `for await (const done of …)`. */
export class AsCompletedIterator<A = unknown> implements IterableIterator<Coroutine<Awaited<A>>, undefined> {
  /** Those that have ended, in that order; undefined for each that is given up. */
  readonly #done = new Queue<Future | undefined>();
  readonly #todo = new Set<Future>();
  readonly #onCompletion = named('_AsCompletedIterator._handle_completion', (future: Future) => {
    this.#completed(future);
  });
  #timer: TimerHandle | undefined = undefined;
  #left: number;

  /** @internal */
  constructor(awaitables: unknown, timeout: unknown) {
    if (world.loop === undefined) throw new RuntimeError(`There is no current event loop in thread '${threadName()}'.`);
    for (const awaitable of distinct(awaitables, LIST_HINT)) this.#todo.add(ensureFuture(awaitable as Awaitable<unknown>));
    for (const future of this.#todo) future.addDoneCallback(this.#onCompletion);
    this.#left = this.#todo.size;
    if (this.#left === 0 || timeout === undefined || timeout === null) return;
    const onTimeout = named('_AsCompletedIterator._handle_timeout', () => {
      this.#timedOut();
    });
    this.#timer = getRunningLoop().callAt(fromNow(timeout), onTimeout);
  }

  /** The next coroutine: awaited, it gives the result of the next to end, or raises its error (ASC-1), or TimeoutError (ASC-3). */
  next(): IteratorResult<Coroutine<Awaited<A>>, undefined> {
    if (this.#left === 0) return { done: true, value: undefined };
    this.#left -= 1;
    return { done: false, value: new Coroutine<Awaited<A>>(this.#result(), WAIT_CODE) };
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** Gives the futures themselves, each when it is done (ASC-2). */
  [Symbol.asyncIterator](): AsyncCompletions<Completed<A>> {
    return { next: () => new Coroutine<IteratorResult<Completed<A>, undefined>>(this.#anext<Completed<A>>(), ANEXT_CODE) };
  }

  [typeTag](): string {
    return '_AsCompletedIterator';
  }

  [reprMethod](): string {
    return '<_AsCompletedIterator object>';
  }

  #completed(future: Future): void {
    // After a timeout nobody is waited for any more.
    if (this.#todo.size === 0) return;
    this.#todo.delete(future);
    this.#done.putNowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  }

  #timedOut(): void {
    for (const future of this.#todo) {
      future.removeDoneCallback(this.#onCompletion);
      this.#done.putNowait(undefined);
    }
    this.#todo.clear();
  }

  *#anext<F>(): Generator<unknown, IteratorResult<F, undefined>> {
    if (this.#left === 0) return { done: true, value: undefined };
    this.#left -= 1;
    return { done: false, value: (yield* this.#one()) as F };
  }

  *#result(): Generator<unknown, unknown> {
    return (yield* this.#one()).result();
  }

  *#one(): Generator<unknown, Future> {
    const future = (yield this.#done.get()) as Future | undefined;
    if (future === undefined) throw thrownIn(new TimeoutError());
    return future;
  }
}

/** The way of `for await` through an `asCompleted`. */
export interface AsyncCompletions<F> {
  next(): Coroutine<IteratorResult<F, undefined>>;
}

/**
 * Runs awaitables concurrently and gives them as they end.
 * @param options `timeout`: seconds for all of them together
 * @example for (const next of asCompleted([a(), b()])) console.log(await next);
 * @example for await (const task of asCompleted(tasks)) console.log(task.result());
 */
export function asCompleted<A extends Awaitable<unknown>>(
  awaitables: Iterable<A>,
  options?: AsCompletedOptions,
): AsCompletedIterator<A>;
export function asCompleted(...given: readonly unknown[]): AsCompletedIterator {
  const [awaitables, ...rest] = given;
  if (given.length === 0) throw new TypeError("as_completed() missing 1 required positional argument: 'fs'");
  const { timeout }: { timeout?: unknown } = keywords('as_completed', ['timeout'], rest, LIST_HINT);
  if (isawaitable(awaitables)) {
    throw withHint(new TypeError(`expects an iterable of awaitables, not ${typeName(awaitables)}`), LIST_HINT);
  }
  return new AsCompletedIterator(awaitables, timeout);
}
