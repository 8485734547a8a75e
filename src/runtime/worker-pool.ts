/**
 * A pool of virtual threads or processes: who works, and what waits for a free worker (concurrent/futures/thread.py, process.py).
 *
 * Keeps true: jobs begin in the order they were given, each as soon as a worker is free; one that was cancelled while it waited never begins.
 */
import { ConcurrentFuture } from './concurrent-future.ts';
import { RuntimeError, ValueError } from './errors.ts';
import { typeName } from './repr.ts';
import { blockUntil, goesOn, runInThread, Worker } from './threads.ts';

/** Something for a worker to do. */
export interface Job {
  /** Begins in `worker`, which is to be given back by `WorkerPool._free`. @returns false when there is nothing to do any more */
  begin(worker: Worker): boolean;
  /** Drops it before it began. */
  cancel(): void;
  /** From now on the worker is given back when its time is over, whether or not a loop runs to see it. */
  detach(): void;
}

/** What makes a pool. */
export interface PoolKind {
  readonly isProcess: boolean;
  readonly maxWorkers: number;
  /** Names its threads: 'asyncio' gives asyncio_0, asyncio_1 … */
  readonly prefix: string;
}

export class WorkerPool {
  readonly #kind: PoolKind;
  readonly #idle: Worker[] = [];
  readonly #at = new Map<Worker, Job>();
  readonly #queue: Job[] = [];
  #workers = 0;
  #isShutdown = false;
  #detached = false;
  #whenIdle: (() => void)[] = [];

  /** @internal */
  constructor(kind: PoolKind) {
    if (typeof kind.maxWorkers !== 'number') {
      throw new TypeError(`'<=' not supported between instances of '${typeName(kind.maxWorkers)}' and 'int'`);
    }
    if (kind.maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0');
    this.#kind = kind;
  }

  /** Workers that it may have. */
  get maxWorkers(): number {
    return this.#kind.maxWorkers;
  }

  /** @internal */
  get _isProcess(): boolean {
    return this.#kind.isProcess;
  }

  /** Has `fn(...args)` called in a worker. RuntimeError after `shutdown`. @returns its future, whose `result()` blocks */
  submit<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): ConcurrentFuture<R> {
    const future = new ConcurrentFuture<R>();
    this._give(new SubmittedJob(this, future as ConcurrentFuture, () => callChecked(this._passed(fn), this._passed(args))));
    return future;
  }

  /**
   * Takes no more jobs, and waits for those it has.
   * @param wait false returns at once, and the jobs go on
   * @param options `cancelFutures`: what has not begun is cancelled
   */
  shutdown(wait = true, options: { readonly cancelFutures?: boolean } = {}): void {
    this.#isShutdown = true;
    if (options.cancelFutures === true) for (const job of this.#queue.splice(0)) job.cancel();
    if (!wait) return;
    this._detach();
    blockUntil(() => this._isIdle(), undefined);
  }

  /** @internal What crosses into a worker and back: a process overrides it. */
  _passed<T>(value: T): T {
    return value;
  }

  /** @internal Begins a job, or keeps it until a worker is free. */
  _give(job: Job): void {
    if (this.#isShutdown) throw new RuntimeError('cannot schedule new futures after shutdown');
    const worker = this.#free();
    if (worker === undefined) this.#queue.push(job);
    else this.#begin(job, worker);
  }

  /** @internal Takes a worker back, and gives it the next job. */
  _free(worker: Worker): void {
    this.#at.delete(worker);
    this.#idle.push(worker);
    while (this.#queue.length > 0) {
      const next = this.#free();
      if (next === undefined) break;
      const job = this.#queue.shift();
      if (job !== undefined) this.#begin(job, next);
    }
    if (!this._isIdle()) return;
    for (const tell of this.#whenIdle.splice(0)) tell();
  }

  /** @internal */
  _isIdle(): boolean {
    return this.#at.size === 0 && this.#queue.length === 0;
  }

  /** @internal Calls `tell` as soon as nobody works. */
  _whenIdle(tell: () => void): void {
    this.#whenIdle.push(tell);
  }

  /** @internal No loop will see its jobs end: it is closed, or blocked. */
  _detach(): void {
    this.#detached = true;
    for (const job of this.#at.values()) job.detach();
  }

  #free(): Worker | undefined {
    const worker = this.#idle.shift();
    if (worker !== undefined || this.#workers >= this.#kind.maxWorkers) return worker;
    this.#workers += 1;
    return new Worker(`${this.#kind.prefix}_${this.#workers - 1}`, this.#kind.isProcess);
  }

  #begin(job: Job, worker: Worker): void {
    this.#at.set(worker, job);
    if (!job.begin(worker)) {
      this.#at.delete(worker);
      this.#idle.unshift(worker);
    } else if (this.#detached) job.detach();
  }
}

/** A job whose end is told to a concurrent future, as soon as its time has come. */
export class SubmittedJob implements Job {
  readonly #pool: WorkerPool;
  readonly #future: ConcurrentFuture;
  readonly #call: () => unknown;

  constructor(pool: WorkerPool, future: ConcurrentFuture, call: () => unknown) {
    this.#pool = pool;
    this.#future = future;
    this.#call = call;
  }

  begin(worker: Worker): boolean {
    if (!this.#future.setRunningOrNotifyCancel()) return false;
    const ran = runInThread(worker, this.#call);
    goesOn(ran, {
      ended: () => {
        if (ran.failed) this.#future.setException(ran.value);
        else this.#future.setResult(this.#pool._passed(ran.value));
        this.#pool._free(worker);
      },
    });
    return true;
  }

  cancel(): void {
    this.#future.cancel();
  }

  detach(): void {
    // No loop was ever needed.
  }
}

/** @internal Calls what ought to be a function. */
export function callChecked(fn: unknown, args: readonly unknown[]): unknown {
  if (typeof fn !== 'function') throw new TypeError(`'${typeName(fn)}' object is not callable`);
  return Reflect.apply(fn, undefined, args) as unknown;
}

/** @internal An executor as a loop takes it. */
export function checkExecutor(executor: unknown): WorkerPool {
  if (executor instanceof WorkerPool) return executor;
  throw new TypeError(`'${typeName(executor)}' object has no attribute 'submit'`);
}

/** @internal A loop's default executor. TypeError for what is no pool of threads. */
export function checkThreadPool(executor: unknown): WorkerPool {
  if (executor instanceof WorkerPool && !executor._isProcess) return executor;
  throw new TypeError('executor must be ThreadPoolExecutor instance');
}
