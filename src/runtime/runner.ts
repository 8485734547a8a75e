/**
 * run and Runner (runners.py; RUN-1 … RUN-7).
 *
 * Keeps true: whatever main does, every task that is left is cancelled and waited for, async generators are closed, and the loop is closed.
 */
import { Coroutine } from './coroutine.ts';
import type { Context } from './context.ts';
import { copyContext } from './context.ts';
import { CancelledError, KeyboardInterrupt, RuntimeError } from './errors.ts';
import { notAwaitable, wrapAwaitable } from './ensure-future.ts';
import { EventLoop } from './event-loop.ts';
import type { Awaitable } from './future.ts';
import { gatherAll } from './gather.ts';
import { coroutineHint, withHint } from './hints.ts';
import { allTasks, isawaitable } from './inspection.ts';
import type { Task } from './task.ts';
import { world } from './world.ts';

export interface RunnerOptions {
  /** Debug mode of the loop (LOOP-15). */
  readonly debug?: boolean;
  /** Makes the loop; `newEventLoop` when left out. */
  readonly loopFactory?: () => EventLoop;
}

/** A loop and a context for several `run`s. Python's `with Runner() as r` is `try { … } finally { r.close(); }`. */
export class Runner {
  readonly #options: RunnerOptions;
  #state: 'created' | 'initialized' | 'closed' = 'created';
  #loop: EventLoop | undefined = undefined;
  #context: Context | undefined = undefined;

  constructor(options: RunnerOptions = {}) {
    this.#options = options;
  }

  /** The loop, made at the first use. */
  getLoop(): EventLoop {
    if (this.#state === 'closed') throw new RuntimeError('Runner is closed');
    this.#state = 'initialized';
    if (this.#loop === undefined) {
      this.#loop = (this.#options.loopFactory ?? newEventLoop)();
      if (this.#options.debug !== undefined) this.#loop.setDebug(this.#options.debug);
      this.#context = copyContext();
    }
    return this.#loop;
  }

  /** Runs an awaitable to its end. @returns its result, or raises its error */
  run<T>(main: Awaitable<T>, options: { readonly context?: Context } = {}): T {
    if (world.loop !== undefined) throw new RuntimeError('Runner.run() cannot be called from a running event loop');
    const loop = this.getLoop();
    let coroutine = main;
    if (!(main instanceof Coroutine)) {
      if (!isawaitable(main)) throw withHint(notAwaitable(main), coroutineHint(main));
      coroutine = wrapAwaitable(main);
    }
    const task = loop.createTask(coroutine, { context: options.context ?? this.#context });
    return this.#interruptible(loop, task);
  }

  /** Cancels what is left, closes async generators and the loop (RUN-2). */
  close(): void {
    const loop = this.#loop;
    if (this.#state !== 'initialized' || loop === undefined) {
      this.#state = 'closed';
      return;
    }
    try {
      cancelAllTasks(loop);
      loop.runUntilComplete(loop.shutdownAsyncgens());
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
    } finally {
      loop.close();
      this.#loop = undefined;
      this.#state = 'closed';
    }
  }

  /** Runs the main task; Ctrl-C cancels it, and a second Ctrl-C raises at once (RUN-7). */
  #interruptible<T>(loop: EventLoop, task: Task<T>): T {
    let interrupts = 0;
    const before = world.interrupt;
    world.interrupt = (): void => {
      interrupts += 1;
      if (interrupts > 1 || task.done()) throw new KeyboardInterrupt();
      task.cancel();
    };
    try {
      return loop.runUntilComplete(task);
    } catch (error) {
      if (error instanceof CancelledError && interrupts > 0 && task.uncancel() === 0) throw new KeyboardInterrupt();
      throw error;
    } finally {
      world.interrupt = before;
    }
  }
}

function cancelAllTasks(loop: EventLoop): void {
  const tasks = [...allTasks(loop)];
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  loop.runUntilComplete(gatherAll(tasks));
  for (const task of tasks) {
    if (task.cancelled() || !task._failed) continue;
    loop.callExceptionHandler({
      message: 'unhandled exception during asyncio.run() shutdown',
      exception: task.exception(),
      task,
    });
  }
}

/** A new loop, which the caller closes. */
export function newEventLoop(): EventLoop {
  return new EventLoop();
}

/** The loop that runs now; RuntimeError when none does (LOOP-16). */
export function getRunningLoop(): EventLoop {
  if (!(world.loop instanceof EventLoop)) throw new RuntimeError('no running event loop');
  return world.loop;
}

/** Runs `main` in a new loop to its end, and clears up after it (RUN-1, RUN-2). @returns its result, or raises its error */
export function run<T>(main: Awaitable<T>, options: RunnerOptions = {}): T {
  if (world.loop !== undefined) throw new RuntimeError('asyncio.run() cannot be called from a running event loop');
  const runner = new Runner(options);
  try {
    return runner.run(main);
  } finally {
    runner.close();
  }
}
