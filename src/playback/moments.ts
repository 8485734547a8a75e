/** The loop by the end of any step, from its history: a queue is a stretch of all its entries, timers are those of the last checkpoint and those set since. */
import type { RunRecord } from '../record/index.ts';
import type { History } from './history.ts';
import type { Lane, Moment, Queued, Timer } from './playback.ts';
import { spanAt } from './spans.ts';
import type { StepDraft } from './steps.ts';
import type { TimerEntry } from './timer-table.ts';
import { awaited } from './waits.ts';

/** Steps between two checkpoints of the timers. */
const CHECKPOINT = 64;

interface MomentsSource {
  readonly record: RunRecord;
  readonly steps: readonly StepDraft[];
  readonly lanes: readonly Lane[];
  readonly history: History;
}

export function momentsOf({ record, steps, lanes, history }: MomentsSource): (step: number) => Moment {
  const printed = printedBy(record, steps);
  const checkpoints = checkpointsOf(history.timers, steps.length);
  const waiters = waitersOf(lanes);
  let last: Moment | undefined;

  return (asked) => {
    const place = Math.min(Math.max(Number.isNaN(asked) ? 0 : Math.trunc(asked), 0), steps.length - 1);
    if (last?.step !== place) last = momentAt(place);
    return last;
  };

  function momentAt(place: number): Moment {
    const step = steps[place];
    const queue = queueAt(history, place);
    return {
      step: place,
      t: step?.t ?? 0,
      it: step?.it ?? 0,
      running: step?.running ?? [],
      queue,
      batch: Math.min(history.batch[place] ?? 0, queue.length),
      timers: timersAt(place),
      printed: printed[place] ?? 0,
      ...(step?.position === undefined ? {} : { position: step.position }),
    };
  }

  function timersAt(place: number): readonly Timer[] {
    const { kept, next } = checkpoints[Math.floor(place / CHECKPOINT)] ?? { kept: [], next: 0 };
    const set = kept.filter(({ until }) => until > place);
    for (let at = next; (history.timers[at]?.since ?? Infinity) <= place; at += 1) {
      const timer = history.timers[at];
      if (timer !== undefined && timer.until > place) set.push(timer);
    }
    return set.sort(bySoonest).map((timer) => told(timer, place));
  }

  function told({ handle, callback, when, since, future, by }: TimerEntry, place: number): Timer {
    const waiting = future === undefined ? [] : [...(waiters.get(future) ?? [])];
    const still = waiting.filter((lane) => awaited(spanAt(lanes[lane]?.spans ?? [], place)?.waits) === future);
    return { handle, callback, when, lanes: still, since, ...(by === undefined ? {} : { by }) };
  }
}

function bySoonest(a: TimerEntry, b: TimerEntry): number {
  return a.when === b.when ? 0 : a.when - b.when;
}

function queueAt({ queue, head, tail }: History, place: number): readonly Queued[] {
  const entries: Queued[] = [];
  for (let at = head[place] ?? 0; at < (tail[place] ?? 0); at += 1) {
    const entry = queue[at];
    if (entry !== undefined && entry.until > place) entries.push(entry.queued);
  }
  return entries;
}

interface Checkpoint {
  /** Timers that are set by the end of its step. */
  readonly kept: readonly TimerEntry[];
  /** Those from here on are set later. */
  readonly next: number;
}

function checkpointsOf(timers: readonly TimerEntry[], steps: number): readonly Checkpoint[] {
  const checkpoints: Checkpoint[] = [];
  let kept: TimerEntry[] = [];
  let next = 0;
  for (let place = 0; place < steps; place += CHECKPOINT) {
    for (let timer = timers[next]; timer !== undefined && timer.since <= place; timer = timers[next]) {
      kept.push(timer);
      next += 1;
    }
    kept = kept.filter(({ until }) => until > place);
    checkpoints.push({ kept, next });
    kept = [...kept];
  }
  return checkpoints;
}

/** How many lines are printed by the end of each step; of a record without events, nothing is known but the end. */
function printedBy({ output, events }: RunRecord, steps: readonly StepDraft[]): Int32Array {
  const printed = new Int32Array(steps.length);
  let left = events.length === 0 ? output.length : steps.reduce((count, { kind }) => count + (kind === 'print' ? 1 : 0), 0);
  steps.forEach(({ kind }, place) => {
    if (kind === 'print') left -= 1;
    else if (kind === 'end' && events.length === 0) left = 0;
    printed[place] = Math.max(output.length - left, 0);
  });
  return printed;
}

/** The lanes that ever wait for each future. */
function waitersOf(lanes: readonly Lane[]): ReadonlyMap<string, ReadonlySet<number>> {
  const waiters = new Map<string, Set<number>>();
  lanes.forEach(({ spans }, lane) => {
    for (const { waits } of spans) {
      const future = awaited(waits);
      if (future === undefined) continue;
      const known = waiters.get(future);
      if (known === undefined) waiters.set(future, new Set([lane]));
      else known.add(lane);
    }
  });
  return waiters;
}
