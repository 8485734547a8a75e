/**
 * What the loop held, and from which step to which: handles in the ready queue, in the order in which they joined it, and timers.
 *
 * Keeps true: by the end of each `iter` the queue has as many entries as the loop said. A handle leaves the queue when it runs, when it is passed over
 * (cancelled), or with its loop. No event tells that a handle is cancelled: one that is passed over, and never runs, was.
 */
import type { EventName, RunRecord, TraceEvent } from '../record/index.ts';
import { futureOf, handleOf, numberOf, takenBy, textOf, timeOf, whenOf } from './fields.ts';
import { isWhole, NOBODY, type Identities } from './identities.ts';
import type { Queued } from './playback.ts';
import type { StepDraft } from './steps.ts';
import type { Threads } from './threads.ts';
import { TimerTable, type TimerEntry } from './timer-table.ts';

/** A handle's time in the queue: `until` is the step by whose end it is in it no more. */
interface QueueEntry {
  readonly queued: { -readonly [K in keyof Queued]: Queued[K] };
  until: number;
}

/** All that the loop ever held. */
export interface History {
  /** In the order in which they joined. */
  readonly queue: readonly QueueEntry[];
  /** For each step: the first entry that may still be in the queue by its end, and the one after the last. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** For each step: how many entries this iteration still has to run. */
  readonly batch: Int32Array;
  /** In the order in which they were set. */
  readonly timers: readonly TimerEntry[];
}

/** An iteration under way; one within another where a thread lets its loop turn. */
interface Batch {
  /** How many tasks were on the stack when it began. */
  readonly depth: number;
  left: number;
}

export interface HistorySource {
  readonly record: RunRecord;
  readonly identities: Identities;
  readonly steps: readonly StepDraft[];
  readonly threads: Threads;
}

export function historyOf({ record, identities: { laneOfTask }, steps, threads }: HistorySource): History {
  const { events } = record;
  const queue: QueueEntry[] = [];
  const places = new Map<string, number>();
  const timers = new TimerTable();
  /** Where each handle runs that does. */
  const runs = new Map<string, number>();
  const size = steps.length;
  const [heads, tails, batch] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const batches: Batch[] = [];
  let head = 0;
  /** Up to where the entries belong to iterations that have begun. */
  let begun = 0;

  const changes: Readonly<Partial<Record<EventName, (event: TraceEvent, place: number) => void>>> = {
    'ready.push': (event, place) => {
      join(handleOf(event), place, laneOfTask(numberOf(event, 'serial')));
    },
    'timer.set': (event, place) => {
      setTimer(event, place, steps[place]?.by);
    },
    'timer.cancel': (event, place) => {
      timers.cancel(handleOf(event).handle, place);
    },
    'clock.jump': sleeps,
    deadlock: sleeps,
    iter: iterate,
    'loop.close': (_event, place) => {
      for (const entry of queue.slice(head)) if (!runs.has(entry.queued.handle)) entry.until = Math.min(entry.until, place);
      timers.clear(place, (handle) => !runs.has(handle));
      batches.length = 0;
    },
    'handle.run': take,
    'timer.fire': take,
    'task.start': take,
    'task.resume': take,
  };

  events.forEach((event, index) => {
    const handle = takenBy(event);
    if (handle !== undefined) runs.set(handle, index);
  });
  if (!isWhole(record)) recallLost();
  steps.forEach((step, place) => {
    for (let index = step.first; index <= step.last; index += 1) {
      const event = events[index];
      if (event !== undefined) changes[event.ev]?.(event, place);
    }
    while (head < queue.length && (queue[head]?.until ?? 0) <= place) head += 1;
    heads[place] = head;
    tails[place] = queue.length;
    batch[place] = Math.max(0, batches.at(-1)?.left ?? 0);
  });
  return { queue, timers: timers.all, head: heads, tail: tails, batch };

  function join({ handle, callback }: Pick<Queued, 'handle' | 'callback'>, since: number, lane?: number): void {
    places.set(handle, queue.length);
    const queued = lane === undefined ? { handle, callback, since } : { handle, callback, lane, since };
    queue.push({ queued, until: Infinity });
  }

  function setTimer(event: TraceEvent, since: number, by = NOBODY): void {
    const { handle, callback } = handleOf(event);
    const future = futureOf(callback) ?? threads.futureOf(threads.deliveredBy(handle));
    timers.set({ handle, callback, when: whenOf(event), since, future, by: by === NOBODY ? undefined : by });
  }

  /** A handle runs: those in front of it that never do are passed over. */
  function take(event: TraceEvent, place: number): void {
    const handle = takenBy(event);
    if (handle === undefined) return; // an eager task's first step
    endBatches(depthAt(event, place) + 1);
    const at = places.get(handle);
    const entry = at === undefined ? undefined : queue[at];
    if (at === undefined || entry === undefined) {
      timers.fire(handle, place);
      return;
    }
    const passed = passOver(at, place);
    entry.until = Math.min(entry.until, place);
    const now = batches.at(-1);
    if (now !== undefined) now.left -= passed + 1;
  }

  /** The loop sleeps, or would for ever: only when nothing is left to run. */
  function sleeps(_event: TraceEvent, place: number): void {
    passOver(queue.length, place);
  }

  /** Iterations are over that began with so many tasks on the stack, or with more. */
  function endBatches(depth: number): void {
    while ((batches.at(-1)?.depth ?? -1) >= depth) batches.pop();
  }

  /** How many tasks are on the stack around what an event begins. */
  function depthAt({ ev }: TraceEvent, place: number): number {
    return (steps[place]?.running.length ?? 0) - (ev === 'task.start' || ev === 'task.resume' ? 1 : 0);
  }

  /** Takes out which of the first entries never run. @returns how many */
  function passOver(end: number, place: number, most = Infinity): number {
    let passed = 0;
    for (let at = head; at < end && passed < most; at += 1) {
      const entry = queue[at];
      if (entry === undefined || entry.until <= place || runs.has(entry.queued.handle)) continue;
      entry.until = place;
      entry.queued.skipped = true;
      passed += 1;
    }
    return passed;
  }

  /** An iteration begins. What the last one left was cancelled, or else that iteration was broken off; timers that are due join. */
  function iterate(event: TraceEvent, place: number): void {
    timers.prune();
    const ready = numberOf(event, 'ready') ?? 0;
    const due = timers.due(timeOf(event, 0));
    let waiting = 0;
    for (let at = head; at < queue.length; at += 1) if ((queue[at]?.until ?? 0) > place) waiting += 1;
    waiting -= passOver(begun, place, waiting + due - ready);
    for (const timer of inOrder(timers.take(Math.min(due, ready - waiting), place))) join(timer, place);
    const depth = depthAt(event, place);
    endBatches(depth);
    batches.push({ depth, left: ready });
    begun = queue.length;
  }

  /** Moments in a record are rounded: of timers that seem to be set for the same one, the order in which they run tells which was first. */
  function inOrder(due: readonly TimerEntry[]): readonly TimerEntry[] {
    const firing = due.filter(({ handle }) => runs.has(handle));
    firing.sort((a, b) => (runs.get(a.handle) ?? 0) - (runs.get(b.handle) ?? 0));
    let next = 0;
    return due.map((timer) => (runs.has(timer.handle) ? (firing[next++] ?? timer) : timer));
  }

  /** What was queued and set before the record's first event, as far as it is told of later. */
  function recallLost(): void {
    const known = new Set<string>();
    const set: TraceEvent[] = [];
    let turned = false;
    for (const event of events) {
      turned ||= event.ev === 'iter';
      const { handle, callback } = handleOf(event);
      if (handle === '' || known.has(handle)) continue;
      known.add(handle);
      if (event.ev === 'timer.cancel' || (event.ev === 'timer.fire' && turned)) set.push(event);
      else if (takenBy(event) !== undefined) {
        const lane = laneOfTask(numberOf(event, 'serial'));
        join({ handle, callback: callback === '' ? `${textOf(event, 'task') ?? ''}.step` : callback }, 0, lane);
      }
    }
    begun = queue.length;
    // Handles are numbered as they are made.
    set.sort((a, b) => handleOf(a).handle.localeCompare(handleOf(b).handle, 'en', { numeric: true }));
    for (const event of set) setTimer(event, 0);
  }
}
