/** How many lanes of a group are in each state, step by step: what a folded row shows. */
import type { LaneState, Playback } from '../../../playback/index.ts';

/** Counts by step: how many are so by its end. */
export interface Tally {
  readonly lanes: number;
  readonly counts: Readonly<Record<LaneState, Int32Array>>;
  /** The step in which the first of them was made. */
  readonly first: number;
  /** The most that were there and not over at any time. */
  readonly most: number;
}

export const STATES: readonly LaneState[] = ['running', 'blocking', 'ready', 'waiting', 'finished', 'failed', 'cancelled'];
/** The states of what is not over, in the order in which a folded row stacks them. */
export const LIVING = ['running', 'blocking', 'ready', 'waiting'] as const satisfies readonly LaneState[];

/** Counts the states of some lanes. Takes as long as they have spans, and the run steps. */
export function tallyOf({ steps, lanes }: Playback, chosen: readonly number[]): Tally {
  const size = steps.length + 1;
  const counts = Object.fromEntries(STATES.map((state) => [state, new Int32Array(size)])) as Record<LaneState, Int32Array>;
  let first = steps.length;
  for (const index of chosen) {
    const spans = lanes[index]?.spans ?? [];
    spans.forEach(({ from, to, state }, place) => {
      const of = counts[state];
      const end = place === spans.length - 1 ? steps.length : to;
      of[from] = (of[from] ?? 0) + 1;
      of[end] = (of[end] ?? 0) - 1;
    });
    first = Math.min(first, spans[0]?.from ?? first);
  }
  for (const state of STATES) {
    const of = counts[state];
    for (let step = 1; step < size; step += 1) of[step] = (of[step] ?? 0) + (of[step - 1] ?? 0);
  }
  let most = 0;
  for (let step = 0; step < size; step += 1) {
    most = Math.max(
      most,
      LIVING.reduce((sum, state) => sum + (counts[state][step] ?? 0), 0),
    );
  }
  return { lanes: chosen.length, counts, first, most };
}
