/**
 * The event loop (base_events.py; LOOP-1 … LOOP-18), in virtual time.
 *
 * Keeps true: an iteration runs the handles that were ready when it began, in order, and no others; when none is ready the clock jumps to the next timer;
 * when there is none either, that is a deadlock.
 */
import type { AsyncGenerator } from './async-generator.ts';
import { checkCallback } from './callback-check.ts';
import { copyContext } from './context.ts';
import type { Coroutine } from './coroutine.ts';
import { deadlockError } from './deadlock.ts';
import { ensureFuture } from './ensure-future.ts';
import { leavesTheLoop, RuntimeError, ValueError } from './errors.ts';
import { reportException } from './exception-report.ts';
import { Executors } from './executor.ts';
import { Future, type Awaitable } from './future.ts';
import { Handle, named, TimerHandle, type Callback } from './handle.ts';
import { withHint } from './hints.ts';
import { allTasks } from './inspection.ts';
import type { ExceptionContext } from './observer.ts';
import { ReadyQueue, type Runnable } from './ready-queue.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import { shutdownAsyncgens } from './shutdown.ts';
import { disown, Task, type TaskOptions } from './task.ts';
import { atOwnTime } from './threads.ts';
import { TimerHeap } from './timer-heap.ts';
import { turnsAnew } from './turns.ts';
import { pass, refuseBeyondLimit, world, type Scheduler } from './world.ts';

/** Timers this much ahead, in seconds, are due already (LOOP-4). */
const CLOCK_RESOLUTION = 1e-9;

export type TaskFactory = <T>(loop: EventLoop, coroutine: Coroutine<T>, options: TaskOptions) => Task<T>;
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => unknown;

export class EventLoop implements Scheduler {
  /** A callback or step that blocks for this many seconds is logged in debug mode (LOOP-15). */
  slowCallbackDuration = 0.1;
  /** @internal Generators begun in this loop and not ended. */ readonly _asyncgens = new Set<AsyncGenerator>();
  readonly #ready = new ReadyQueue();
  readonly #timers = new TimerHeap();
  readonly #executors = new Executors(this);
  /** The thread it runs in. */
  #thread = world.thread;
  #running = false;
  #stopping = false;
  #closed = false;
  #debug = false;
  readonly #inThisLoop = { loop: this };
  #taskFactory: TaskFactory | undefined = undefined;
  #exceptionHandler: ExceptionHandler | undefined = undefined;

  /** Virtual seconds; stands still while an iteration runs, save for what blocks (LOOP-6). */
  time(): number {
    return world.clock;
  }

  /** Has `callback(...args)` called in the next iteration (LOOP-1, LOOP-2). */
  callSoon<A extends readonly never[]>(callback: (...args: A) => unknown, ...args: A): Handle;
  callSoon<A extends readonly unknown[]>(callback: (...args: A) => unknown, ...args: A): Handle;
  callSoon(callback: Callback, ...args: readonly unknown[]): Handle {
    this.#checkClosed();
    if (this.#debug) checkCallback(callback, 'call_soon');
    const handle = new Handle(callback, args, this, copyContext());
    this._push(handle);
    return handle;
  }

  /** As `callSoon`, from whatever thread: a loop that waits is woken. */
  callSoonThreadsafe<A extends readonly unknown[]>(callback: (...args: A) => unknown, ...args: A): Handle;
  callSoonThreadsafe(callback: Callback, ...args: readonly unknown[]): Handle {
    this.#checkClosed();
    if (this.#debug) checkCallback(callback, 'call_soon_threadsafe');
    const handle = new Handle(callback, args, this, copyContext());
    this.#fromThread(() => {
      this._push(handle);
    }, true);
    return handle;
  }

  /** Has `callback(...args)` called `delay` seconds from now. */
  callLater<A extends readonly unknown[]>(delay: number, callback: (...args: A) => unknown, ...args: A): TimerHandle {
    if (isNone(delay)) throw new TypeError('delay must not be None');
    return this.callAt(world.clock + delay, callback, ...args);
  }

  /** Has `callback(...args)` called at the moment `when` of `time()`. */
  callAt<A extends readonly unknown[]>(when: number, callback: (...args: A) => unknown, ...args: A): TimerHandle {
    if (isNone(when)) throw new TypeError('when cannot be None');
    this.#checkClosed();
    if (this.#debug) checkCallback(callback, 'call_at');
    const timer = new TimerHandle(when, callback, args, this, copyContext());
    this._schedule(timer);
    return timer;
  }

  createFuture<T = unknown>(): Future<T> {
    return new Future<T>({ loop: this });
  }

  /** Schedules a coroutine as a task (TASK-1), through the task factory if there is one (TASK-20). */
  createTask<T>(coroutine: Awaitable<T>, options?: TaskOptions): Task<T> {
    this.#checkClosed();
    if (this.#taskFactory !== undefined) return this.#taskFactory(this, coroutine as unknown as Coroutine<T>, options ?? {});
    if (options === undefined) return new Task<T>(coroutine, this.#inThisLoop);
    if ('loop' in options) throw new TypeError("_asyncio.Task() got multiple values for keyword argument 'loop'");
    return new Task<T>(coroutine, { ...options, loop: this });
  }

  setTaskFactory(factory: TaskFactory | null | undefined): void {
    if (factory !== undefined && factory !== null && typeof factory !== 'function')
      throw new TypeError('task factory must be a callable or None');
    this.#taskFactory = factory ?? undefined;
  }

  getTaskFactory(): TaskFactory | undefined {
    return this.#taskFactory;
  }

  /** Runs the loop until `awaitable` is done. @returns its result, or raises its error (LOOP-10) */
  runUntilComplete<T>(awaitable: Awaitable<T>): T {
    this.#checkClosed();
    this.#checkRunning();
    const made = !(awaitable instanceof Future);
    const future = ensureFuture(awaitable, { loop: this });
    if (made) disown(future);
    future.addDoneCallback(stopLoop);
    try {
      this.runForever();
    } catch (error) {
      if (made && future.done() && !future.cancelled()) future.exception();
      throw error;
    } finally {
      future.removeDoneCallback(stopLoop);
    }
    if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.');
    return future.result();
  }

  /** Runs until `stop()` (LOOP-9). */
  runForever(): void {
    this.#checkClosed();
    this.#checkRunning();
    this.#running = true;
    this.#thread = world.thread;
    world.loop = this;
    try {
      do this.#runOnce();
      while (!this.#stopping);
    } finally {
      this.#stopping = false;
      this.#running = false;
      world.loop = undefined;
    }
  }

  /** Ends `runForever` after the present iteration (LOOP-9). */
  stop(): void {
    this.#stopping = true;
  }

  /** Drops whatever is queued, for good (LOOP-12). */
  close(): void {
    if (this.#running) throw new RuntimeError('Cannot close a running event loop');
    if (!this.#closed) world.observer?.loopClose();
    this.#closed = true;
    this.#ready.clear();
    this.#timers.clear();
    this.#executors.close();
  }

  isRunning(): boolean {
    return this.#running;
  }

  isClosed(): boolean {
    return this.#closed;
  }

  /** Closes the async generators that were begun and not ended, all at once (RUN-2, AGEN-2). */
  shutdownAsyncgens(): Coroutine<void> {
    return shutdownAsyncgens(this);
  }

  /**
   * Calls `fn(...args)` in a worker of `executor`, undefined for the default one; the loop goes on meanwhile (THREAD-1).
   * @returns a future for its result; RuntimeError after the executor's shutdown
   */
  runInExecutor<A extends readonly unknown[], R>(
    executor: object | null | undefined,
    fn: (...args: A) => R,
    ...args: A
  ): Future<R>;
  runInExecutor<R>(executor: object | null | undefined, fn: (...args: never[]) => R, ...args: readonly unknown[]): Future<R> {
    this.#checkClosed();
    if (this.#debug) checkCallback(fn, 'run_in_executor');
    return this.#executors.run(executor, fn, args);
  }

  /** What `runInExecutor(undefined, …)` and `toThread` use from now on. TypeError unless it is a pool of threads. */
  setDefaultExecutor(executor: object): void {
    this.#executors.setDefault(executor);
  }

  /** Waits for the threads of the default executor, which takes no more work (RUN-2). @param timeout seconds to wait at most */
  shutdownDefaultExecutor(timeout?: number | null): Coroutine<void> {
    return this.#executors.shutdown(timeout);
  }

  /** Who is told of errors that nobody else gets; undefined for the default (LOOP-17). */
  setExceptionHandler(handler: ExceptionHandler | null | undefined): void {
    if (handler !== undefined && handler !== null && typeof handler !== 'function') {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    }
    this.#exceptionHandler = handler ?? undefined;
  }

  getExceptionHandler(): ExceptionHandler | undefined {
    return this.#exceptionHandler;
  }

  /** Tells the exception handler (LOOP-11, LOOP-17). */
  callExceptionHandler(context: ExceptionContext): void {
    world.observer?.exceptionHandler(context);
    const handler = this.#exceptionHandler;
    if (handler === undefined) {
      this.defaultExceptionHandler(context);
      return;
    }
    try {
      handler(this, context);
    } catch (error) {
      if (leavesTheLoop(error)) throw error;
      this.defaultExceptionHandler({ message: 'Unhandled error in exception handler', exception: error, context });
    }
  }

  /** Logs the context. */
  defaultExceptionHandler(context: ExceptionContext): void {
    reportException(context);
  }

  /** Turns debug mode on or off (LOOP-15). A running loop goes round once more for it, as CPython's does to follow where coroutines are made. */
  setDebug(enabled: boolean): void {
    this.#debug = enabled;
    if (this.#running) this.callSoonThreadsafe(trackOrigins, enabled);
  }

  getDebug(): boolean {
    return this.#debug;
  }

  [typeTag](): string {
    return 'EventLoop';
  }

  [reprMethod](): string {
    return `<EventLoop running=${this.#running ? 'True' : 'False'} closed=${this.#closed ? 'True' : 'False'} debug=${this.#debug ? 'True' : 'False'}>`;
  }

  /** @internal Callbacks that are ready, and timers that are set, cancelled ones included until they are removed (LOOP-8). */
  _counts(): { readonly ready: number; readonly timers: number } {
    return { ready: this.#ready.size, timers: this.#timers.size };
  }

  /** @internal */
  _push(handle: Runnable): void {
    if (this.#closed) throw new RuntimeError('Event loop is closed');
    if (world.thread !== this.#thread) {
      this.#checkThread();
      this.#fromThread(() => {
        this._push(handle);
      }, false);
      return;
    }
    handle._number = ++world.handleCount;
    this.#ready.push(handle);
    if (world.observer !== undefined) world.observer.readyPush(handle._observed());
  }

  /** @internal */
  _schedule(timer: TimerHandle): void {
    if (world.thread !== this.#thread) {
      this.#checkThread();
      this.#fromThread(() => {
        this._schedule(timer);
      }, false);
      return;
    }
    timer._number = ++world.handleCount;
    this.#timers.push(timer);
    world.observer?.timerSet(timer);
  }

  /** @internal */
  _timerCancelled(): void {
    this.#timers.noteCancelled();
  }

  /** One iteration. */
  #runOnce(): void {
    world.iteration += 1;
    const ready = this.#ready;
    const timers = this.#timers;
    if (timers.size > 0) timers.prune();
    while (ready.size === 0 && !this.#stopping && !this.#idle());
    if (timers.size > 0) {
      for (
        let due = timers.takeDue(world.clock, CLOCK_RESOLUTION);
        due !== undefined;
        due = timers.takeDue(world.clock, CLOCK_RESOLUTION)
      )
        ready.push(due);
    }
    const batch = ready.size;
    world.observer?.iteration(batch);
    for (let i = 0; i < batch; i += 1) {
      refuseBeyondLimit();
      const handle = ready.shift();
      if (handle === undefined) continue;
      world.steps += 1;
      turnsAnew();
      if (this.#debug) this.#runTimed(handle);
      else handle._run();
    }
  }

  /** Nothing is ready: jumps to the next timer, or to where another thread wakes it. @returns true when there is something to do */
  #idle(): boolean {
    const timer = this.#timers.next() ?? Infinity;
    const others = world.thread === undefined ? world.bystanders : undefined;
    const when = others === undefined ? timer : Math.min(timer, others.nextWake());
    if (when === Infinity) {
      const waiting = [...allTasks(this)];
      world.observer?.deadlock(waiting);
      throw deadlockError(waiting);
    }
    if (Number.isNaN(when)) {
      throw withHint(
        new ValueError('cannot convert float NaN to integer'),
        'A timer was set for NaN: look at what its delay or timeout is made of.',
      );
    }
    if (when > world.clock) {
      world.observer?.clockJump(when);
      pass(when);
    } else if (when < timer) pass(world.clock);
    return when === timer || this.#ready.size > 0;
  }

  /** Does what another thread asks for when that thread's time has come. */
  #fromThread(act: () => void, wakes: boolean): void {
    if (world.thread === this.#thread) {
      act();
      return;
    }
    atOwnTime(() => {
      if (this.#closed) return;
      const before = world.thread;
      world.thread = this.#thread;
      try {
        act();
      } finally {
        world.thread = before;
      }
    }, wakes);
  }

  /** Debug mode's look at who calls. */
  #checkThread(): void {
    if (this.#debug && this.#running)
      throw new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one');
  }

  /** @internal One iteration for a thread that waits for this loop (threads.ts), even when the loop is to stop; none when only the clock went on. */
  _turn(): void {
    if (this.#ready.size === 0 && !this.#idle()) return;
    const stopping = this.#stopping;
    this.#stopping = false;
    try {
      this.#runOnce();
    } finally {
      this.#stopping ||= stopping;
    }
  }

  #runTimed(handle: Runnable): void {
    const begin = world.clock;
    handle._run();
    const took = world.clock - begin;
    if (took < this.slowCallbackDuration) return;
    world.observer?.log('warning', `Executing ${repr(handle)} took ${thousandths(took)} seconds`);
  }

  #checkClosed(): void {
    if (this.#closed) throw new RuntimeError('Event loop is closed');
  }

  #checkRunning(): void {
    if (this.#running) throw new RuntimeError('This event loop is already running');
    if (world.loop !== undefined) throw new RuntimeError('Cannot run the event loop while another loop is running');
  }
}

const trackOrigins = named('BaseEventLoop._set_coroutine_origin_tracking', (enabled: boolean) => enabled);

const stopLoop = named('_run_until_complete_cb', (future: Future) => {
  if (!future.cancelled() && leavesTheLoop(future.exception())) return;
  future._loop.stop();
});

function isNone(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Three digits behind the point, as Python's `%.3f` has them: a tie goes to the even digit. A tie is an odd number of sixteenths. */
function thousandths(value: number): string {
  const text = value.toFixed(3);
  return (value * 16) % 2 === 1 && Number(text.at(-1)) % 2 === 1 ? (value - 0.0005).toFixed(3) : text;
}
