/** Two observers as one. */
import type { Observer } from '../runtime/index.ts';

/** An observer that tells `first` and then `second`, if there is one. */
export function bothObservers(first: Observer, second: Observer | undefined): Observer {
  if (second === undefined) return first;
  const both: Record<string, unknown> = {};
  for (const observer of [first, second]) {
    for (const [name, method] of Object.entries(observer) as [string, (...args: unknown[]) => void][]) {
      const before = both[name] as typeof method | undefined;
      both[name] =
        before === undefined
          ? (...args: unknown[]) => {
              Reflect.apply(method, observer, args);
            }
          : (...args: unknown[]) => {
              before(...args);
              Reflect.apply(method, observer, args);
            };
    }
  }
  return both;
}
