/**
 * Eager tasks (tasks.py: eager_task_factory; EAGER-1 … EAGER-3): the first step runs inside the call that makes the task. The step itself is in task.ts.
 */
import type { Coroutine } from './coroutine.ts';
import type { EventLoop } from './event-loop.ts';
import { Task, type TaskOptions } from './task.ts';

/**
 * A task factory whose tasks start at once: `getRunningLoop().setTaskFactory(eagerTaskFactory)`. A coroutine that never suspends is done when `createTask`
 * returns. `{ eagerStart: false }` makes a single task lazy again.
 */
export function eagerTaskFactory<T>(loop: EventLoop, coroutine: Coroutine<T>, options: TaskOptions = {}): Task<T> {
  if ('loop' in options) throw new TypeError("asyncio.tasks.Task() got multiple values for keyword argument 'loop'");
  return new Task<T>(coroutine, { ...options, eagerStart: options.eagerStart ?? true, loop });
}
