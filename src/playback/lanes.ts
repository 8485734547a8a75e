/**
 * What becomes of each lane, step by step: who is ready, runs, waits and on what, blocks, is cancelled and over.
 *
 * Keeps true: a task is ready from the moment at which its next step stands in the queue, and runs from its step's beginning to its end.
 */
import type { EventName, RunRecord, TraceEvent } from '../record/index.ts';
import { endOf, numberOf, placeOf, textOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';
import type { Lane, LaneState } from './playback.ts';
import { Spans } from './spans.ts';
import type { StepDraft } from './steps.ts';
import type { Threads } from './threads.ts';
import { waitsOf } from './waits.ts';

/** Seconds that are no time at all: times in a record are rounded. */
const NO_TIME = 1e-9;

export interface LanesSource {
  readonly record: RunRecord;
  readonly identities: Identities;
  readonly steps: readonly StepDraft[];
  readonly threads: Threads;
}

export function lanesOf({ record, identities, steps, threads }: LanesSource): readonly Lane[] {
  const { events } = record;
  const { lanes: drafts, laneOf, laneOfTask } = identities;
  const spans = drafts.map(() => new Spans());
  /** Lanes whose next step stands in the queue. */
  const queued = new Set<number>();
  /** Who made each future. */
  const makers = new Map<string, number>();
  const waitsFor = waitsOf(record, identities, threads);

  const changes: Readonly<Partial<Record<EventName, (event: TraceEvent, place: number, lane: number) => void>>> = {
    'future.create': (event, place) => {
      const maker = doerAt(place);
      if (maker !== undefined) makers.set(textOf(event, 'future') ?? '', maker);
    },
    'future.done': (event, place) => {
      const lane = threads.laneOf(textOf(event, 'future'));
      if (lane === undefined) return;
      const state = endOf(event);
      // A thread cannot be stopped: it goes on when nobody waits for it any more.
      if (state === 'cancelled' && threads.delivers(lane)) spans[lane]?.cancelling(place, true);
      else end(lane, place, state, textOf(event, 'result'));
    },
    'timer.fire': (event, place) => {
      const lane = threads.deliveredBy(textOf(event, 'handle') ?? '');
      if (lane !== undefined) end(lane, place, 'finished');
    },
    'ready.push': (event, place) => {
      const lane = laneOfTask(numberOf(event, 'serial'));
      if (lane === undefined) return;
      queued.add(lane);
      const known = spans[lane];
      known?.meet(place, 'waiting');
      if (known?.state === 'waiting') known.set(place, { state: 'ready' });
    },
    'clock.block': (event, place) => {
      const lane = doerAt(place);
      if (lane !== undefined) spans[lane]?.block(place, blockedUntil(event, place), placeOf(event));
    },
    'thread.start': (event, place, lane) => {
      setParent(lane, makers.get(textOf(event, 'future') ?? '') ?? doerAt(place));
      spans[lane]?.set(place, { state: 'running' });
    },
    'task.create': (event, place, lane) => {
      if (textOf(event, 'by') !== undefined) setParent(lane, doerAt(place));
      spans[lane]?.set(place, { state: 'ready' });
    },
    'task.start': begins,
    'task.resume': begins,
    'task.suspend': (event, place, lane) => {
      spans[lane]?.meet(place, 'running');
      const state = queued.has(lane) ? 'ready' : 'waiting';
      spans[lane]?.set(place, { state, waits: waitsFor(event), position: placeOf(event) });
    },
    'task.done': (event, place, lane) => {
      spans[lane]?.meet(place, 'running');
      end(lane, place, endOf(event), textOf(event, 'result'));
    },
    'task.cancel': (_event, place, lane) => {
      spans[lane]?.meet(place, 'waiting');
      spans[lane]?.cancelling(place, true);
    },
    'task.uncancel': (event, place, lane) => {
      if (numberOf(event, 'left') === 0) spans[lane]?.cancelling(place, false);
    },
  };

  steps.forEach((step, place) => {
    for (let index = step.first; index <= step.last; index += 1) {
      const event = events[index];
      if (event !== undefined) changes[event.ev]?.(event, place, laneOf[index] ?? NOBODY);
    }
  });
  return drafts.map((draft, lane) => ({ ...draft, spans: spans[lane]?.finish(steps.length - 1) ?? [] }));

  function begins(event: TraceEvent, place: number, lane: number): void {
    queued.delete(lane);
    spans[lane]?.meet(place, 'ready');
    spans[lane]?.set(place, { state: 'running', position: placeOf(event) });
  }

  function end(lane: number, place: number, state: LaneState, result?: string): void {
    const draft = drafts[lane];
    if (draft !== undefined && result !== undefined) draft.result = result;
    if (spans[lane]?.state !== state) spans[lane]?.end(place, state);
  }

  /** The task that does what a step tells. */
  function doerAt(place: number): number | undefined {
    const by = steps[place]?.by ?? NOBODY;
    return by === NOBODY ? undefined : by;
  }

  function setParent(lane: number, parent: number | undefined): void {
    const draft = drafts[lane];
    if (draft !== undefined && parent !== undefined && parent !== lane) draft.parent ??= parent;
  }

  /** The last step in which blocked time passes: threads may go on meanwhile. */
  function blockedUntil(event: TraceEvent, place: number): number {
    const over = event.t + (numberOf(event, 'seconds') ?? 0) - NO_TIME;
    let until = place;
    while ((steps[until + 1]?.t ?? over) < over) until += 1;
    return until;
  }
}
