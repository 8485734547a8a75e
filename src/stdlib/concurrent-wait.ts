/** Waiting for several concurrent futures at once: wait and as_completed of Python's concurrent.futures. They block the thread that calls. */
import type { ConcurrentFuture } from '../runtime/index.ts';
import { asyncio, blockUntil, now } from '../runtime/index.ts';

export const FIRST_COMPLETED = 'FIRST_COMPLETED';
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
export const ALL_COMPLETED = 'ALL_COMPLETED';

interface ConcurrentWaitOptions {
  /** Seconds to wait at most. */
  readonly timeout?: number | null;
  readonly returnWhen?: typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;
}

/** Waits until all are done, or until the first is, or the first that failed. @returns those that are done, and those that are not */
export function wait<T>(
  futures: Iterable<ConcurrentFuture<T>>,
  options: ConcurrentWaitOptions = {},
): [done: Set<ConcurrentFuture<T>>, notDone: Set<ConcurrentFuture<T>>] {
  const all = [...new Set(futures)];
  const when = options.returnWhen ?? ALL_COMPLETED;
  const enough = (): boolean => {
    const done = all.filter((future) => future.done());
    if (when === FIRST_COMPLETED) return done.length > 0;
    const failed = done.some((future) => !future.cancelled() && future.exception() !== undefined);
    return done.length === all.length || (when === FIRST_EXCEPTION && failed);
  };
  blockUntil(enough, options.timeout ?? undefined);
  return [new Set(all.filter((future) => future.done())), new Set(all.filter((future) => !future.done()))];
}

/**
 * The futures in the order in which they are done; those that are done already come first.
 * @param options `timeout`: seconds from now; when they are over and some are not done the loop raises TimeoutError
 */
export function* asCompleted<T>(
  futures: Iterable<ConcurrentFuture<T>>,
  options: { readonly timeout?: number | null } = {},
): Generator<ConcurrentFuture<T>, void> {
  const all = [...new Set(futures)];
  const { timeout } = options;
  const end = timeout === undefined || timeout === null ? undefined : now() + timeout;
  const done: ConcurrentFuture<T>[] = [];
  for (const future of all) future.addDoneCallback(() => done.push(future));
  for (let given = 0; given < all.length; given += 1) {
    if (!blockUntil(() => done.length > given, end === undefined ? undefined : end - now()))
      throw new asyncio.TimeoutError(`${all.length - given} (of ${all.length}) futures unfinished`);
    const next = done[given];
    if (next !== undefined) yield next;
  }
}
