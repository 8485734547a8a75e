/** How one cell is measured, in its own process: warmed up, the heap collected before each round. */
import type { Contender } from './contenders/contender.ts';
import type { Row } from './rows.ts';

/** How long, and how often. */
export interface Effort {
  /** Seconds that a round of a rate lasts, about. */
  readonly seconds: number;
  readonly rounds: number;
  /** Part of a row's `size` that is done. */
  readonly share: number;
}

/** What came out: `value` in the row's unit, of `n` operations; the rounds' seconds where there are any. */
export interface Measured {
  readonly n: number;
  readonly value: number;
  readonly rounds: readonly number[];
}

/** Operations of a round are a multiple of this, so that every batch is whole. */
const STEP = 1000;
/** What is run before anything is measured, where the size is fixed: enough for the compilers to have done their work. */
const WARM_UP = 20_000;

const waited = (): number => performance.now() / 1000;
/** Seconds of all threads, so that work that the collector does beside is counted. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('a cell needs --expose-gc');
  globalThis.gc();
};

export async function measure(contender: Contender, row: Row, effort: Effort): Promise<Measured> {
  const workload = contender.workloads[row.id];
  if (workload === undefined) throw new Error(`no work for ${row.id}`);
  const nothing = (): void => undefined;
  const once = async (n: number, suspended = nothing): Promise<number> => {
    collect();
    const work = (): number | Promise<number> => workload(n, suspended);
    const now = row.clock === 'cpu' ? computed : waited;
    const began = now();
    const done = contender.around === undefined ? work() : contender.around(work);
    const count = typeof done === 'number' ? done : await done;
    const took = now() - began;
    if (count !== n) throw new Error(`${row.id}: ${String(n)} operations were asked for, ${String(count)} were done`);
    return took;
  };
  if (row.kind === 'memory') return memory(once, Math.round((row.size ?? 0) * effort.share));
  const n = row.size === undefined ? await enough(once, effort.seconds) : Math.round(row.size * effort.share);
  if (row.size !== undefined) for (let i = 0; i < 3; i += 1) await once(Math.min(n, WARM_UP));
  const rounds: number[] = [];
  for (let i = 0; i < Math.min(effort.rounds, row.rounds ?? Infinity); i += 1) rounds.push(await once(n));
  const best = Math.min(...rounds);
  return { n, value: row.kind === 'rate' ? n / best : best, rounds };
}

type Once = (n: number, suspended?: () => void) => Promise<number>;

/** How many operations last `seconds`; finding out is the warm-up. */
async function enough(once: Once, seconds: number): Promise<number> {
  for (let n = STEP; ;) {
    const took = await once(n);
    if (took >= seconds * 0.8) return n;
    n = Math.ceil((n * Math.min(10, Math.max(1.5, seconds / Math.max(took, 1e-6)))) / STEP) * STEP;
  }
}

/** Bytes for each of `n` suspended tasks: the heap while they are, less the heap before. What becomes of them then is not waited for. */
async function memory(once: Once, n: number): Promise<Measured> {
  const suspend = (size: number): Promise<number> =>
    new Promise((resolve, reject) => {
      once(size, () => {
        collect();
        resolve(process.memoryUsage().heapUsed);
      }).then(() => {
        reject(new Error('nobody said that the tasks are suspended'));
      }, reject);
    });
  for (let i = 0; i < 3; i += 1) await suspend(Math.min(n, WARM_UP));
  collect();
  const before = process.memoryUsage().heapUsed;
  return { n, value: ((await suspend(n)) - before) / n, rounds: [] };
}
