/**
 * Why a step runs now: goes back from what was taken from the ready queue to what put it there, and from a future's end to what ended it. A task's own step
 * is where a chain begins: that the task ran at all is another question.
 *
 * Keeps true: each link lies before the one after it, so every chain ends; of a long one the last links are told.
 */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { endOf, handleOf, numberOf, textOf, whenOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';
import { originsOf, type Origins } from './origins.ts';
import type { Cause, Lane } from './playback.ts';
import { OUTSIDE } from './stack.ts';
import type { StepDraft } from './steps.ts';
import type { Threads } from './threads.ts';
import { awaited } from './waits.ts';

/** Links that are told. */
const MAX_LINKS = 6;

interface CausesSource {
  readonly record: RunRecord;
  readonly identities: Identities;
  readonly steps: readonly StepDraft[];
  /** For each event, the place of its step. */
  readonly stepOf: Int32Array;
  readonly lanes: readonly Lane[];
  readonly threads: Threads;
}

/** Made when it is first asked. */
export function causesOf(source: CausesSource): (step: number) => readonly Cause[] {
  let causes: Causes | undefined;
  return (step) => (causes ??= new Causes(source)).of(step);
}

class Causes {
  readonly #source: CausesSource;
  readonly #origins: Origins;

  constructor(source: CausesSource) {
    this.#source = source;
    this.#origins = originsOf(source.record, source.identities);
  }

  of(place: number): readonly Cause[] {
    const step = this.#source.steps[place];
    if (step === undefined) return [];
    const chain = step.within === place ? this.#arriving(place, MAX_LINKS) : this.#through(step.within, MAX_LINKS);
    return chain.slice(-MAX_LINKS);
  }

  /** Why what begins in this step begins: a task's step, a timer, a callback. @param room links that are still of use */
  #arriving(place: number, room: number): readonly Cause[] {
    const [step, event] = this.#named(place);
    if (step === undefined || event === undefined || room <= 0) return [];
    if (step.kind === 'timer') return this.#setting(handleOf(event).handle, place, room);
    if (step.kind === 'callback') return this.#calling(event, room);
    const lane = step.lane ?? NOBODY;
    const chain = step.kind === 'start' ? this.#creating(lane, room) : this.#waking(event, lane, room);
    return [...chain, ...this.#cancelledSince(step, event, lane, chain)];
  }

  /** Why something happens within a step of the loop's: that step's causes, and the step itself where it is no task's. */
  #through(place: number, room: number): readonly Cause[] {
    const [step, event] = this.#named(place);
    if (step === undefined || event === undefined || room <= 0) return [];
    const { handle, callback } = handleOf(event);
    if (step.kind === 'timer') return [{ because: 'timer', when: whenOf(event), handle, step: place }];
    if (step.kind !== 'callback') return this.#arriving(place, room);
    return [...this.#calling(event, room - 1), { because: 'callback', callback, step: place }];
  }

  /** Why a task begins. */
  #creating(lane: number, room: number): readonly Cause[] {
    const { lanes } = this.#source;
    const index = this.#origins.made.get(lane);
    if (index === undefined || lanes[lane]?.internal === true) return [];
    const step = this.#stepOf(index);
    const parent = lanes[lane]?.parent;
    if (parent !== undefined) return [{ because: 'created', lane: parent, step }];
    const within = this.#source.steps[step]?.within ?? OUTSIDE;
    return within === OUTSIDE ? [{ because: 'program' }] : [...this.#through(within, room - 1), { because: 'created', step }];
  }

  /** Why a task goes on. */
  #waking(event: TraceEvent, lane: number, room: number): readonly Cause[] {
    const task = this.#source.identities.laneOfTask(numberOf(event, 'wokenByTask'));
    if (task !== undefined) return this.#ending(task);
    const future = textOf(event, 'wokenBy');
    if (future !== undefined) return this.#settling(future, room);
    const index = this.#origins.queued.get(handleOf(event).handle);
    if (index === undefined) return [];
    const step = this.#stepOf(index);
    const { kind, lane: about } = this.#source.steps[step] ?? {};
    if (kind === 'suspend' && about === lane) return [{ because: 'yielded', lane, step }];
    const cancel = this.#cancelBefore(index, lane);
    return cancel === undefined ? [] : [this.#cancelling(cancel)];
  }

  /** The cancellation that a task meets, where it came after what made it ready. */
  #cancelledSince(step: StepDraft, event: TraceEvent, lane: number, chain: readonly Cause[]): readonly Cause[] {
    const thrown = textOf(event, 'throw')?.startsWith('CancelledError') === true;
    if (!thrown || chain.some(({ because }) => because === 'cancelled')) return [];
    const since = this.#origins.queued.get(handleOf(event).handle) ?? Infinity;
    const cancel = this.#origins.cancelled.get(lane)?.findLast((index) => index > since && index < step.event);
    return cancel === undefined ? [] : [this.#cancelling(cancel)];
  }

  /** A task ended. */
  #ending(lane: number): readonly Cause[] {
    const index = this.#origins.done.get(lane);
    const event = this.#eventAt(index);
    if (index === undefined || event === undefined) return [];
    return [{ because: 'task', lane, state: endOf(event), step: this.#stepOf(index) }];
  }

  /** A future ended. */
  #settling(future: string, room: number): readonly Cause[] {
    const index = this.#origins.settled.get(future);
    const event = this.#eventAt(index);
    if (index === undefined || event === undefined) return [];
    const step = this.#stepOf(index);
    const draft = this.#source.steps[step];
    const lane = doerOf(draft);
    const state = endOf(event);
    const link: Cause = { because: 'future', future, state, step, ...(lane === undefined ? {} : { lane }) };
    const thread = this.#source.threads.laneOf(future);
    if (thread !== undefined && state !== 'cancelled') return [{ because: 'thread', lane: thread, step }, link];
    const cancel = state === 'cancelled' ? this.#cancelDownTo(index, future) : undefined;
    const cancelled = cancel === undefined ? [] : [this.#cancelling(cancel)];
    const before = lane === undefined ? this.#through(draft?.within ?? OUTSIDE, room - 1 - cancelled.length) : [];
    return [...before, ...cancelled, link];
  }

  /** The cancellation of a task that came down to the future that it waits for: right before the future's end. */
  #cancelDownTo(index: number, future: string): number | undefined {
    const { lanes, identities } = this.#source;
    let at = index - 1;
    while (this.#eventAt(at)?.ev === 'future.done' || this.#eventAt(at)?.ev === 'ready.push') at -= 1;
    const lane = this.#eventAt(at)?.ev === 'task.cancel' ? identities.laneOf[at] : undefined;
    const waited = lane !== undefined && lanes[lane]?.spans.some(({ waits }) => awaited(waits) === future) === true;
    return waited ? at : undefined;
  }

  /** The cancellation of a lane right before an event. */
  #cancelBefore(index: number, lane: number): number | undefined {
    const { laneOf } = this.#source.identities;
    let at = index - 1;
    while (this.#eventAt(at)?.ev === 'ready.push' || (this.#eventAt(at)?.ev === 'task.cancel' && laneOf[at] !== lane)) at -= 1;
    return this.#eventAt(at)?.ev === 'task.cancel' ? at : undefined;
  }

  #cancelling(index: number): Cause {
    const step = this.#stepOf(index);
    const by = doerOf(this.#source.steps[step]);
    return { because: 'cancelled', step, ...(by === undefined ? {} : { lane: by }) };
  }

  /** Who set a timer; one that tells the end of a function in a thread is that thread's. */
  #setting(handle: string, place: number, room: number): readonly Cause[] {
    const thread = this.#source.threads.deliveredBy(handle);
    if (thread !== undefined) return [{ because: 'thread', lane: thread, step: place }];
    const index = this.#origins.set.get(handle);
    return index === undefined ? [] : this.#called(this.#stepOf(index), room);
  }

  /** Why a plain callback runs: a future or a task that it was waiting for ended, or it was to be called soon. */
  #calling(event: TraceEvent, room: number): readonly Cause[] {
    const { handle, callback } = handleOf(event);
    const index = this.#origins.queued.get(handle);
    if (index === undefined || room <= 0) return [];
    const argument = /\(([^()]*)\)$/.exec(callback)?.[1];
    let at = index - 1;
    while (this.#eventAt(at)?.ev === 'ready.push') at -= 1;
    const cause = this.#eventAt(at);
    if (cause?.ev === 'task.done' && textOf(cause, 'task') === argument)
      return this.#ending(this.#source.identities.laneOf[at] ?? NOBODY);
    const future = cause?.ev === 'future.done' ? textOf(cause, 'future') : undefined;
    return future !== undefined && future === argument ? this.#settling(future, room) : this.#called(this.#stepOf(index), room);
  }

  /** Something was to be called, soon or later: by a task, or by what called that. */
  #called(place: number, room: number): readonly Cause[] {
    const step = this.#source.steps[place];
    const lane = doerOf(step);
    if (lane !== undefined) return [{ because: 'called', lane, step: place }];
    const within = this.#through(step?.within ?? OUTSIDE, room);
    return within.length > 0 ? within : [{ because: 'called', step: place }];
  }

  #named(place: number): readonly [StepDraft | undefined, TraceEvent | undefined] {
    const step = this.#source.steps[place];
    return [step, this.#eventAt(step?.event)];
  }

  #eventAt(index: number | undefined): TraceEvent | undefined {
    return index === undefined ? undefined : this.#source.record.events[index];
  }

  #stepOf(index: number): number {
    return this.#source.stepOf[index] ?? 0;
  }
}

/** The task that does what a step tells. */
function doerOf(step: StepDraft | undefined): number | undefined {
  return step === undefined || step.by === NOBODY ? undefined : step.by;
}
