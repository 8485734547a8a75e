/** `_release_waiter` (tasks.py): ends the future that `wait` and `waitFor` wait on. */
import { copyContext } from './context.ts';
import type { Future } from './future.ts';
import { Handle, named } from './handle.ts';
import type { Waiter } from './listener.ts';
import { repr } from './repr.ts';

/** @internal */
export const releaseWaiter = named('_release_waiter', (waiter: Future) => {
  if (!waiter.done()) waiter.setResult(undefined);
});

/** @internal Releases `waiter` when the future it listens to has ended: CPython's `functools.partial(_release_waiter, waiter)` as a done callback. */
export class Release implements Waiter {
  readonly #waiter: Future;
  readonly #context = copyContext();

  constructor(waiter: Future) {
    this.#waiter = waiter;
  }

  _wake(future: Future): void {
    future._loop._push(new Handle(releaseWaiter, [this.#waiter, future], future._loop, this.#context));
  }

  _describeWakeup(): string {
    return `_release_waiter(${repr(this.#waiter)})()`;
  }
}
