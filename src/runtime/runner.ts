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
import type { FunctionCode } from './frame.ts';
import type { Awaitable } from './future.ts';
import { gatherAll } from './gather.ts';
import { named } from './handle.ts';
import { coroutineHint, withHint } from './hints.ts';
import { allTasks, isawaitable } from './inspection.ts';
import { refuseUnknownKeywords } from './keyword-check.ts';
import type { Task } from './task.ts';
import { world } from './world.ts';

const WRAP_CODE: FunctionCode = { name: 'Runner.run.<locals>._wrap_awaitable', file: '', line: 0 };
/** Wakes a loop that waits. */
const wakeUp = named('Runner._on_sigint.<locals>.<lambda>', () => undefined);

/** Seconds that the threads of the default executor get to come to their ends. */
const THREAD_JOIN_TIMEOUT = 300;

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
    refuseUnknownKeywords('Runner.__init__', options, ['debug', 'loopFactory']);
    this.#options = options;
  }

  /** The loop, made at the first use. */
  getLoop(): EventLoop {
    if (this.#state === 'closed') throw new RuntimeError('Runner is closed');
    if (this.#loop === undefined) {
      const loop = (this.#options.loopFactory ?? newEventLoop)();
      if (this.#options.debug !== undefined) loop.setDebug(this.#options.debug);
      this.#loop = loop;
      this.#context = copyContext();
      this.#state = 'initialized';
    }
    return this.#loop;
  }

  /** Runs an awaitable to its end. @returns its result, or raises its error */
  run<T>(main: Awaitable<T>, options: { readonly context?: Context } = {}): T {
    if (world.loop !== undefined) throw new RuntimeError('Runner.run() cannot be called from a running event loop');
    refuseUnknownKeywords('Runner.run', options, ['context']);
    const loop = this.getLoop();
    let coroutine = main;
    if (!(main instanceof Coroutine)) {
      if (!isawaitable(main)) throw withHint(notAwaitable(main), coroutineHint(main));
      coroutine = wrapAwaitable(main, WRAP_CODE);
    }
    const task = loop.createTask(coroutine, { context: options.context ?? this.#context });
    return this.#interruptible(loop, task);
  }

  /** Cancels what is left, closes async generators and the loop (RUN-2). Nothing happens, and the runner can still be used, before it has made its loop. */
  close(): void {
    const loop = this.#loop;
    if (this.#state !== 'initialized' || loop === undefined) return;
    try {
      cancelAllTasks(loop);
      loop.runUntilComplete(loop.shutdownAsyncgens());
      loop.runUntilComplete(loop.shutdownDefaultExecutor(THREAD_JOIN_TIMEOUT));
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
      loop.callSoonThreadsafe(wakeUp);
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
  refuseUnknownKeywords('run', options, ['debug', 'loopFactory']);
  if (world.loop !== undefined) throw new RuntimeError('asyncio.run() cannot be called from a running event loop');
  const runner = new Runner(options);
  try {
    return runner.run(main);
  } finally {
    runner.close();
  }
}
