/** A task's step: a task stands in the ready queue itself, since at most one step of it is ever queued. */
import type { Task } from './task.ts';
import type { ObservedHandle } from './observer.ts';

/** @internal Nothing is to be thrown in. */
export const NOTHING: unique symbol = Symbol('nothing');

/** @internal An error that is thrown in at the next step. */
export class Refusal {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

/** @internal A queued step as an observer sees it: CPython makes a handle for each. */
export class StepView implements ObservedHandle {
  readonly id: string;
  readonly task: Task;
  readonly #what: string;

  constructor(task: Task) {
    this.id = `H${task._number}`;
    this.task = task;
    const { _due: due } = task;
    this.#what = `${task.getName()}.${due === undefined || due instanceof Refusal ? 'step' : `wakeup(${due.id})`}`;
  }

  describe(): string {
    return this.#what;
  }
}
