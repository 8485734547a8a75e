/**
 * shield: waits for a future that is not to be cancelled with whoever waits (tasks.py; SHIELD-1 … SHIELD-5).
 *
 * Keeps true: cancelling the outer future never reaches the inner one; an error that the inner one then ends with goes to the exception handler.
 */
import { ensureFuture } from './ensure-future.ts';
import { Future, type Awaitable } from './future.ts';
import { named } from './handle.ts';
import { typeName } from './repr.ts';
import { Task } from './task.ts';
import { world } from './world.ts';

const logOnException = named('_log_on_exception', (future: Future) => {
  if (future.cancelled()) return;
  const exception = future.exception();
  if (exception === undefined) return;
  future._loop.callExceptionHandler({
    message: `${typeName(exception)} exception in shielded future`,
    exception,
    future,
  });
});

/** CPython keeps a graph of who awaits whom, and clears it here. There is none here; the callback takes its turn all the same. */
const clearAwaitedBy = named('shield.<locals>._clear_awaited_by_callback', () => undefined);

/**
 * A future that ends as `awaitable` does, and whose cancellation does not reach it. A coroutine becomes a task at once.
 * @returns the very future when it is done already (SHIELD-3)
 * @example const saved = await shield(save());
 */
export function shield<T>(awaitable: Awaitable<T>): Future<T>;
export function shield(...given: readonly [Awaitable<unknown>, ...unknown[]]): Future {
  const count = (given as readonly unknown[]).length;
  if (count === 0) throw new TypeError("shield() missing 1 required positional argument: 'arg'");
  if (count > 1) throw new TypeError(`shield() takes 1 positional argument but ${count} were given`);
  const inner = ensureFuture(given[0]);
  if (inner.done()) return inner;
  const outer = new Future({ loop: inner._loop });
  // A key gives a function its name as `named` does, and costs nothing.
  const { 'shield.<locals>._inner_done_callback': onInner, 'shield.<locals>._outer_done_callback': onOuter } = {
    'shield.<locals>._inner_done_callback': () => {
      if (!outer.cancelled()) passOn(inner, outer);
    },
    'shield.<locals>._outer_done_callback': () => {
      if (inner.done()) return;
      inner.removeDoneCallback(onInner);
      inner.removeDoneCallback(logOnException);
      inner.addDoneCallback(logOnException);
    },
  };
  const task = world.task;
  if (task instanceof Task && task._loop === inner._loop) inner.addDoneCallback(clearAwaitedBy);
  inner.addDoneCallback(onInner);
  outer.addDoneCallback(onOuter);
  return outer;
}

function passOn(inner: Future, outer: Future): void {
  if (inner.cancelled()) outer.cancel();
  else if (inner._failed) outer.setException(inner.exception());
  else outer.setResult(inner.result());
}
