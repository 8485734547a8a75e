/**
 * TaskGroup: tasks that end with the block that made them (taskgroups.py; TG-1 … TG-12).
 *
 * Keeps true: the block is left only when all of its tasks are done; the first error cancels the other tasks and, once, the task that runs the block; all
 * errors leave as one group.
 */
import { Coroutine } from './coroutine.ts';
import { CancelledError, KeyboardInterrupt, RuntimeError, SystemExit } from './errors.ts';
import { BaseExceptionGroup } from './exception-group.ts';
import type { FunctionCode } from './frame.ts';
import { Future, type Awaitable } from './future.ts';
import { named } from './handle.ts';
import { withHint } from './hints.ts';
import { currentTask } from './inspection.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';
import type { Task, TaskOptions } from './task.ts';
import { world, type Scheduler } from './world.ts';

// Named as in CPython, since reprs show them.
const ENTER: FunctionCode = { name: 'TaskGroup.__aenter__', file: '', line: 0 };
const EXIT: FunctionCode = { name: 'TaskGroup.__aexit__', file: '', line: 0 };

/** What a group needs of its loop. */
interface TaskMaker extends Scheduler {
  createTask<T>(coroutine: Awaitable<T>, options?: TaskOptions): Task<T>;
}

/**
 * A group of tasks, used once.
 * @example await asyncWith(new TaskGroup(), async (group) => { group.createTask(one()); group.createTask(two()); });
 */
export class TaskGroup {
  #entered = false;
  #exiting = false;
  #aborting = false;
  #loop: TaskMaker | undefined = undefined;
  #parent: Task | undefined = undefined;
  /** The group has asked for the parent's cancellation, and is to take it back. */
  #cancelledParent = false;
  readonly #tasks = new Set<Task>();
  #errors: Error[] = [];
  /** The first error that must not be wrapped (TG-6). */
  #bareError: unknown = undefined;
  #allDone: Future<boolean> | undefined = undefined;
  readonly #onTaskDone = named('TaskGroup._on_task_done', (task: Task) => {
    this.#taskDone(task);
  });

  /** Enters the group: the current task becomes its parent (TG-12). For `asyncWith`. */
  aenter(): Coroutine<this> {
    return new Coroutine<this>(this.#enter(), ENTER);
  }

  /** Waits for all tasks, after cancelling them if the block failed (TG-3), and raises what went wrong. For `asyncWith`. */
  aexit(error?: unknown): Coroutine<undefined> {
    return new Coroutine<undefined>(this.#exit(error), EXIT);
  }

  /**
   * Makes a task that the group waits for.
   * RuntimeError when the group has not been entered, is finished or shuts down; the coroutine is closed then (TG-8).
   */
  createTask<T>(coroutine: Awaitable<T>, options?: TaskOptions): Task<T> {
    const loop = this.#loop;
    if (!this.#entered || loop === undefined) this.#refuse(coroutine, 'has not been entered');
    if (this.#exiting && this.#tasks.size === 0) this.#refuse(coroutine, 'is finished');
    if (this.#aborting) this.#refuse(coroutine, 'is shutting down');
    const task = loop.createTask(coroutine, options);
    this.#tasks.add(task);
    // Also for a task that is done already: one that failed in its eager step aborts the group through the loop, not in here (EAGER-3).
    task.addDoneCallback(this.#onTaskDone);
    return task;
  }

  [typeTag](): string {
    return 'TaskGroup';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const info = ['<TaskGroup'];
    if (this.#tasks.size > 0) info.push(`tasks=${this.#tasks.size}`);
    if (this.#errors.length > 0) info.push(`errors=${this.#errors.length}`);
    if (this.#aborting) info.push('cancelling');
    else if (this.#entered) info.push('entered');
    return `${info.join(' ')}>`;
  }

  #refuse(coroutine: unknown, why: string): never {
    if (coroutine instanceof Coroutine) coroutine.close();
    throw new RuntimeError(`TaskGroup ${repr(this)} ${why}`);
  }

  *#enter(): Generator<unknown, this> {
    if (this.#entered) throw new RuntimeError(`TaskGroup ${repr(this)} has already been entered`);
    if (world.loop === undefined) throw new RuntimeError('no running event loop');
    this.#loop ??= world.loop as TaskMaker;
    this.#parent = currentTask(this.#loop);
    if (this.#parent === undefined) throw new RuntimeError(`TaskGroup ${repr(this)} cannot determine the parent task`);
    this.#entered = true;
    return this;
  }

  *#exit(error: unknown): Generator<unknown, undefined> {
    try {
      return yield* this.#leave(error);
    } finally {
      this.#parent = undefined;
      this.#errors = [];
      this.#bareError = undefined;
    }
  }

  *#leave(error: unknown): Generator<unknown, undefined> {
    this.#exiting = true;
    if (isBare(error)) this.#bareError ??= error;
    let cancellation = error instanceof CancelledError ? error : undefined;
    if (error !== undefined && !this.#aborting) this.#abort();
    // The wait may be cancelled more than once: by the group itself, and from outside.
    while (this.#tasks.size > 0) {
      this.#allDone ??= new Future<boolean>({ loop: this.#loop });
      try {
        yield this.#allDone;
      } catch (caught) {
        if (!(caught instanceof CancelledError)) throw caught;
        if (!this.#aborting) {
          cancellation = caught;
          this.#abort();
        }
      }
      this.#allDone = undefined;
    }
    if (this.#bareError !== undefined) throw this.#bareError as Error;
    if (this.#cancelledParent) this.#parent?.uncancel();
    // An error of a child goes before a cancellation, also before the one that it brought about.
    if (cancellation !== undefined && this.#errors.length === 0) throw cancellation;
    if (error !== undefined && !(error instanceof CancelledError)) this.#errors.push(asError(error));
    if (this.#errors.length > 0) {
      // The parent was cancelled from outside as well: the group's error goes first, and its next await is told of the cancellation (TG-5).
      if (this.#parent !== undefined && this.#parent.cancelling() > 0) {
        this.#parent.uncancel();
        this.#parent.cancel();
      }
      throw new BaseExceptionGroup('unhandled errors in a TaskGroup', this.#errors);
    }
    return undefined;
  }

  /** Cancels the tasks that are left; no task may be added from now on. */
  #abort(): void {
    this.#aborting = true;
    for (const task of this.#tasks) if (!task.done()) task.cancel();
  }

  #taskDone(task: Task): void {
    this.#tasks.delete(task);
    if (this.#tasks.size === 0 && this.#allDone?.done() === false) this.#allDone.setResult(true);
    if (task.cancelled() || !task._failed) return;
    const error = task.exception();
    this.#errors.push(asError(error));
    if (isBare(error)) this.#bareError ??= error;
    const parent = this.#parent;
    if (parent === undefined) return;
    if (parent.done()) {
      const message = `Task ${repr(task)} has errored out but its parent task ${repr(parent)} is already completed`;
      this.#loop?.callExceptionHandler({ message, exception: error, task });
      return;
    }
    if (this.#aborting) return;
    this.#abort();
    this.#cancelledParent = true;
    parent.cancel();
  }
}

/** Errors that leave as they are, not in a group (TG-6). */
function isBare(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}

/** What was thrown, as an error: JavaScript lets a program throw anything, Python refuses it where it is raised. */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return withHint(
    new TypeError('exceptions must derive from BaseException', { cause: thrown }),
    `Throw an Error, not a value of type ${typeName(thrown)}: \`throw new Error(…)\`.`,
  );
}
