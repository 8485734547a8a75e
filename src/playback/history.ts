/**
 * What the loop held, and from which step to which: handles in the ready queue, in the order in which they joined it, and timers.
 *
 * Keeps true: by the end of each `iter` the queue has as many entries as the loop said. A handle leaves the queue when it runs, when it is passed over
 * (cancelled), or with its loop. That a handle is cancelled is told by no event: one that is passed over, and never runs, was.
 */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { numberOf, takenBy, textOf, whenOf } from './fields.ts';
import type { Identities } from './identities.ts';
import type { Queued, Timer } from './playback.ts';
import type { StepDraft } from './steps.ts';
import { TimerTable, type TimerEntry } from './timer-table.ts';

/** A handle's time in the queue: `until` is the step by whose end it is in it no more. */
export type QueueEntry = { -readonly [K in keyof Queued]: Queued[K] } & { until: number };

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

export function historyOf(record: RunRecord, steps: readonly StepDraft[], { laneOfTask }: Identities): History {
  const { events } = record;
  const queue: QueueEntry[] = [];
  const places = new Map<string, number>();
  const timers = new TimerTable();
  const runs = new Map<string, number>();
  const size = steps.length;
  const history = {
    queue,
    timers: timers.all,
    head: new Int32Array(size),
    tail: new Int32Array(size),
    batch: new Int32Array(size),
  };
  let batches: Batch[] = [];
  let head = 0;
  /** Up to where the entries belong to iterations that have begun. */
  let begun = 0;

  events.forEach((event, index) => {
    const handle = takenBy(event);
    if (handle !== undefined) runs.set(handle, index);
  });
  recallLost();
  steps.forEach((step, place) => {
    for (let index = step.first; index <= step.last; index += 1) {
      const event = events[index];
      if (event !== undefined) follow(event, step, place);
    }
    while (head < queue.length && (queue[head]?.until ?? 0) <= place) head += 1;
    history.head[place] = head;
    history.tail[place] = queue.length;
    history.batch[place] = Math.max(0, batches.at(-1)?.left ?? 0);
  });
  return history;

  function follow(event: TraceEvent, step: StepDraft, place: number): void {
    switch (event.ev) {
      case 'ready.push':
        join(named(event), place, laneOfTask(numberOf(event, 'serial')));
        break;
      case 'timer.set':
        timers.set({ ...named(event), when: whenOf(event), since: place, by: step.running.at(-1) });
        break;
      case 'timer.cancel':
        timers.cancel(textOf(event, 'handle') ?? '', place);
        break;
      case 'clock.jump':
        timers.prune();
        break;
      case 'iter':
        iterate(event, step, place);
        break;
      case 'loop.close':
        closeLoop(place);
        break;
      default: {
        const handle = takenBy(event);
        if (handle !== undefined) take(handle, step, place);
      }
    }
  }

  function join({ handle, callback }: Named, since: number, lane?: number): void {
    places.set(handle, queue.length);
    queue.push({ handle, callback, ...(lane === undefined ? {} : { lane }), since, until: Infinity });
  }

  /** Runs the handle: those in front of it that never run are passed over. */
  function take(handle: string, step: StepDraft, place: number): void {
    const at = places.get(handle);
    const depth = step.running.length - (step.kind === 'start' || step.kind === 'resume' ? 1 : 0);
    while ((batches.at(-1)?.depth ?? 0) > depth) batches.pop();
    if (at === undefined) return;
    const left = leave(at + 1, place, (entry) => entry.handle === handle || !runs.has(entry.handle), handle);
    const batch = batches.at(-1);
    if (batch !== undefined) batch.left -= left;
  }

  /** Takes those of the first entries, up to `end`, out of which `goes` is true. @returns how many */
  function leave(end: number, place: number, goes: (entry: QueueEntry) => boolean, running?: string): number {
    let count = 0;
    for (let at = head; at < end; at += 1) {
      const entry = queue[at];
      if (entry === undefined || entry.until <= place || !goes(entry)) continue;
      entry.until = place;
      if (running !== undefined && entry.handle !== running) entry.skipped = true;
      count += 1;
    }
    return count;
  }

  /** An iteration begins: what the last one left is cancelled, or was broken off with it; timers that are due join. */
  function iterate(event: TraceEvent, step: StepDraft, place: number): void {
    timers.prune();
    const ready = numberOf(event, 'ready') ?? 0;
    const alive = queue.slice(head).filter(({ until }) => until > place);
    const over = alive.filter((entry) => (places.get(entry.handle) ?? begun) < begun && !willRun(entry, event));
    const { length: due } = timers.due(step.t, Infinity);
    let extra = alive.length + due - ready;
    for (const entry of over) {
      if (extra <= 0) break;
      entry.until = place;
      entry.skipped = true;
      extra -= 1;
    }
    for (const timer of timers.takeDue(step.t, ready - (alive.length - over.filter(({ until }) => until <= place).length), place))
      join(timer, place);
    const depth = step.running.length;
    batches = batches.filter((batch) => batch.depth < depth);
    batches.push({ depth, left: ready });
    begun = queue.length;
  }

  function willRun({ handle }: QueueEntry, now: TraceEvent): boolean {
    const at = runs.get(handle);
    return at !== undefined && (events[at]?.i ?? 0) > now.i;
  }

  function closeLoop(place: number): void {
    leave(queue.length, place, ({ handle }) => !runs.has(handle));
    timers.clear(place, (handle) => !runs.has(handle));
    batches = [];
  }

  /** What was queued and set before the record's first event, as far as it is told of later. */
  function recallLost(): void {
    const made = new Set<string>();
    let iterations = 0;
    for (const event of events) {
      const handle = textOf(event, 'handle');
      if (event.ev === 'iter') iterations += 1;
      if (handle === undefined || made.has(handle)) continue;
      made.add(handle);
      const isTimer = event.ev === 'timer.fire' || event.ev === 'timer.cancel';
      if (isTimer && (iterations > 0 || event.ev === 'timer.cancel'))
        timers.set({ ...named(event), when: whenOf(event), since: 0, by: undefined });
      else if (takenBy(event) !== undefined) {
        const lane = event.ev.startsWith('task.') ? laneOfTask(numberOf(event, 'serial')) : undefined;
        join({ handle, callback: textOf(event, 'callback') ?? `${textOf(event, 'task') ?? ''}.step` }, 0, lane);
      }
    }
    begun = queue.length;
  }
}

/** A handle, and what it calls. */
type Named = Pick<Queued, 'handle' | 'callback'>;

function named(event: TraceEvent): Named {
  return { handle: textOf(event, 'handle') ?? '', callback: textOf(event, 'callback') ?? '' };
}

/** A timer as `Moment` tells it. */
export function asTimer({ handle, callback, when, since, by }: TimerEntry, lanes: readonly number[]): Timer {
  return { handle, callback, when, lanes, since, ...(by === undefined ? {} : { by }) };
}
