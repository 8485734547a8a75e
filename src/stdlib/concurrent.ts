/**
 * The module `concurrent` (Python's concurrent.futures): pools of threads and of processes, in virtual time, and `burn`, which stands for CPU work.
 *
 * Keeps true: threads overlap their waiting and share one CPU with each other and with the loop, as under the GIL; each process has a CPU of its own. How
 * the CPU is shared, and what a thread's clock shows meanwhile, is in docs/decisions/0008.
 */
import type { ConcurrentFuture } from '../runtime/index.ts';
import { asyncio, compute, now, perWorld, typeName, WorkerPool } from '../runtime/index.ts';
import { byValue } from './by-value.ts';

export {
  ConcurrentCancelledError as CancelledError,
  ConcurrentFuture as Future,
  ConcurrentInvalidStateError as InvalidStateError,
} from '../runtime/index.ts';
export { ALL_COMPLETED, asCompleted, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from './concurrent-wait.ts';

/** CPUs of the machine that CPython's defaults are worked out for. */
const CPUS = 4;
/** Threads of a pool when nobody says how many: CPython's `min(32, cpus + 4)`. */
const THREADS = CPUS + 4;

export interface MapOptions {
  /** Seconds from now until all results must be there; else the loop over them raises TimeoutError. */
  readonly timeout?: number | null;
  /** How many calls a process is handed at a time. It makes no difference here. */
  readonly chunksize?: number;
}

/** The items of several iterables. */
type Items<T extends readonly unknown[]> = { readonly [K in keyof T]: Iterable<T[K]> };

/** What pools of threads and of processes have in common. */
class Executor extends WorkerPool {
  /**
   * Calls `fn` with the first item of each iterable, then with the second ones, until the shortest ends; all calls are handed to the pool at once.
   * @param given the iterables, and options after them
   * @returns the results in the order of the items; a call that raised raises there
   */
  map<A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    ...given: readonly [...Items<A>] | readonly [...Items<A>, MapOptions]
  ): Generator<R, void> {
    const all: readonly unknown[] = given;
    const last = all.at(-1);
    const options = isOptions(last) ? last : {};
    const rows = zip(isOptions(last) ? all.slice(0, -1) : all) as unknown[] as A[];
    const end = options.timeout === undefined || options.timeout === null ? undefined : now() + options.timeout;
    return results(
      rows.map((row) => this.submit(fn, ...row)),
      end,
    );
  }
}

/** A pool of threads. They wait at the same time, and compute on one CPU. */
export class ThreadPoolExecutor extends Executor {
  /**
   * @param maxWorkers threads that it may have; 8 when left out, as CPython on a machine with 4 CPUs
   * @param threadNamePrefix its threads are called `prefix_0`, `prefix_1` …
   */
  constructor(maxWorkers?: number | null, threadNamePrefix = '') {
    const prefix = threadNamePrefix === '' ? `ThreadPoolExecutor-${pools().count++}` : threadNamePrefix;
    super({ isProcess: false, maxWorkers: maxWorkers ?? THREADS, prefix });
  }
}

/** A pool of processes, each with a CPU and memory of its own: arguments and results are copied on the way. */
export class ProcessPoolExecutor extends Executor {
  /** @param maxWorkers processes that it may have; 4 when left out, as CPython on a machine with 4 CPUs */
  constructor(maxWorkers?: number | null) {
    super({ isProcess: true, maxWorkers: maxWorkers ?? CPUS, prefix: 'Process' });
  }

  override _passed<T>(value: T): T {
    return byValue(value);
  }
}

/** Pools made without a name for their threads. */
const pools = perWorld(() => ({ count: 0 }));

/**
 * CPU work that takes `seconds` on a CPU of its own. On the loop's thread it blocks the loop; with others that compute it shares the CPU, unless it is in
 * a process.
 */
export function burn(seconds: number): void {
  if (typeof seconds !== 'number') throw new TypeError(`'${typeName(seconds)}' object cannot be interpreted as a number`);
  if (!Number.isFinite(seconds)) throw new asyncio.ValueError('burn length must be finite');
  if (seconds < 0) throw new asyncio.ValueError('burn length must be non-negative');
  if (seconds > 0) compute(seconds);
}

function isOptions(value: unknown): value is MapOptions {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value);
}

/** Python's zip. TypeError for what is no iterable. */
function zip(iterables: readonly unknown[]): unknown[][] {
  const iterators = iterables.map((each) => {
    if (typeof each !== 'string' && (typeof each !== 'object' || each === null || !(Symbol.iterator in each)))
      throw new TypeError(`'${typeName(each)}' object is not iterable`);
    return (each as Iterable<unknown>)[Symbol.iterator]();
  });
  const rows: unknown[][] = [];
  while (iterators.length > 0) {
    const row: unknown[] = [];
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done === true) return rows;
      row.push(next.value);
    }
    rows.push(row);
  }
  return rows;
}

/** The results as they are asked for; leaving before the end cancels what has not begun. */
function* results<R>(futures: readonly ConcurrentFuture<R>[], end: number | undefined): Generator<R, void> {
  try {
    for (const future of futures) yield future.result(end === undefined ? undefined : end - now());
  } finally {
    for (const future of futures) future.cancel();
  }
}
