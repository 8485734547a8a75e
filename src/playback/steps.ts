/**
 * Cuts the events of a record into steps.
 *
 * Keeps true: each event belongs to exactly one step, in order; time never goes back from a step to the next.
 */
import type { EventName, RunRecord, TraceEvent } from '../record/index.ts';
import { numberOf, takenBy, textOf, timeOf } from './fields.ts';
import { isWhole, NOBODY, type Identities } from './identities.ts';
import type { Step, StepKind } from './playback.ts';
import { OUTSIDE, Stack, type Doer } from './stack.ts';

/** A step while it is being made. */
export type StepDraft = { -readonly [K in keyof Step]: Step[K] } & Doer & {
    /** The lanes whose code is on the stack by its end, outermost first. */
    readonly running: readonly number[];
  };

/** The kinds of the events that are steps of their own. The others belong to the step they stand in; `future.done` depends on who runs. */
const KINDS: Readonly<Partial<Record<EventName, StepKind>>> = {
  iter: 'turn',
  'clock.jump': 'turn',
  'clock.block': 'block',
  'thread.start': 'thread',
  'handle.run': 'callback',
  'timer.fire': 'timer',
  'task.create': 'create',
  'task.start': 'start',
  'task.resume': 'resume',
  'task.suspend': 'suspend',
  'task.done': 'done',
  'task.cancel': 'cancel',
  'task.uncancel': 'uncancel',
  print: 'print',
  warning: 'trouble',
  log: 'trouble',
  exception_handler: 'trouble',
  error: 'trouble',
  'loop.close': 'close',
  deadlock: 'deadlock',
  end: 'end',
};

/** The callback with which the loop stops: what comes next is the program's own, outside of the loop. */
const LAST_CALLBACK = '_run_until_complete_cb';

/** The steps of a record, at least one, and for each event the place of its step. */
export function stepsOf(record: RunRecord, identities: Identities): { readonly steps: StepDraft[]; readonly stepOf: Int32Array } {
  const { events } = record;
  const { laneOf } = identities;
  const stepOf = new Int32Array(events.length);
  const stack = new Stack();
  let current = beginning(record, identities, stack);
  const steps = [current];

  events.forEach((event, index) => {
    const kind = event.ev === 'future.done' && stack.isInTask ? 'settle' : KINDS[event.ev];
    if (kind === undefined || joinsTurn(current, event, events)) {
      current.last = index;
      if (event.ev === 'iter') current.event = index;
    } else {
      const place = steps.length;
      const first = kind === 'suspend' ? takeBack(current, index, events) : index;
      const lane = laneOf[index] ?? NOBODY;
      const { within, by } = stack.follow(kind, place, lane, takenBy(event) !== undefined);
      if (isLast(event)) stack.endLoop();
      current = { kind, t: 0, it: event.it, event: index, first, last: index, within, by, running: stack.running };
      if (lane !== NOBODY) current.lane = lane;
      steps.push(current);
      if (first < index) stepOf.fill(place, first, index);
    }
    stepOf[index] = steps.length - 1;
    current.t = timeAfter(event, current.t);
    current.it = event.it;
  });
  if (events.length === 0) steps.push({ ...current, kind: 'end', t: record.elapsed, it: record.iterations });
  for (let place = steps.length - 2; place >= 0; place -= 1) {
    const [step, next] = [steps[place], steps[place + 1]];
    if (step !== undefined && next !== undefined) step.t = Math.min(step.t, next.t);
  }
  return { steps, stepOf };
}

/** What comes before the first event. */
function beginning(record: RunRecord, { laneOf }: Identities, stack: Stack): StepDraft {
  const begin = { kind: 'begin', event: -1, first: 0, last: -1, within: OUTSIDE, by: NOBODY } as const;
  const first = record.events[0];
  if (isWhole(record) || first === undefined) return { ...begin, t: 0, it: 0, running: stack.running };
  // Who ends a step that has not begun was in it from the beginning; the innermost ends first.
  const started = new Set<number>();
  const running: number[] = [];
  for (const [index, { ev }] of record.events.entries()) {
    const lane = laneOf[index] ?? NOBODY;
    if (ev === 'iter') break;
    if (ev === 'task.start' || ev === 'task.resume') started.add(lane);
    else if ((ev === 'task.suspend' || ev === 'task.done') && !started.delete(lane)) running.unshift(lane);
  }
  for (const lane of running) stack.begin(lane);
  return { ...begin, t: timeOf(first, 0), it: first.it, running: stack.running };
}

/** A jump, and the iteration that it is for, are one step. */
function joinsTurn(current: StepDraft, event: TraceEvent, events: readonly TraceEvent[]): boolean {
  return (
    current.kind === 'turn' && events[current.event]?.ev === 'clock.jump' && (event.ev === 'iter' || event.ev === 'clock.jump')
  );
}

/**
 * What a task does in order to wait belongs to the step in which it waits: it makes the future and sets its timer, or queues its own next step. Takes that
 * from the step before. @returns where the new step begins
 */
function takeBack(current: StepDraft, index: number, events: readonly TraceEvent[]): number {
  const suspend = events[index];
  if (suspend === undefined) return index;
  const on = textOf(suspend, 'on');
  const serial = numberOf(suspend, 'serial');
  for (let first = current.event + 1; first < index; first += 1) {
    const event = events[first];
    if (event === undefined) continue;
    const makes = event.ev === 'future.create' && textOf(event, 'future') === on;
    const queues = event.ev === 'ready.push' && serial !== undefined && numberOf(event, 'serial') === serial;
    if (!makes && !queues) continue;
    current.last = first - 1;
    return first;
  }
  return index;
}

function isLast(event: TraceEvent): boolean {
  return event.ev === 'handle.run' && textOf(event, 'callback')?.startsWith(LAST_CALLBACK) === true;
}

/** Virtual seconds free of the noise of binary fractions, as in the record. */
function rounded(seconds: number): number {
  return Math.abs(seconds) < 1e6 ? Math.round(seconds * 1e9) / 1e9 : seconds;
}

/** The time when an event is over. */
function timeAfter(event: TraceEvent, before: number): number {
  const t = timeOf(event, before);
  if (event.ev === 'clock.jump') return numberOf(event, 'to') ?? t;
  if (event.ev === 'clock.block') return rounded(t + (numberOf(event, 'seconds') ?? 0));
  return t;
}
