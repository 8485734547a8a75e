/**
 * waitFor: one awaitable, with a limit of time (tasks.py; WAITFOR-1 … WAITFOR-10).
 *
 * Keeps true: it awaits in the caller's own task, inside a Timeout; so it ends only when what it awaited has ended, its clearing up included.
 */
import { atMost } from './argument-checks.ts';
import { Coroutine } from './coroutine.ts';
import { ensureFuture } from './ensure-future.ts';
import { CancelledError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import type { Awaitable, Future } from './future.ts';
import { withHint } from './hints.ts';
import { Release } from './release-waiter.ts';
import { getRunningLoop } from './runner.ts';
import { timedOut, timeout } from './timeout.ts';

const CODE: FunctionCode = { name: 'wait_for', file: '', line: 0 };

function* waiting(awaitable: Awaitable<unknown>, limit: number | null | undefined): Generator<unknown, unknown> {
  if (limit !== undefined && limit !== null && atMost(limit, 0, 'int')) return yield* atOnce(ensureFuture(awaitable));
  const deadline = timeout(limit);
  deadline._enter();
  let left = false;
  try {
    return (yield awaitable) as unknown;
  } catch (error) {
    left = true;
    deadline._leave(error);
    throw error;
  } finally {
    if (!left) deadline._leave(undefined);
  }
}

/** No time at all: what is done gives its result, the rest is cancelled and waited for (WAITFOR-4). */
function* atOnce(future: Future): Generator<unknown, unknown> {
  if (future.done()) return future.result();
  yield* cancelAndWait(future);
  try {
    return future.result();
  } catch (error) {
    if (error instanceof CancelledError) throw timedOut(error);
    throw error;
  }
}

/** Waits on a future of its own, so that whoever waits can itself be cancelled. */
function* cancelAndWait(future: Future): Generator<unknown, void> {
  const waiter = getRunningLoop().createFuture();
  const release = new Release(waiter);
  future._listen(release);
  try {
    future.cancel();
    yield waiter;
  } finally {
    future._unlisten(release);
  }
}

/**
 * Awaits `awaitable` for at most `timeout` seconds; then it is cancelled, waited for, and TimeoutError is raised (WAITFOR-2).
 * @param timeout seconds; undefined for no limit; with zero or less a coroutine does not even start
 * @returns what the awaitable gives, also when it does so in answer to its cancellation (WAITFOR-6)
 * @example const page = await waitFor(fetchPage(), 1.5);
 */
export function waitFor<T>(awaitable: Awaitable<T>, timeout: number | null | undefined): Coroutine<T>;
export function waitFor(...given: readonly [Awaitable<unknown>, (number | null)?]): Coroutine {
  if (given.length < 2) {
    throw withHint(
      new TypeError("wait_for() missing 1 required positional argument: 'timeout'"),
      'Give the seconds too: `waitFor(f(), 1.5)`.',
    );
  }
  return new Coroutine(waiting(given[0], given[1]), CODE);
}
