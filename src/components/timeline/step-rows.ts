/** The rows of the step table: which steps it lists, and which part of them is shown around the position. */
import type { Playback } from '../../playback/index.ts';

/** All steps, those that print, or those about a lane. */
export type StepFilter = 'all' | 'prints' | number;

/** The steps that a filter lets through, in order. */
export function rowsOf({ steps }: Playback, filter: StepFilter): readonly number[] {
  return steps.flatMap(({ kind, lane }, step) =>
    filter === 'all' || (filter === 'prints' ? kind === 'print' : lane === filter) ? [step] : [],
  );
}

/** Places in a list of rows. */
export interface RowWindow {
  /** The row of the position, or the nearest one before it; -1 where there is none. */
  readonly at: number;
  /** The first row that is shown, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** The part of `rows` that is shown: so many rows, with the position in their middle as far as the ends allow. */
export function windowOf(rows: readonly number[], step: number, size: number): RowWindow {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  const at = low - 1;
  const from = Math.max(0, Math.min(at - Math.floor(size / 2), rows.length - size));
  return { at, from, to: Math.min(rows.length, from + size) };
}
