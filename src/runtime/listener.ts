/** Who is told when a future ends: functions, and the tasks that wait for it. */
import type { Context } from './context.ts';
import type { Future } from './future.ts';

/** A task that waits for a future, as the future knows it. @internal */
export interface Waiter {
  _wake(future: Future): void;
  _describeWakeup(): string;
}

/** @internal A function that is called when a future ends. */
export class DoneCallback {
  readonly call: (future: never) => unknown;
  readonly context: Context;
  constructor(call: (future: never) => unknown, context: Context) {
    this.call = call;
    this.context = context;
  }
}

/** @internal */
export type Listener = DoneCallback | Waiter;
