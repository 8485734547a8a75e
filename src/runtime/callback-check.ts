/** Debug mode's look at callbacks (LOOP-15). */
import { iscoroutine, iscoroutinefunction } from './inspection.ts';
import { repr } from './repr.ts';

/** @internal Refuses what is no callback; `method` is CPython's name of the method that got it. */
export function checkCallback(callback: unknown, method: string): void {
  if (iscoroutine(callback) || iscoroutinefunction(callback)) throw new TypeError(`coroutines cannot be used with ${method}()`);
  if (typeof callback !== 'function') throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
}
