/**
 * The axis of a picture: where each step stands from left to right, in units; a zoom makes pixels of them.
 *
 * Work takes no virtual time, so each step is a column, and columns of one virtual time are a group, an instant. Between instants lies a stretch, in which
 * virtual time passes: the clock jumps, or a call blocks. Keeps true: a stretch grows slowly with its seconds, and where an axis was made for two
 * playbacks, equal virtual times stand at equal places on both sides' axes.
 */
import type { Playback, Step, StepKind } from '../../../playback/index.ts';

/** Columns of one virtual time. */
interface Instant {
  readonly t: number;
  /** Its first and last step. */
  readonly first: number;
  readonly last: number;
  /** Units. To the right of the last column there may be room that only the other playback needs. */
  readonly from: number;
  readonly to: number;
}

/** Virtual time passing, before the column of `step`. */
interface Stretch {
  readonly kind: 'jump' | 'block';
  readonly step: number;
  readonly seconds: number;
  /** The lane that blocks. */
  readonly lane: number | undefined;
  /** Units. */
  readonly from: number;
  readonly to: number;
}

export interface Axis {
  /** Units from the first column to the end of the picture. */
  readonly width: number;
  readonly instants: readonly Instant[];
  readonly stretches: readonly Stretch[];
  /** Where the column of a step begins and ends, in units. */
  left(step: number): number;
  right(step: number): number;
  /** Where a step begins: its column, or the stretch before it. */
  begin(step: number): number;
  /** The step whose column, or stretch before it, lies at `x` units; the nearest one outside of the axis. */
  stepAt(x: number): number;
}

/** Widths in units: of a column, of the column in which the loop turns, and of those in which the runtime tidies up. */
const COLUMN = 1;
const TURN = 0.6;
const INTERNAL = 0.3;
/** Room behind the last column: for what was printed last, and for results. */
const TAIL = 4;
/** Width of the shortest stretch of a run, of what each doubling adds, and the most that the longest may have, in units. */
const SHORTEST = 4;
const DOUBLING = 1.5;
const LONGEST = 16;

/** Two virtual times that differ by less than this, relative to their size, are one: sums of decimals differ in their last digits. */
const EPSILON = 1e-9;
const isLater = (t: number, than: number): boolean => t - than > EPSILON * Math.max(1, Math.abs(than));

interface Group {
  readonly t: number;
  readonly first: number;
  last: number;
  /** Units of its columns together. */
  units: number;
}

/** Steps that are seen also where the runtime tidies up: what a program does outside of its tasks. */
const OWN: ReadonlySet<StepKind> = new Set<StepKind>(['begin', 'print', 'block', 'trouble', 'deadlock', 'end']);

/** The width of each step's column. Iterations in which only the runtime's own tasks run, as those that close a loop, are narrow. */
function widthsOf({ steps, lanes }: Playback): Float64Array {
  const isInternal = ({ lane }: Step): boolean => lane !== undefined && lanes[lane]?.internal === true;
  const shown = new Set<number>();
  const tidying = new Set<number>();
  for (const step of steps) {
    if (step.lane !== undefined && !isInternal(step)) shown.add(step.it);
    else if (isInternal(step) || step.kind === 'close') tidying.add(step.it);
  }
  return Float64Array.from(steps, (step) => {
    const { kind, it } = step;
    if (isInternal(step) || (tidying.has(it) && !shown.has(it) && !OWN.has(kind))) return INTERNAL;
    return kind === 'turn' ? TURN : COLUMN;
  });
}

/** The steps of a playback, in groups of one virtual time. */
function groupsOf({ steps }: Playback, widths: Float64Array): Group[] {
  const groups: Group[] = [];
  steps.forEach((step, index) => {
    const group = groups.at(-1);
    const units = widths[index] ?? COLUMN;
    if (group === undefined || isLater(step.t, group.t)) groups.push({ t: step.t, first: index, last: index, units });
    else {
      group.last = index;
      group.units += units;
    }
  });
  return groups;
}

/** A virtual time of one or both playbacks, and the units that its columns need. */
interface Time {
  readonly t: number;
  units: number;
}

/** The times of both, in order; each as wide as the wider of both. */
function merged(groups: readonly Group[], others: readonly Group[]): Time[] {
  const times: Time[] = [];
  for (const { t, units } of [...groups, ...others].sort((a, b) => a.t - b.t)) {
    const last = times.at(-1);
    if (last === undefined || isLater(t, last.t)) times.push({ t, units });
    else last.units = Math.max(last.units, units);
  }
  return times;
}

/** Which lane holds the loop while time passes before each step; -1 where none does. */
function blockersOf({ steps, lanes }: Playback): Int32Array {
  const blockers = new Int32Array(steps.length).fill(-1);
  lanes.forEach(({ spans }, lane) => {
    for (const { state, from, to } of spans) if (state === 'blocking') blockers.fill(lane, from + 1, to + 1);
  });
  return blockers;
}

/** Units of a stretch of so many seconds, in a run whose shortest and longest have these. */
function stretchOf(seconds: number, shortest: number, longest: number): number {
  const doublings = Math.log2(longest / shortest);
  const each = Math.min(DOUBLING, (LONGEST - SHORTEST) / Math.max(doublings, 1));
  return SHORTEST + each * Math.log2(seconds / shortest);
}

/** Where each of the times begins, in units, and where the last one ends. */
function placesOf(times: readonly Time[]): number[] {
  const gaps = times.slice(1).map(({ t }, index) => t - (times[index]?.t ?? 0));
  const shortest = gaps.reduce((a, b) => Math.min(a, b), Infinity);
  const longest = gaps.reduce((a, b) => Math.max(a, b), 0);
  const places = [0];
  times.forEach(({ units }, index) => {
    const gap = gaps[index];
    const stretch = gap === undefined ? 0 : stretchOf(gap, shortest, longest);
    places.push((places[index] ?? 0) + units + stretch);
  });
  return places;
}

/** The axis of a playback; with `other`, one on which equal virtual times stand where they stand on `axisOf(other, playback)`. */
export function axisOf(playback: Playback, other?: Playback): Axis {
  const { steps } = playback;
  const widths = widthsOf(playback);
  const groups = groupsOf(playback, widths);
  const times = merged(groups, other === undefined ? [] : groupsOf(other, widthsOf(other)));
  const places = placesOf(times);
  const left = new Float64Array(steps.length);
  const begin = new Float64Array(steps.length);
  const instants: Instant[] = [];
  const stretches: Stretch[] = [];
  const blockers = blockersOf(playback);
  let time = 0;
  for (const { t, first, last } of groups) {
    while (isLater(t, times[time]?.t ?? t)) time += 1;
    const from = places[time] ?? 0;
    const before = instants.at(-1);
    let x = from;
    for (let step = first; step <= last; step += 1) {
      left[step] = begin[step] = x;
      x += widths[step] ?? COLUMN;
    }
    if (before !== undefined) {
      begin[first] = before.to;
      const blocker = blockers[first] ?? -1;
      const kind = blocker >= 0 || steps[first]?.kind === 'block' ? 'block' : 'jump';
      const lane = blocker < 0 ? undefined : blocker;
      stretches.push({ kind, step: first, seconds: t - before.t, lane, from: before.to, to: from });
    }
    instants.push({ t, first, last, from, to: from + (times[time]?.units ?? 0) });
  }
  const width = (places.at(-1) ?? 0) + TAIL;
  const clamp = (step: number): number => Math.max(0, Math.min(step, steps.length - 1));
  return {
    width,
    instants,
    stretches,
    left: (step) => left[clamp(step)] ?? 0,
    right: (step) => (left[clamp(step)] ?? 0) + (widths[clamp(step)] ?? 0),
    begin: (step) => begin[clamp(step)] ?? 0,
    stepAt(x) {
      let low = 0;
      let high = steps.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((begin[middle] ?? 0) <= x) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
