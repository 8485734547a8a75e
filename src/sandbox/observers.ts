/** What hears a run: the recorder, and whoever else wants to. */
import type { Observer } from '../runtime/index.ts';

/**
 * An observer that tells `first` and then `second`, if there is one. The runtime lets go of an observer that raises, so that recording never changes a run;
 * but what it observes are the program's objects, which may raise on purpose, to do the rest unseen: `deaf` is told of that.
 */
export function bothObservers(first: Observer, second: Observer | undefined, deaf: () => void): Observer {
  const both: Record<string, (...args: unknown[]) => void> = {};
  for (const observer of second === undefined ? [first] : [first, second]) {
    for (const [name, method] of Object.entries(observer) as [string, (...args: unknown[]) => void][]) {
      const before = both[name];
      both[name] = (...args) => {
        before?.(...args);
        try {
          Reflect.apply(method, observer, args);
        } catch (error) {
          deaf();
          throw error;
        }
      };
    }
  }
  return both;
}
