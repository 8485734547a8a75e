/** The handle of a task's step: one per task, since at most one step is ever queued. */
import type { Context } from './context.ts';
import type { Future } from './future.ts';
import { Handle } from './handle.ts';
import type { Task } from './task.ts';
import type { Scheduler } from './world.ts';

/** @internal Nothing is to be thrown in. */
export const NOTHING: unique symbol = Symbol('nothing');
const NO_ARGUMENTS: readonly unknown[] = [];

/** @internal `_by` is the future that woke the task, `_error` what is to be thrown in. */
export class StepHandle extends Handle {
  declare readonly task: Task;
  declare _error: unknown;
  declare _by: Future | undefined;

  constructor(task: Task, loop: Scheduler, context: Context) {
    super(undefined, NO_ARGUMENTS, loop, context);
    this.task = task;
    this._error = NOTHING;
    this._by = undefined;
  }

  override _run(): void {
    const by = this._by;
    const error = this._error;
    this._by = undefined;
    this._error = NOTHING;
    if (by === undefined) this.task._step(error, undefined);
    else this.task._wakeup(by);
  }

  override describe(): string {
    return `${this.task.getName()}.${this._by === undefined ? 'step' : `wakeup(${this._by.id})`}`;
  }
}
