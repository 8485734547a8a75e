/**
 * gather: many awaitables, one future (tasks.py; GATHER-1 … GATHER-14).
 *
 * Keeps true: results stand in argument order; the first error is passed on at once and cancels nobody; cancelling the gather cancels every child.
 */
import { CancelledError, RuntimeError } from './errors.ts';
import { ensureFuture } from './ensure-future.ts';
import { CANCELLED, Future, type Awaitable } from './future.ts';
import { named } from './handle.ts';
import { withHint } from './hints.ts';
import { isawaitable } from './inspection.ts';
import { refuseUnknownKeywords } from './keyword-check.ts';
import { typeName } from './repr.ts';
import { disown } from './task.ts';
import { threadName, world } from './world.ts';

export interface GatherOptions {
  /** Errors become items of the result list (GATHER-5). */
  readonly returnExceptions?: boolean;
}

/** The results of many awaitables, in their order; a tuple for a tuple. */
export type Gathered<A extends readonly PromiseLike<unknown>[]> = { -readonly [K in keyof A]: Awaited<A[K]> };
/** As `Gathered`, with errors among the results. */
export type GatheredOrErrors<A extends readonly PromiseLike<unknown>[]> = { -readonly [K in keyof A]: Awaited<A[K]> | Error };

/** @internal The future that `gather` gives: cancelling it cancels its children, and it ends when they do (GATHER-7). */
export class GatheringFuture<T> extends Future<T> {
  readonly children: readonly Future[];
  _cancelRequested = false;

  constructor(children: readonly Future[], loop: object | undefined) {
    super({ loop });
    this.children = children;
  }

  protected override _kind(): string {
    return '_GatheringFuture';
  }

  override cancel(message?: unknown): boolean {
    if (this.done()) return false;
    let any = false;
    for (const child of this.children) if (child.cancel(message)) any = true;
    if (any) this._cancelRequested = true;
    return any;
  }
}

/**
 * Runs awaitables concurrently: coroutines become tasks at once. Await the future that it returns for the list of results.
 * @example const [a, b] = await gather(fetchOne(), fetchTwo());
 * @example const results = await gather(...urls.map(fetch), { returnExceptions: true });
 */
export function gather(): Future<[]>;
export function gather<A extends readonly PromiseLike<unknown>[]>(...awaitables: A): Future<Gathered<A>>;
export function gather<A extends readonly PromiseLike<unknown>[]>(
  ...awaitables: [...awaitables: A, options: GatherOptions]
): Future<GatheredOrErrors<A>>;
export function gather(...given: readonly unknown[]): Future {
  const options = optionsOf(given.at(-1));
  const awaitables = options === undefined ? given : given.slice(0, -1);
  const returnExceptions = options?.returnExceptions === true;
  if (awaitables.length === 0) {
    if (world.loop === undefined) throw new RuntimeError(`There is no current event loop in thread '${threadName()}'.`);
    const empty = new Future<unknown>();
    empty.setResult([]);
    return empty;
  }
  return new Gathering(returnExceptions).of(awaitables);
}

/** @internal `gather(...awaitables, { returnExceptions: true })` of a list that may be longer than a call can have arguments. It is not empty. */
export function gatherAll(awaitables: readonly unknown[]): Future<unknown[]> {
  return new Gathering(true).of(awaitables) as Future<unknown[]>;
}

/** One call of `gather`. */
export class Gathering {
  readonly #returnExceptions: boolean;
  readonly #children: Future[] = [];
  #different = 0;
  #finished = 0;
  #outer: GatheringFuture<unknown> | undefined = undefined;

  constructor(returnExceptions: boolean) {
    this.#returnExceptions = returnExceptions;
  }

  of(awaitables: readonly unknown[]): Future {
    const known = new Map<unknown, Future>();
    const over: Future[] = [];
    const done = named('gather.<locals>._done_callback', (child: Future) => {
      this.#childDone(child);
    });
    let loop: object | undefined = undefined;
    for (const awaitable of awaitables) {
      let child = known.get(awaitable);
      if (child === undefined) {
        refuseCollection(awaitable);
        child = ensureFuture(awaitable as Awaitable<unknown>, { loop });
        loop ??= child._loop;
        if (child !== awaitable) disown(child);
        this.#different += 1;
        known.set(awaitable, child);
        if (child.done()) over.push(child);
        else child.addDoneCallback(done);
      }
      this.#children.push(child);
    }
    const outer = new GatheringFuture<unknown>(this.#children, loop);
    this.#outer = outer;
    for (const child of over) this.#childDone(child);
    return outer;
  }

  #childDone(child: Future): void {
    this.#finished += 1;
    const outer = this.#outer;
    if (outer === undefined || outer.done()) {
      if (!child.cancelled()) child.exception();
      return;
    }
    if (!this.#returnExceptions) {
      const error = child.cancelled() ? child._makeCancelledError() : child.exception();
      if (child.cancelled() || child._failed) {
        outer.setException(error);
        return;
      }
    }
    if (this.#finished !== this.#different) return;
    // The results are taken even when they are dropped, so that no child's error counts as never retrieved.
    const results = this.#children.map(settled);
    if (outer._cancelRequested) outer.setException((this.#children.at(-1) ?? child)._makeCancelledError());
    else outer.setResult(results);
  }
}

/** A child's place in the list of results. */
function settled(child: Future): unknown {
  if (child._state === CANCELLED) return new CancelledError(child._cancelMessage ?? '');
  return child._failed ? child.exception() : child.result();
}

/** Arrays and their like cannot be keys in Python, which is why a list in place of its items is refused in these words (GATHER-13). */
function refuseCollection(value: unknown): void {
  const type = typeName(value);
  if (isawaitable(value) || !['list', 'dict', 'set'].includes(type)) return;
  throw withHint(
    new TypeError(`cannot use '${type}' as a dict key (unhashable type: '${type}')`),
    'Spread it: `gather(...list)`.',
  );
}

/** The trailing options, when the last argument is a plain object. */
function optionsOf(value: unknown): GatherOptions | undefined {
  if (typeof value !== 'object' || value === null || typeName(value) !== 'dict' || value instanceof Map || isawaitable(value))
    return undefined;
  refuseUnknownKeywords('gather', value, ['returnExceptions']);
  return value;
}
