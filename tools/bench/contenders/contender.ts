/** What every column's module gives: for each row it can do, the work. */
import type { RowId } from '../rows.ts';

/**
 * Does `n` operations and says how many it did, which the cell compares with `n`. A memory row calls `suspended` once, when all `n` tasks are suspended.
 */
export type Workload = (n: number, suspended: () => void) => number | Promise<number>;

export interface Contender {
  readonly workloads: Partial<Readonly<Record<RowId, Workload>>>;
  /** Surrounds each round; gets the round's work and gives what it gives. */
  readonly around?: (work: () => number | Promise<number>) => number | Promise<number>;
}
