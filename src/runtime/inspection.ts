/** Questions about values and about who runs (coroutines.py, inspect.py, tasks.py: current_task, all_tasks). */
import { AsyncGenerator } from './async-generator.ts';
import { Coroutine } from './coroutine.ts';
import { RuntimeError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { awaitSymbol, Future, type Awaitable } from './future.ts';
import { Task } from './task.ts';
import { world } from './world.ts';

const coroutineFunctions = new WeakMap<object, FunctionCode>();
const generatorFunctions = new WeakMap<object, FunctionCode>();

/** Notes that a function gives coroutines. @returns the function */
export function markCoroutineFunction<F extends object>(fn: F, code: FunctionCode): F {
  coroutineFunctions.set(fn, code);
  return fn;
}

/** Notes that a function gives async generators. @returns the function */
export function markAsyncGeneratorFunction<F extends object>(fn: F, code: FunctionCode): F {
  generatorFunctions.set(fn, code);
  return fn;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** True for a coroutine object: what a call of an async function gives. */
export function iscoroutine(value: unknown): value is Coroutine {
  return value instanceof Coroutine;
}

/** True for an async function. */
export function iscoroutinefunction(value: unknown): boolean {
  return isObject(value) && coroutineFunctions.has(value);
}

/** True for an async generator function (`async function*`). */
export function isasyncgenfunction(value: unknown): boolean {
  return isObject(value) && generatorFunctions.has(value);
}

/** True for an async generator object. */
export function isasyncgen(value: unknown): value is AsyncGenerator {
  return value instanceof AsyncGenerator;
}

/** True for a future or a task. */
export function isfuture(value: unknown): value is Future {
  return value instanceof Future;
}

/** True for whatever may stand after `await`. */
export function isawaitable(value: unknown): value is Awaitable<unknown> {
  return (
    value instanceof Coroutine || value instanceof Future || (typeof value === 'object' && value !== null && awaitSymbol in value)
  );
}

/** The task whose step runs now; undefined in a plain callback (TASK-12). RuntimeError outside of a loop. */
export function currentTask(loop?: object): Task | undefined {
  if (loop === undefined && world.loop === undefined) throw new RuntimeError('no running event loop');
  const task = world.task;
  return task instanceof Task && (loop === undefined || task._loop === loop) ? task : undefined;
}

/** The tasks of a loop that are not done, in creation order (TASK-12). */
export function allTasks(loop?: object): Set<Task> {
  const of = loop ?? world.loop;
  if (of === undefined) throw new RuntimeError('no running event loop');
  const tasks = new Set<Task>();
  for (let member = world.tasks._next; member !== undefined && member !== world.tasks; member = member._next) {
    if (member instanceof Task && member._loop === of) tasks.add(member);
  }
  return tasks;
}
