/** How two runs stand at a moment: how many tasks each has in flight, who still waits, who began when. It says what lies behind a difference. */
import { isMain } from './compare-lanes.ts';
import { countedAt, endOfInstant, firstUnequal, isLater, isSame, type Counts } from './compare-meetings.ts';
import { endedIn, otherOf, warnedIn, type Found, type FoundOf, type Runs } from './compare-ends.ts';
import type { Behind, Counted, Meeting, Printed, Side, Warned } from './comparison.ts';
import type { Playback, Span } from './playback.ts';

/** For each step: how many tasks are in flight by its end, the main ones and the runtime's own not counted. */
export function inFlight({ lanes, steps }: Playback): Int32Array {
  const changes = new Int32Array(steps.length + 1);
  for (const lane of lanes) {
    const [first, last] = [lane.spans[0], lane.spans.at(-1)];
    if (lane.kind !== 'task' || lane.internal || isMain(lane) || first === undefined || last === undefined) continue;
    changes[first.from] = (changes[first.from] ?? 0) + 1;
    if (isOver(last)) changes[last.from] = (changes[last.from] ?? 0) - 1;
  }
  let count = 0;
  return changes.map((change) => (count += change));
}

const isOver = ({ state }: Span): boolean => state === 'finished' || state === 'failed' || state === 'cancelled';

/** A line that comes at different times, or in one run only. */
interface Pair {
  readonly yours?: Printed;
  readonly reference?: Printed;
}

/** What lies behind a difference. */
export function behindOf(runs: Runs, meetings: readonly Meeting[], flights: Counts, found: Found): Behind {
  const { kind } = found;
  const ended = kind === 'returned' ? endedIn(runs) : undefined;
  const warned = kind === 'warned' ? undefined : warnedIn(runs);
  const atOnce = kind === 'line' || kind === 'ended' ? unequalBy(meetings, flights, found) : undefined;
  const t = atOnce?.t ?? found.t;
  const isMoved = kind === 'line' && found.yours !== undefined && found.reference !== undefined;
  const started = isMoved ? startedOf(runs, found) : undefined;
  const waiting =
    kind === 'line'
      ? waitingToPrint(runs, meetings, found, t)
      : kind === 'ended'
        ? waitingToEnd(runs, meetings, found.t)
        : undefined;
  return {
    ...(atOnce === undefined ? {} : { atOnce }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(started === undefined ? {} : { started }),
    ...(ended === undefined ? {} : { ended: { yours: ended.yours, reference: ended.reference } }),
    ...(warned === undefined ? {} : { warned: warningOf(warned) }),
  };
}

const warningOf = ({ in: side, text, position }: FoundOf<'warned'>): Warned => ({
  in: side,
  text,
  ...(position === undefined ? {} : { position }),
});

/** The numbers of tasks in flight where they differ: when the difference comes about, or else the first time before. */
function unequalBy(meetings: readonly Meeting[], flights: Counts, { t, kind }: Found): Counted | undefined {
  const now = kind === 'line' ? countedAt(meetings, flights, endOfInstant(meetings, t)) : undefined;
  return now !== undefined && now.yours !== now.reference ? now : firstUnequal(meetings, flights, t);
}

/**
 * Who waits in the run that prints a line later: the task that will print it, the one that plays the part of the other's, or else the main one. Of a line that
 * a run never prints it is only told who waits for ever.
 */
function waitingToPrint(runs: Runs, meetings: readonly Meeting[], line: Pair, t: number): Behind['waiting'] {
  const side: Side = (line.yours?.t ?? Infinity) > (line.reference?.t ?? Infinity) ? 'yours' : 'reference';
  const [own, other] = [line[side], line[otherOf(side)]];
  if (own !== undefined && other !== undefined && own.text !== other.text) return undefined;
  const partner = other?.lane === undefined ? undefined : runs.partners[otherOf(side)].get(other.lane);
  const waiting = waitingIn(runs, meetings, side, t, [own?.lane, partner]);
  return own === undefined && waiting?.until !== undefined && waiting.isCancelled !== true ? undefined : waiting;
}

/** What the main task of the run that takes longer waits for when the other ends. */
function waitingToEnd(runs: Runs, meetings: readonly Meeting[], t: number): Behind['waiting'] {
  const side: Side = isLater(runs.yours.record.elapsed, runs.reference.record.elapsed) ? 'yours' : 'reference';
  return waitingIn(runs, meetings, side, t, []);
}

/** The first of these lanes, or else the main one, that waits by the end of an instant. */
function waitingIn(
  runs: Runs,
  meetings: readonly Meeting[],
  side: Side,
  t: number,
  lanes: readonly (number | undefined)[],
): Behind['waiting'] {
  const run = runs[side];
  const step = meetings[endOfInstant(meetings, t)]?.[side] ?? 0;
  const main = run.lanes.findIndex((lane, place) => isMain(lane) && run.spanOf(place, step)?.state === 'waiting');
  for (const lane of [...lanes, main]) {
    const span = lane === undefined ? undefined : run.spanOf(lane, step);
    if (lane === undefined || span?.state !== 'waiting') continue;
    const { waits, position, to } = span;
    const end = run.lanes[lane]?.spans.at(-1);
    const until = end === span ? undefined : run.steps[to]?.t;
    const isCancelled = end?.state === 'cancelled' && until !== undefined && isSame(run.steps[end.from]?.t ?? NaN, until);
    const isForEver = until === undefined || (isCancelled && run.record.outcome === 'deadlock');
    return {
      in: side,
      t,
      lane,
      ...(waits === undefined ? {} : { waits }),
      ...(isForEver ? {} : { until, isCancelled }),
      ...(position === undefined ? {} : { position }),
    };
  }
  return undefined;
}

/** When the two tasks that print the line began, where they play the same part and began at different times. */
function startedOf({ yours, reference, partners }: Runs, line: Pair): Behind['started'] {
  const lane = line.yours?.lane ?? (line.reference?.lane === undefined ? undefined : partners.reference.get(line.reference.lane));
  const other = lane === undefined ? undefined : partners.yours.get(lane);
  if (lane === undefined || other === undefined) return undefined;
  const [own, theirs] = [beganAt(yours, lane), beganAt(reference, other)];
  return own === undefined || theirs === undefined || isSame(own, theirs)
    ? undefined
    : { yours: { lane, t: own }, reference: { lane: other, t: theirs } };
}

function beganAt({ lanes, steps }: Playback, lane: number): number | undefined {
  const first = lanes[lane]?.spans.find(({ state }) => state === 'running');
  return first === undefined ? undefined : steps[first.from]?.t;
}
