/**
 * Why a step runs now: goes back from what was taken from the ready queue to what put it there, and from a future's end to what ended it.
 *
 * Keeps true: each link lies before the one after it, so every chain ends; of a long one the last links are told.
 */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { endOf, numberOf, textOf, whenOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';
import type { Cause, Lane } from './playback.ts';
import { OUTSIDE } from './stack.ts';
import type { StepDraft } from './steps.ts';
import type { Threads } from './threads.ts';

/** Links that are told. */
const MAX_LINKS = 6;

export interface Told {
  readonly record: RunRecord;
  readonly identities: Identities;
  readonly steps: readonly StepDraft[];
  readonly stepOf: Int32Array;
  readonly lanes: readonly Lane[];
  readonly threads: Threads;
}

export function causesOf({ record, identities, steps, stepOf, lanes, threads }: Told): (step: number) => readonly Cause[] {
  const { events } = record;
  const { laneOf, laneOfTask } = identities;
  /** Where handles were queued, timers set, futures and lanes ended, lanes made; places of events. */
  const queued = new Map<string, number>();
  const set = new Map<string, number>();
  const ended = new Map<string, number>();
  const over = new Map<number, number>();
  const made = new Map<number, number>();
  /** For each lane, where it was cancelled. */
  const cancels = new Map<number, number[]>();
  events.forEach(note);

  return (asked) => {
    const step = steps[asked];
    if (step === undefined) return [];
    const chain = step.within === asked ? arriving(asked, MAX_LINKS) : through(step.within, MAX_LINKS);
    return chain.slice(-MAX_LINKS);
  };

  function note(event: TraceEvent, index: number): void {
    const lane = laneOf[index] ?? NOBODY;
    const handle = textOf(event, 'handle') ?? '';
    const future = textOf(event, 'future') ?? '';
    if (event.ev === 'ready.push') queued.set(handle, index);
    else if (event.ev === 'timer.set') set.set(handle, index);
    else if (event.ev === 'future.done') ended.set(future, index);
    else if (event.ev === 'task.done') over.set(lane, index);
    else if (event.ev === 'task.create') made.set(lane, index);
    else if (event.ev === 'task.cancel') {
      const all = cancels.get(lane);
      if (all === undefined) cancels.set(lane, [index]);
      else all.push(index);
    }
  }

  /** Why what begins in this step begins: a task's step, a timer, a callback. */
  function arriving(place: number, room: number): readonly Cause[] {
    const step = steps[place];
    const event = step === undefined ? undefined : events[step.event];
    if (step === undefined || event === undefined || room <= 0) return [];
    if (step.kind === 'timer') return setting(textOf(event, 'handle') ?? '', room);
    if (step.kind === 'callback') return calling(event, room);
    const lane = step.lane ?? NOBODY;
    const chain = step.kind === 'start' ? creating(lane, room) : waking(event, lane, room);
    const since = step.kind === 'start' ? (made.get(lane) ?? 0) : (queued.get(textOf(event, 'handle') ?? '') ?? Infinity);
    const thrown = textOf(event, 'throw')?.startsWith('CancelledError') === true;
    if (!thrown || chain.some(({ because }) => because === 'cancelled')) return chain;
    const cancel = (cancels.get(lane) ?? []).findLast((index) => index < step.event && index > since);
    return cancel === undefined ? chain : [...chain, cancelling(cancel)];
  }

  /** Why something happens within a step of the loop's: that step's causes, and the step itself where it is no task's. */
  function through(place: number, room: number): readonly Cause[] {
    const step = steps[place];
    const event = step === undefined ? undefined : events[step.event];
    if (place === OUTSIDE || step === undefined || event === undefined || room <= 0) return [];
    if (step.kind === 'timer') {
      return [{ because: 'timer', when: whenOf(event), handle: textOf(event, 'handle') ?? '', step: place }];
    }
    if (step.kind !== 'callback') return arriving(place, room);
    return [...calling(event, room - 1), { because: 'callback', callback: textOf(event, 'callback') ?? '', step: place }];
  }

  function creating(lane: number, room: number): readonly Cause[] {
    const index = made.get(lane);
    if (index === undefined || lanes[lane]?.internal === true) return [];
    const step = stepOf[index] ?? 0;
    const { parent } = lanes[lane] ?? {};
    if (parent !== undefined) return [{ because: 'created', lane: parent, step }];
    const within = steps[step]?.within ?? OUTSIDE;
    if (within === OUTSIDE) return [{ because: 'program' }];
    return [...through(within, room - 1), { because: 'created', step }];
  }

  /** Why a task goes on. */
  function waking(event: TraceEvent, lane: number, room: number): readonly Cause[] {
    const task = laneOfTask(numberOf(event, 'wokenByTask'));
    if (task !== undefined) return ending(task);
    const future = textOf(event, 'wokenBy');
    if (future !== undefined) return settling(future, room);
    const index = queued.get(textOf(event, 'handle') ?? '');
    const step = index === undefined ? undefined : steps[stepOf[index] ?? 0];
    if (index === undefined || step === undefined) return [];
    if (step.kind === 'suspend' && step.lane === lane) return [{ because: 'yielded', lane, step: stepOf[index] ?? 0 }];
    const cancel = cancels.get(lane)?.findLast((other) => other < index);
    return cancel === undefined ? [] : [cancelling(cancel)];
  }

  /** A task ended. */
  function ending(lane: number): readonly Cause[] {
    const index = over.get(lane);
    const event = index === undefined ? undefined : events[index];
    return index === undefined || event === undefined
      ? []
      : [{ because: 'task', lane, state: endOf(event), step: stepOf[index] ?? 0 }];
  }

  /** A future ended. */
  function settling(future: string, room: number): readonly Cause[] {
    const index = ended.get(future);
    const event = index === undefined ? undefined : events[index];
    if (index === undefined || event === undefined) return [];
    const place = stepOf[index] ?? 0;
    const step = steps[place];
    const lane = doerOf(step);
    const state = endOf(event);
    const link: Cause = { because: 'future', future, state, step: place, ...(lane === undefined ? {} : { lane }) };
    const thread = threads.laneOf(future);
    if (thread !== undefined && state !== 'cancelled') return [{ because: 'thread', lane: thread, step: place }, link];
    const cancel = state === 'cancelled' ? cancelBefore(index) : undefined;
    const within = step?.within ?? OUTSIDE;
    const before = lane === undefined ? through(within, room - 1 - (cancel === undefined ? 0 : 1)) : [];
    return [...before, ...(cancel === undefined ? [] : [cancelling(cancel)]), link];
  }

  /** The cancellation of a task that came down to a future: right before its end. */
  function cancelBefore(index: number): number | undefined {
    for (let at = index - 1; at >= 0; at -= 1) {
      const event = events[at];
      if (event?.ev === 'task.cancel') return at;
      if (event?.ev !== 'future.done' && event?.ev !== 'ready.push') return undefined;
    }
    return undefined;
  }

  function cancelling(index: number): Cause {
    const step = stepOf[index] ?? 0;
    const by = doerOf(steps[step]);
    return { because: 'cancelled', step, ...(by === undefined ? {} : { lane: by }) };
  }

  /** Who set a timer. */
  function setting(handle: string, room: number): readonly Cause[] {
    const index = set.get(handle);
    return index === undefined ? [] : called(stepOf[index] ?? 0, room);
  }

  /** Why a plain callback runs: a future or a task that it was waiting for ended, or it was to be called soon. */
  function calling(event: TraceEvent, room: number): readonly Cause[] {
    const index = queued.get(textOf(event, 'handle') ?? '');
    if (index === undefined || room <= 0) return [];
    const argument = /\(([^()]*)\)$/.exec(textOf(event, 'callback') ?? '')?.[1];
    let before = index - 1;
    while (events[before]?.ev === 'ready.push') before -= 1;
    const cause = events[before];
    if (cause?.ev === 'task.done' && textOf(cause, 'task') === argument) return ending(laneOf[before] ?? NOBODY);
    const future = cause?.ev === 'future.done' ? textOf(cause, 'future') : undefined;
    if (future !== undefined && future === argument) return settling(future, room);
    return called(stepOf[index] ?? 0, room);
  }

  /** Something was to be called soon, or later. */
  function called(place: number, room: number): readonly Cause[] {
    const step = steps[place];
    const lane = doerOf(step);
    if (lane !== undefined) return [{ because: 'called', lane, step: place }];
    return [...through(step?.within ?? OUTSIDE, room - 1), { because: 'called', step: place }];
  }
}

/** The task that does what a step tells. */
function doerOf(step: StepDraft | undefined): number | undefined {
  return step === undefined || step.by === NOBODY ? undefined : step.by;
}
