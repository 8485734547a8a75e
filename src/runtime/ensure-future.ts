/** ensureFuture and createTask: from awaitables to tasks (tasks.py). */
import { Coroutine } from './coroutine.ts';
import { RuntimeError, ValueError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { Future, type Awaitable } from './future.ts';
import { awaitHint, withHint } from './hints.ts';
import { isawaitable } from './inspection.ts';
import type { Task, TaskOptions } from './task.ts';
import { threadName, world } from './world.ts';

/** A loop, as far as tasks are made on it. */
interface TaskMaker {
  createTask<T>(coroutine: Awaitable<T>, options?: TaskOptions): Task<T>;
}

const WRAP_CODE: FunctionCode = { name: 'ensure_future.<locals>._wrap_awaitable', file: '', line: 0 };

function* awaiting(awaitable: unknown): Generator<unknown, unknown> {
  return (yield awaitable) as unknown;
}

/** A coroutine that awaits any awaitable; `code` names it. @internal */
export function wrapAwaitable<T>(awaitable: Awaitable<T>, code: FunctionCode = WRAP_CODE): Coroutine<T> {
  return new Coroutine<T>(awaiting(awaitable), code);
}

/** TypeError for what cannot be awaited, with what to write. @internal */
export function notAwaitable(value: unknown): TypeError {
  return withHint(new TypeError('An asyncio.Future, a coroutine or an awaitable is required'), awaitHint(value));
}

/** A future for any awaitable: futures as they are, coroutines as tasks, the rest wrapped (TASK-10). */
export function ensureFuture<T>(awaitable: Awaitable<T>, options?: { readonly loop?: object | undefined }): Future<T> {
  if (awaitable instanceof Future) {
    if (options?.loop !== undefined && options.loop !== awaitable._loop) {
      throw new ValueError('The future belongs to a different loop than the one specified as the loop argument');
    }
    return awaitable as Future<T>;
  }
  let coroutine: Coroutine<T>;
  if (awaitable instanceof Coroutine) coroutine = awaitable as Coroutine<T>;
  else if (isawaitable(awaitable)) coroutine = wrapAwaitable(awaitable);
  else throw notAwaitable(awaitable);
  const loop = (options?.loop ?? world.loop) as TaskMaker | undefined;
  try {
    if (loop === undefined) throw new RuntimeError(`There is no current event loop in thread '${threadName()}'.`);
    return loop.createTask(coroutine);
  } catch (error) {
    if (error instanceof RuntimeError && coroutine._state === 0) coroutine.close();
    throw error;
  }
}

/** Schedules a coroutine as a task of the running loop: its first step comes in the next iteration (TASK-1). */
export function createTask<T>(coroutine: Awaitable<T>, options?: TaskOptions): Task<T> {
  if (arguments.length === 0) throw new TypeError("create_task() missing 1 required positional argument: 'coro'");
  if (world.loop === undefined) throw new RuntimeError('no running event loop');
  return (world.loop as unknown as TaskMaker).createTask(coroutine, options);
}
