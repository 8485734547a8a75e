/** The loop by the end of any step, from its history: a queue is a stretch of all entries, timers are those of the last checkpoint and those set since. */
import type { RunRecord } from '../record/index.ts';
import { asTimer, type History } from './history.ts';
import type { Lane, Moment, Queued, Timer, Waits } from './playback.ts';
import { spanAt } from './spans.ts';
import type { StepDraft } from './steps.ts';
import type { TimerEntry } from './timer-table.ts';

/** Steps between two checkpoints of the timers. */
const CHECKPOINT = 64;

export function momentsOf(
  record: RunRecord,
  steps: readonly StepDraft[],
  lanes: readonly Lane[],
  history: History,
): (step: number) => Moment {
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
    for (let at = next; at < history.timers.length; at += 1) {
      const timer = history.timers[at];
      if (timer === undefined || timer.since > place) break;
      if (timer.until > place) set.push(timer);
    }
    return set.sort(bySoonest).map((timer) => asTimer(timer, waitersAt(timer, place)));
  }

  /** The tasks that wait for a timer. */
  function waitersAt({ callback }: TimerEntry, place: number): readonly number[] {
    const future = FUTURES.exec(callback)?.[1];
    if (future === undefined) return [];
    return (waiters.get(future) ?? []).filter((lane) => futureOf(spanAt(lanes[lane]?.spans ?? [], place)?.waits) === future);
  }
}

const FUTURES = /^[^()]*\((F\d+)[,)]/;

function bySoonest(a: TimerEntry, b: TimerEntry): number {
  return a.when === b.when ? a.since - b.since : a.when - b.when;
}

function queueAt({ queue, head, tail }: History, place: number): readonly Queued[] {
  return queue
    .slice(head[place], tail[place])
    .filter(({ until }) => until > place)
    .map(({ until: _, ...entry }) => entry);
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
    checkpoints.push({ kept: [...kept], next });
  }
  return checkpoints;
}

/** How many lines are printed by the end of each step. */
function printedBy({ output, events }: RunRecord, steps: readonly StepDraft[]): Int32Array {
  const printed = new Int32Array(steps.length);
  let left = steps.reduce((count, { kind }) => count + (kind === 'print' ? 1 : 0), 0);
  steps.forEach(({ kind }, place) => {
    if (kind === 'print') left -= 1;
    printed[place] = kind === 'begin' && events.length === 0 ? 0 : Math.max(output.length - left, 0);
  });
  return printed;
}

/** The lanes that ever wait for each future. */
function waitersOf(lanes: readonly Lane[]): ReadonlyMap<string, readonly number[]> {
  const waiters = new Map<string, number[]>();
  lanes.forEach(({ spans }, lane) => {
    for (const { waits } of spans) {
      const future = futureOf(waits);
      const known = future === undefined ? undefined : waiters.get(future);
      if (known === undefined) {
        if (future !== undefined) waiters.set(future, [lane]);
      } else if (!known.includes(lane)) known.push(lane);
    }
  });
  return waiters;
}

function futureOf(waits: Waits | undefined): string | undefined {
  return waits === undefined || !('future' in waits) ? undefined : waits.future;
}
