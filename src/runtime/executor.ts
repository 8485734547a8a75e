/**
 * The loop and its threads: run_in_executor, to_thread, run_coroutine_threadsafe (base_events.py, threads.py, tasks.py; THREAD-1).
 *
 * Keeps true: the loop goes on while a function runs in a thread; its result comes back through the loop, as a timer at the moment when the thread's time
 * is over; a function that was cancelled before a worker was free for it never runs, one that runs is not stopped.
 */
import { ConcurrentFuture } from './concurrent-future.ts';
import { copyContext } from './context.ts';
import { Coroutine } from './coroutine.ts';
import { ensureFuture } from './ensure-future.ts';
import { CancelledError, leavesTheLoop, RuntimeError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { Future, PENDING, type Awaitable } from './future.ts';
import { describeCall, named, type Callback, type Handle, type TimerHandle } from './handle.ts';
import { iscoroutine } from './inspection.ts';
import { goesOn, runInThread, whenTimeComes, type Ran, type Worker } from './threads.ts';
import type { Task } from './task.ts';
import { callChecked, checkExecutor, checkThreadPool, WorkerPool, type Job } from './worker-pool.ts';
import { world, type Scheduler } from './world.ts';

/** Workers of the default pool: CPython's `min(32, cpu_count + 4)` on a machine with 4 CPUs. */
const DEFAULT_WORKERS = 8;
/** Ends that differ by less, in seconds, are the same. */
const SAME = 1e-9;

const SHUTDOWN_CODE: FunctionCode = { name: 'BaseEventLoop.shutdown_default_executor', file: '', line: 0 };
const TO_THREAD_CODE: FunctionCode = { name: 'to_thread', file: '', line: 0 };

/** What is needed of a loop. */
interface Loop extends Scheduler {
  callAt(when: number, callback: Callback): TimerHandle;
  callLater(delay: number, callback: Callback): TimerHandle;
  callSoonThreadsafe(callback: Callback, ...args: readonly unknown[]): Handle;
}

/** A loop's threads. @internal */
export class Executors {
  readonly #loop: Loop;
  #default: WorkerPool | undefined = undefined;
  #isShutdown = false;
  /** Pools that work for this loop. */
  readonly #pools = new Set<WorkerPool>();

  constructor(loop: Loop) {
    this.#loop = loop;
  }

  run<R>(executor: unknown, fn: (...args: never[]) => R, args: readonly unknown[]): Future<R> {
    const pool = executor === undefined || executor === null ? this.#defaultPool() : checkExecutor(executor);
    const future = new Future<R>({ loop: this.#loop });
    this.#pools.add(pool);
    pool._give(new LoopJob(this.#loop, pool, future, fn, args));
    return future;
  }

  setDefault(executor: unknown): void {
    this.#default = checkThreadPool(executor);
  }

  shutdown(timeout: number | null | undefined): Coroutine<void> {
    return new Coroutine<void>(this.#shutdown(timeout ?? undefined), SHUTDOWN_CODE);
  }

  /** The loop is closed: threads that are under way come to their ends without it. */
  close(): void {
    this.#isShutdown = true;
    this.#default?.shutdown(false);
    for (const pool of this.#pools) pool._detach();
  }

  #defaultPool(): WorkerPool {
    if (this.#isShutdown) throw new RuntimeError('Executor shutdown has been called');
    return (this.#default ??= new WorkerPool({ isProcess: false, maxWorkers: DEFAULT_WORKERS, prefix: 'asyncio' }));
  }

  *#shutdown(timeout: number | undefined): Generator<unknown, void> {
    this.#isShutdown = true;
    const pool = this.#default;
    if (pool === undefined) return;
    pool.shutdown(false);
    if (pool._isIdle()) return;
    const waiter = new Future<void>({ loop: this.#loop });
    pool._whenIdle(() => {
      if (waiter._state === PENDING) waiter.setResult();
    });
    if (timeout === undefined) {
      yield waiter;
      return;
    }
    yield* this.#atMost(timeout, waiter);
  }

  /** Waits for `waiter`, as CPython does with `asyncio.timeout`. */
  *#atMost(timeout: number, waiter: Future): Generator<unknown, void> {
    const task = world.task as Task;
    const expired = { yet: false };
    const onTimeout = named('Timeout._on_timeout', () => {
      expired.yet = true;
      task.cancel();
    });
    const timer = this.#loop.callLater(timeout, onTimeout);
    try {
      yield waiter;
      timer.cancel();
    } catch (error) {
      timer.cancel();
      if (!expired.yet || !(error instanceof CancelledError) || task.uncancel() > 0) throw error;
      const text = `The executor did not finishing joining its threads within ${timeout} seconds.`;
      world.observer?.warning('RuntimeWarning', text);
    }
  }
}

/** A job whose end comes back through the loop. */
export class LoopJob<R> implements Job {
  readonly #loop: Loop;
  readonly #pool: WorkerPool;
  readonly #future: Future<R>;
  readonly #fn: (...args: never[]) => R;
  readonly #args: readonly unknown[];
  #worker: Worker | undefined = undefined;
  #ran: Ran | undefined = undefined;
  #timer: TimerHandle | undefined = undefined;

  constructor(loop: Loop, pool: WorkerPool, future: Future<R>, fn: (...args: never[]) => R, args: readonly unknown[]) {
    this.#loop = loop;
    this.#pool = pool;
    this.#future = future;
    this.#fn = fn;
    this.#args = args;
  }

  begin(worker: Worker): boolean {
    if (this.#future.cancelled()) return false;
    const pool = this.#pool;
    world.observer?.threadStart(worker.name, describeCall(this.#fn, this.#args), this.#future);
    const ran = runInThread(worker, () => pool._passed(callChecked(this.#fn, pool._passed(this.#args))));
    this.#worker = worker;
    this.#ran = ran;
    const deliver = named('deliver', () => {
      if (this.#future._state === PENDING) {
        if (ran.failed) this.#future.setException(ran.value);
        else this.#future.setResult(ran.value as R);
      }
      this.#release();
    });
    this.#timer = this.#loop.callAt(ran.end, deliver);
    goesOn(ran, {
      moved: (end) => {
        const timer = this.#timer;
        if (timer === undefined || timer.cancelled() || Math.abs(end - timer.when()) < SAME) return;
        timer.cancel();
        this.#timer = this.#loop.callAt(end, deliver);
      },
    });
    return true;
  }

  cancel(): void {
    this.#future.cancel();
  }

  detach(): void {
    if (this.#ran === undefined || this.#timer === undefined) return;
    whenTimeComes(this.#timer.when(), () => {
      this.#release();
    });
  }

  /** Gives the worker back, once. */
  #release(): void {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#worker = undefined;
    this.#pool._free(worker);
  }
}

function* inThread(fn: (...args: never[]) => unknown, args: readonly unknown[]): Generator<unknown, unknown> {
  const loop = world.loop as { runInExecutor?: (...given: readonly unknown[]) => Future } | undefined;
  if (loop?.runInExecutor === undefined) throw new RuntimeError('no running event loop');
  const context = copyContext();
  const run = named('Context.run', (inner: () => unknown, ...given: readonly unknown[]) =>
    context.run(() => callChecked(inner, given)),
  );
  return (yield loop.runInExecutor(undefined, run, fn, ...args)) as unknown;
}

/**
 * Runs `fn(...args)` in a thread of the default pool, with a copy of the current context (THREAD-1). The loop goes on meanwhile.
 * @returns a coroutine for its result
 */
export function toThread<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): Coroutine<R> {
  return new Coroutine<R>(inThread(fn, args) as Generator<unknown, R>, TO_THREAD_CODE);
}

/**
 * From another thread: has `coroutine` run as a task of `loop`.
 * @returns a concurrent future: `result()` blocks the thread that asks, `cancel()` cancels the task
 */
export function runCoroutineThreadsafe<T>(coroutine: Awaitable<T>, loop: object): ConcurrentFuture<T> {
  if (!iscoroutine(coroutine)) throw new TypeError('A coroutine object is required');
  const future = new ConcurrentFuture<T>();
  const target = loop as Loop;
  const callback = named('run_coroutine_threadsafe.<locals>.callback', () => {
    try {
      chain(target, ensureFuture(coroutine as unknown as Awaitable<T>, { loop: target }), future);
    } catch (error) {
      if (!leavesTheLoop(error) && future.setRunningOrNotifyCancel()) future.setException(error);
      throw error;
    }
  });
  target.callSoonThreadsafe(callback);
  return future;
}

/** The concurrent future ends as the task does; cancelling it cancels the task. */
function chain<T>(loop: Loop, task: Future<T>, future: ConcurrentFuture<T>): void {
  future.addDoneCallback(() => {
    if (future.cancelled() && !task.done()) loop.callSoonThreadsafe(named('Task.cancel', () => task.cancel()));
  });
  task.addDoneCallback(
    named('_chain_future.<locals>._call_set_state', (ended: Future<T>) => {
      if (ended.cancelled()) future.cancel();
      if (!future.setRunningOrNotifyCancel()) return;
      const error = ended.exception();
      if (error === undefined) future.setResult(ended.result());
      else future.setException(error);
    }),
  );
}
