/** Where two runs meet: aligned by virtual time first, and within one time step by step. */
import type { Counted, Meeting, Side } from './comparison.ts';
import type { Playback, Step } from './playback.ts';

/** Two virtual times that differ by less than this, relative to their size, are one: sums of decimals differ in their last digits. */
const EPSILON = 1e-9;

export const isLater = (t: number, than: number): boolean => t - than > EPSILON * Math.max(1, Math.abs(than));
export const isSame = (a: number, b: number): boolean => !isLater(a, b) && !isLater(b, a);

/** The steps of one virtual time. */
interface Instant {
  readonly t: number;
  readonly first: number;
  last: number;
}

function instantsOf(steps: readonly Step[]): Instant[] {
  const instants: Instant[] = [];
  steps.forEach(({ t }, step) => {
    const instant = instants.at(-1);
    if (instant === undefined || isLater(t, instant.t)) instants.push({ t, first: step, last: step });
    else instant.last = step;
  });
  return instants;
}

/** Both runs' moments. While one has no step at a time, it stays where it was. */
export function meetingsOf(yours: Playback, reference: Playback): Meeting[] {
  const [ours, theirs] = [instantsOf(yours.steps), instantsOf(reference.steps)];
  const meetings: Meeting[] = [];
  const at = { yours: 0, reference: 0 };
  let [own, other] = [0, 0];
  while (own < ours.length || other < theirs.length) {
    const t = Math.min(ours[own]?.t ?? Infinity, theirs[other]?.t ?? Infinity);
    const now = { yours: instantAt(ours[own], t), reference: instantAt(theirs[other], t) };
    if (now.yours !== undefined) own += 1;
    if (now.reference !== undefined) other += 1;
    const count = Math.max(lengthOf(now.yours), lengthOf(now.reference));
    for (let step = 0; step < count; step += 1) {
      for (const side of ['yours', 'reference'] as const) {
        const instant = now[side];
        if (instant !== undefined) at[side] = Math.min(instant.first + step, instant.last);
      }
      meetings.push({ t, ...at });
    }
  }
  return meetings;
}

const instantAt = (instant: Instant | undefined, t: number): Instant | undefined =>
  instant !== undefined && isSame(instant.t, t) ? instant : undefined;

const lengthOf = (instant: Instant | undefined): number => (instant === undefined ? 0 : instant.last - instant.first + 1);

/** The first meeting by which a run has come to a step. */
export function meetingOf(meetings: readonly Meeting[], side: Side, step: number): number {
  let [low, high] = [0, Math.max(0, meetings.length - 1)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((meetings[middle]?.[side] ?? 0) >= step) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last meeting of an instant, or of the last one before it. */
export function endOfInstant(meetings: readonly Meeting[], t: number): number {
  let [low, high] = [0, Math.max(0, meetings.length - 1)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isLater(meetings[middle]?.t ?? 0, t)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** For each run and each of its steps: how many there are by its end. */
export interface Counts {
  readonly yours: Int32Array;
  readonly reference: Int32Array;
}

/** What is counted by a meeting. */
export function countedAt(meetings: readonly Meeting[], counts: Counts, meeting: number): Counted {
  const { t = 0, yours = 0, reference = 0 } = meetings[meeting] ?? {};
  return { t, meeting, yours: counts.yours[yours] ?? 0, reference: counts.reference[reference] ?? 0 };
}

/** The first instant, up to `until`, by whose end the numbers differ. */
export function firstUnequal(meetings: readonly Meeting[], counts: Counts, until: number): Counted | undefined {
  for (const [at, { t }] of meetings.entries()) {
    if (isLater(t, until)) return undefined;
    const isLast = !isSame(meetings[at + 1]?.t ?? Infinity, t);
    const found = isLast ? countedAt(meetings, counts, at) : undefined;
    if (found !== undefined && found.yours !== found.reference) return found;
  }
  return undefined;
}

/** The first instant at which one run has steps and the other none: its first meeting, and whose the steps are. */
export function firstAlone(meetings: readonly Meeting[]): { readonly in: Side; readonly meeting: number } | undefined {
  let first = 0;
  for (const [at, { t, ...now }] of meetings.entries()) {
    if (isSame(meetings[at + 1]?.t ?? Infinity, t)) continue;
    const before = meetings[first - 1];
    const still = (['yours', 'reference'] as const).find((side) => before?.[side] === now[side]);
    if (still !== undefined) return { in: still === 'yours' ? 'reference' : 'yours', meeting: first };
    first = at + 1;
  }
  return undefined;
}
