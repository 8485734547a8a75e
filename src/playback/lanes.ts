/**
 * What becomes of each lane, step by step: who is ready, runs, waits and on what, blocks, is cancelled and over. Gives the steps their lanes and lines.
 */
import type { RunRecord, SourcePosition, TraceEvent } from '../record/index.ts';
import { endOf, numberOf, placeOf, textOf, whenOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';
import type { Lane, LaneState, Waits } from './playback.ts';
import { isOver, Spans } from './spans.ts';
import type { StepDraft } from './steps.ts';
import { ThreadBook } from './threads.ts';

/** Seconds that are no time at all: times in a record are rounded. */
const NO_TIME = 1e-9;

/** A lane while its life is written. */
interface Life {
  readonly spans: Spans;
  /** Its next step stands in the queue. */
  queued: boolean;
  /** Where it stands, as far as is known. */
  position: SourcePosition | undefined;
}

/** Lanes of a record, and its steps with their lanes and lines. */
export function lanesOf(record: RunRecord, identities: Identities, steps: readonly StepDraft[]): readonly Lane[] {
  const { events, output } = record;
  const { lanes: drafts, laneOf, laneOfTask } = identities;
  const lives: Life[] = drafts.map(() => ({ spans: new Spans(), queued: false, position: undefined }));
  const threads = new ThreadBook();
  const kinds = new Map<string, string>();
  const makers = new Map<string, number>();
  const dueAt = new Map<string, number>();
  /** The line of output of the next print event: they are matched from the end, since the oldest events may be gone. */
  let line = output.length - events.reduce((count, { ev }) => count + (ev === 'print' ? 1 : 0), 0);

  steps.forEach((step, place) => {
    for (let index = step.first; index <= step.last; index += 1) {
      const event = events[index];
      if (event !== undefined) follow(event, place, laneOf[index] ?? NOBODY);
    }
    const event = events[step.event];
    if (event !== undefined) look(event, step, place);
  });
  return drafts.map(({ event: _, ...lane }, index) => ({ ...lane, spans: lives[index]?.spans.finish(steps.length - 1) ?? [] }));

  /** What an event changes. */
  function follow(event: TraceEvent, place: number, lane: number): void {
    const life = lives[lane];
    const draft = drafts[lane];
    switch (event.ev) {
      case 'future.create':
        return futureCreated(event, place);
      case 'future.done':
        return futureDone(event, place);
      case 'timer.set': {
        const future = FUTURE.exec(textOf(event, 'callback') ?? '')?.[1];
        if (future !== undefined) dueAt.set(future, whenOf(event));
        return threads.timerSet(event);
      }
      case 'timer.cancel':
        return threads.timerCancelled(event);
      case 'timer.fire':
        return end(threads.timerFired(event), place, 'finished');
      case 'ready.push':
        return queued(laneOfTask(numberOf(event, 'serial')), place);
      default:
        if (life === undefined || draft === undefined) return;
        meet(life, event, place);
        life.position = placeOf(event) ?? life.position;
        lived(event, place, lane, life);
    }
  }

  /** An event of a task or a thread. */
  function lived(event: TraceEvent, place: number, lane: number, life: Life): void {
    const { spans } = life;
    const { position } = life;
    switch (event.ev) {
      case 'task.create':
        setParent(lane, place);
        spans.set(place, { state: 'ready' });
        life.position = undefined;
        break;
      case 'thread.start':
        threads.begin(event, lane);
        setMaker(lane, textOf(event, 'future'), place);
        spans.set(place, { state: 'running' });
        break;
      case 'task.start':
      case 'task.resume':
        life.queued = false;
        spans.set(place, { state: 'running', position });
        break;
      case 'task.suspend': {
        const waits = waitsFor(event);
        spans.set(place, { state: life.queued ? 'ready' : 'waiting', waits, position });
        break;
      }
      case 'task.done':
        spans.cancelling(place, false);
        end(lane, place, endOf(event), textOf(event, 'result'));
        break;
      case 'task.cancel':
        spans.cancelling(place, true);
        break;
      case 'task.uncancel':
        if (numberOf(event, 'left') === 0) spans.cancelling(place, false);
        break;
      default:
    }
  }

  /** A task of which nothing was told so far: what is told now says how it was. */
  function meet(life: Life, event: TraceEvent, place: number): void {
    if (life.spans.state !== undefined || event.ev === 'task.create' || event.ev === 'thread.start') return;
    const state =
      event.ev === 'task.start' ? 'ready' : event.ev === 'task.suspend' || event.ev === 'task.done' ? 'running' : 'waiting';
    if (place > 0) life.spans.set(0, { state, position: placeOf(event) });
  }

  function queued(lane: number | undefined, place: number): void {
    const life = lane === undefined ? undefined : lives[lane];
    if (life === undefined) return;
    life.queued = true;
    const { spans } = life;
    if (spans.state === 'waiting') spans.set(place, { state: 'ready', position: life.position });
    else if (spans.state === undefined && place > 0) {
      spans.set(0, { state: 'waiting' });
      spans.set(place, { state: 'ready' });
    }
  }

  function end(lane: number | undefined, place: number, state: LaneState, result?: string): void {
    const life = lane === undefined ? undefined : lives[lane];
    const draft = lane === undefined ? undefined : drafts[lane];
    if (life === undefined || draft === undefined) return;
    if (result !== undefined) draft.result = result;
    if (life.spans.state !== state) life.spans.set(place, { state });
  }

  function futureCreated(event: TraceEvent, place: number): void {
    const future = textOf(event, 'future');
    if (future === undefined) return;
    kinds.set(future, textOf(event, 'kind') ?? 'Future');
    const maker = steps[place]?.running.at(-1);
    if (maker !== undefined) makers.set(future, maker);
  }

  function futureDone(event: TraceEvent, place: number): void {
    const lane = threads.laneOf(textOf(event, 'future'));
    const life = lane === undefined ? undefined : lives[lane];
    if (lane === undefined || life === undefined) return;
    const state = endOf(event);
    // A thread cannot be stopped: it goes on when nobody waits for it any more.
    if (state === 'cancelled' && threads.delivers(lane) && !isOver(life.spans.state ?? 'running'))
      life.spans.cancelling(place, true);
    else end(lane, place, state, textOf(event, 'result'));
  }

  function setParent(lane: number, place: number): void {
    const maker = steps[place]?.running.at(-1);
    const draft = drafts[lane];
    if (draft !== undefined && maker !== undefined) draft.parent = maker;
  }

  function setMaker(lane: number, future: string | undefined, place: number): void {
    const maker = makers.get(future ?? '') ?? steps[place]?.running.at(-1);
    const draft = drafts[lane];
    if (draft !== undefined && maker !== undefined) draft.parent = maker;
  }

  function waitsFor(event: TraceEvent): Waits {
    const task = laneOfTask(numberOf(event, 'onTask'));
    if (task !== undefined) return { on: 'task', lane: task };
    const future = textOf(event, 'on') ?? '';
    if (future === 'yield') return { on: 'turn' };
    const thread = threads.laneOf(future);
    if (thread !== undefined) return { on: 'thread', future, lane: thread };
    const kind = kinds.get(future);
    if (kind === GATHERING) return { on: 'gather', future };
    const when = dueAt.get(future);
    if (when !== undefined) return { on: 'timer', future, when };
    return kind === undefined ? { on: 'future', future } : { on: 'future', future, kind };
  }

  /** Where to look at, and who it is about. */
  function look(event: TraceEvent, step: StepDraft, place: number): void {
    const top = step.running.at(-1);
    const runner = top === undefined ? undefined : lives[top];
    let position = placeOf(event);
    if (step.kind === 'print') {
      position ??= output[line]?.position;
      line += 1;
      if (textOf(event, 'task') === undefined) {
        if (threads.inside !== undefined) step.lane = threads.inside;
      } else if (top !== undefined) step.lane = top;
    } else if (step.kind === 'block' || step.kind === 'settle' || step.kind === 'trouble') {
      if (top !== undefined) step.lane = top;
      if (step.kind === 'block' && runner !== undefined) runner.spans.block(place, blockedUntil(event, place), position);
      if (event.ev === 'error') position = record.error?.frames.at(-1);
    }
    if (runner !== undefined && position !== undefined) runner.position = position;
    if (OWN.has(step.kind)) position ??= step.lane === undefined ? undefined : lives[step.lane]?.position;
    else if (WITHIN.has(step.kind)) position ??= runner?.position;
    if (position !== undefined) step.position = position;
  }

  /** The step by whose end the blocked time is over: threads may go on meanwhile. */
  function blockedUntil(event: TraceEvent, place: number): number {
    const over = event.t + (numberOf(event, 'seconds') ?? 0) - NO_TIME;
    let until = place;
    while (until + 1 < steps.length && (steps[until]?.t ?? over) < over) until += 1;
    return until;
  }
}

/** Steps that stand where the task stands that they are about. */
const OWN: ReadonlySet<string> = new Set('start resume suspend done'.split(' '));
/** Steps that stand where the task stands that runs. */
const WITHIN: ReadonlySet<string> = new Set('create cancel uncancel print block settle trouble'.split(' '));
/** A callback that is called with a future, as a timer's is that ends one. */
const FUTURE = /^[^()]*\((F\d+)[,)]/;
/** The kind of the futures that `gather` makes. */
const GATHERING = '_GatheringFuture';
