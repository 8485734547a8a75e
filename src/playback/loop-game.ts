/**
 * "You are the loop": the decisions that `_run_once` makes in a run, as questions to somebody who plays it. Each has one right choice, and for every other
 * choice the fact that speaks against it; what happens between two decisions is shown.
 *
 * Keeps true: all of it follows from the playback. The right choice is what the run did, the facts are those of the moment at which the choice is made.
 */
import type { Lane, Moment, Playback, Queued, StepKind, Timer, Waits } from './playback.ts';
import { mustHaveEnded, UnfitRun } from './unfit-run.ts';

/** How a task's step ends: by what it then waits on, or for good. */
export type Ending = Waits['on'] | 'done';

/** What can be chosen. */
export type Choice =
  | { readonly pick: 'handle'; readonly queued: Queued }
  | { readonly pick: 'end-iteration' }
  /** Let the clock stand at, or jump to, `to` virtual seconds. */
  | { readonly pick: 'clock'; readonly to: number }
  | { readonly pick: 'timer'; readonly timer: Timer }
  | { readonly pick: 'no-timer' }
  | { readonly pick: 'ending'; readonly ending: Ending }
  /** A task becomes ready. */
  | { readonly pick: 'task'; readonly lane: number }
  | { readonly pick: 'nobody' };

/** The fact that speaks against a choice. */
export type Refusal =
  /** The queue is first in, first out. */
  | { readonly because: 'behind'; readonly ahead: Queued }
  /** It joined the queue in this iteration, and runs in the next. */
  | { readonly because: 'next-iteration' }
  /** Handles of this iteration have not run yet. */
  | { readonly because: 'not-over'; readonly left: number }
  /** All handles of this iteration have run. */
  | { readonly because: 'over' }
  /** Somebody is ready, so the clock does not jump. */
  | { readonly because: 'somebody-ready'; readonly queued: Queued }
  /** Nobody is ready, and nothing happens before the earliest timer. */
  | { readonly because: 'nobody-ready'; readonly next: number }
  | { readonly because: 'earlier-timer'; readonly next: number }
  | { readonly because: 'not-due'; readonly when: number; readonly t: number }
  /** Another timer is due that comes first. */
  | { readonly because: 'later-timer'; readonly first: Timer }
  | { readonly because: 'still-due'; readonly timer: Timer }
  /** Where the task really stands by then: at its end, or at an await that waits for something else. */
  | { readonly because: 'ended' }
  | { readonly because: 'not-ended'; readonly line?: number }
  | { readonly because: 'other-wait'; readonly line?: number }
  /** What the task goes on waiting for. */
  | { readonly because: 'waits'; readonly waits?: Waits }
  /** Somebody does become ready: all that it waited for is done. */
  | { readonly because: 'all-done' };

export interface Decision {
  /** What to run, where the clock goes, which timer joins the queue, how the running step ends, who becomes ready by the callback that runs. */
  readonly asks: 'run' | 'clock' | 'timer' | 'ending' | 'wakes';
  /** The step that comes next. */
  readonly step: number;
  /** The loop as it stands while this is asked. */
  readonly moment: Moment;
  /** One of them has no refusal: the right one. */
  readonly choices: readonly { readonly choice: Choice; readonly refusal?: Refusal }[];
}

/** What happens one after the other: a step of the run that is shown, or a decision. */
export type Beat = { readonly kind: 'shown'; readonly step: number } | { readonly kind: 'decision'; readonly decision: Decision };

export interface LoopGame {
  readonly beats: readonly Beat[];
  /** How many of them are decisions. */
  readonly decisions: number;
}

/** Decisions that a game has: fewer are no game, and more are none either. */
const FEWEST = 6;
const MOST = 60;

/** The game of a run. Throws UnfitRun for one that cannot be played. It ends with the last step of the program's own tasks: how asyncio then closes the loop is no part of it. */
export function loopGameOf(playback: Playback): LoopGame {
  mustHaveEnded(playback);
  const { steps, lanes } = playback;
  if (lanes.some(({ kind }) => kind === 'thread'))
    throw new UnfitRun('it uses threads: no loop decides when they end', 'leave the threads out');
  if (steps.filter(({ kind }) => kind === 'close').length > 1) throw new UnfitRun('it runs more than one loop', 'call run once');
  const last = steps.findLastIndex(({ lane }) => lane !== undefined && lanes[lane]?.internal === false);
  const asked = new Set<string>();
  const beats = steps
    .slice(0, last + 1)
    .flatMap(({ kind }, step): Beat[] => [
      ...(ASKED_BEFORE[kind]?.(playback, step, asked) ?? []).map((decision): Beat => ({ kind: 'decision', decision })),
      { kind: 'shown', step },
    ]);
  const decisions = beats.filter(({ kind }) => kind === 'decision').length;
  if (decisions < FEWEST || decisions > MOST)
    throw new UnfitRun(
      `its loop has ${decisions} ${decisions === 1 ? 'decision' : 'decisions'} to make; a game has ${FEWEST} to ${MOST}`,
      decisions < FEWEST ? 'let more tasks run at the same time' : 'let fewer tasks run, or fewer steps of each',
    );
  return { beats, decisions };
}

/** What is asked before a step of a kind; nothing before the others. `asked`: what has been asked by now, of the questions that are asked once. */
const ASKED_BEFORE: Readonly<Partial<Record<StepKind, (playback: Playback, step: number, asked: Set<string>) => Decision[]>>> = {
  turn: (playback, step, asked) => [
    ...endOfIteration(playback, step),
    ...clock(playback, step, asked),
    ...dueTimers(playback, step),
  ],
  start: nextHandle,
  resume: nextHandle,
  timer: nextHandle,
  callback: (playback, step) => [...nextHandle(playback, step), ...whoWakes(playback, step)],
  suspend: ending,
  done: ending,
};

/** The loop before a step, without handles that it will pass over. */
function momentBefore(playback: Playback, step: number): Moment {
  const moment = playback.at(step - 1);
  const isLeft = ({ skipped }: Queued): boolean => skipped !== true;
  return { ...moment, queue: moment.queue.filter(isLeft), batch: moment.queue.slice(0, moment.batch).filter(isLeft).length };
}

type Choices = Decision['choices'];

/** The handles of a queue as choices, in the order of their tasks: that of the queue would give the answer away. */
const handles = (queue: readonly Queued[], refusal: (place: number) => Refusal | undefined): Choices =>
  queue
    .map((queued, place) => ({ queued, refusal: refusal(place) }))
    .sort((a, b) => byLane([a.queued.lane], [b.queued.lane]) || (a.queued.callback < b.queued.callback ? -1 : 1))
    .map(({ queued, refusal: against }) => withRefusal({ pick: 'handle', queued }, against));

/** What is about no task comes last. */
function byLane([a = Infinity]: readonly (number | undefined)[], [b = Infinity]: readonly (number | undefined)[]): number {
  return a === b ? 0 : a - b;
}

/** Timers as choices, in the order of their tasks. */
const timersOf = (timers: readonly Timer[], refusal: (timer: Timer) => Refusal | undefined): Choices =>
  timers.toSorted((a, b) => byLane(a.lanes, b.lanes)).map((timer) => withRefusal({ pick: 'timer', timer }, refusal(timer)));

const withRefusal = (choice: Choice, refusal: Refusal | undefined): Choices[number] =>
  refusal === undefined ? { choice } : { choice, refusal };

/** A handle is taken from the queue: the first one. Not asked where there is only one. */
function nextHandle(playback: Playback, step: number): Decision[] {
  const moment = momentBefore(playback, step);
  const { queue, batch } = moment;
  const [first] = queue;
  const taken = playback.record.events[playback.steps[step]?.event ?? -1]?.['handle'];
  if (first === undefined || queue.length < 2 || first.handle !== taken) return [];
  return [
    {
      asks: 'run',
      step,
      moment,
      choices: [
        ...handles(queue, (place) =>
          place === 0 ? undefined : place < batch ? { because: 'behind', ahead: first } : { because: 'next-iteration' },
        ),
        { choice: { pick: 'end-iteration' }, refusal: { because: 'not-over', left: batch } },
      ],
    },
  ];
}

/** What has joined the queue meanwhile waits for the next iteration. Not asked before the first, and where nothing has. */
function endOfIteration(playback: Playback, step: number): Decision[] {
  const moment = momentBefore(playback, step);
  if (moment.it === 0 || moment.queue.length === 0) return [];
  const choices: Choices = [...handles(moment.queue, () => ({ because: 'over' })), { choice: { pick: 'end-iteration' } }];
  return [{ asks: 'run', step, moment, choices }];
}

/** Where the clock goes, if it could go anywhere. That it stays while somebody is ready is asked once. */
function clock(playback: Playback, step: number, asked: Set<string>): Decision[] {
  const moment = momentBefore(playback, step);
  const { t, queue, timers } = moment;
  const to = playback.at(step).t;
  const times = [...new Set([t, ...timers.map(({ when }) => when).filter((when) => when > t)])];
  if (times.length < 2 || (to === t && seen(asked, 'clock stays'))) return [];
  const [ready] = queue;
  const next = timers[0]?.when ?? t;
  const refusal = (time: number): Refusal | undefined => {
    if (time === to) return undefined;
    if (time === t) return { because: 'nobody-ready', next };
    return ready === undefined ? { because: 'earlier-timer', next } : { because: 'somebody-ready', queued: ready };
  };
  return [{ asks: 'clock', step, moment, choices: times.map((time) => withRefusal({ pick: 'clock', to: time }, refusal(time))) }];
}

/** Due timers join the queue one by one, the earliest first; then no other is due. */
function dueTimers(playback: Playback, step: number): Decision[] {
  const before = momentBefore(playback, step);
  const after = playback.at(step);
  const left = new Set(after.timers.map(({ handle }) => handle));
  const due = before.timers.filter(({ handle }) => !left.has(handle));
  const standing = before.timers.filter(({ handle }) => left.has(handle));
  const moves = due.map((right, index): Decision => {
    const timers = [...due.slice(index), ...standing];
    return {
      asks: 'timer',
      step,
      moment: withTimersMoved(before, after, due.slice(0, index), timers),
      choices: [
        ...timersOf(timers, (timer) => timerRefusal(timer, right, after.t)),
        { choice: { pick: 'no-timer' }, refusal: { because: 'still-due', timer: right } },
      ],
    };
  });
  if (due.length === 0 || standing.length === 0) return moves;
  const choices: Choices = [
    ...timersOf(standing, ({ when }) => ({ because: 'not-due', when, t: after.t })),
    { choice: { pick: 'no-timer' } },
  ];
  return [...moves, { asks: 'timer', step, moment: withTimersMoved(before, after, due, standing), choices }];
}

function timerRefusal(timer: Timer, right: Timer, t: number): Refusal | undefined {
  if (timer === right) return undefined;
  return timer.when > t ? { because: 'not-due', when: timer.when, t } : { because: 'later-timer', first: right };
}

/** The moment between two: the clock has moved, and some of the due timers are in the queue. */
function withTimersMoved(before: Moment, after: Moment, moved: readonly Timer[], timers: readonly Timer[]): Moment {
  const inQueue = new Set([...before.queue, ...moved].map(({ handle }) => handle));
  return { ...before, t: after.t, queue: after.queue.filter(({ handle }) => inQueue.has(handle)), timers };
}

/** How a task's step ends: asked once for each place of the program. */
function ending(playback: Playback, step: number, asked: Set<string>): Decision[] {
  const { steps, lanes } = playback;
  const { kind, lane, position } = steps[step] ?? {};
  if (lane === undefined || isNoTask(lanes[lane])) return [];
  const line = position?.line;
  const right = kind === 'done' ? 'done' : playback.spanOf(lane, step)?.waits?.on;
  const place = `${lanes[lane]?.coroutine ?? ''}:${right === 'done' ? 'end' : String(line)}:${right ?? ''}`;
  if (right === undefined || seen(asked, place)) return [];
  const at = line === undefined ? {} : { line };
  const refusal = (offered: Ending): Refusal | undefined => {
    if (offered === right) return undefined;
    if (right === 'done') return { because: 'ended' };
    return offered === 'done' ? { because: 'not-ended', ...at } : { because: 'other-wait', ...at };
  };
  return [
    {
      asks: 'ending',
      step,
      moment: momentBefore(playback, step),
      choices: endingsOf(playback).map((each) => withRefusal({ pick: 'ending', ending: each }, refusal(each))),
    },
  ];
}

const ENDINGS: readonly Ending[] = ['timer', 'gather', 'task', 'thread', 'future', 'turn', 'done'];

/** The endings that are offered: those of this run, and the common ones. */
function endingsOf({ lanes }: Playback): Ending[] {
  const waits = new Set<Ending>(lanes.flatMap(({ spans }) => spans.flatMap((span) => span.waits?.on ?? [])));
  return ENDINGS.filter((each) => waits.has(each) || each === 'timer' || each === 'turn' || each === 'done');
}

/** Who becomes ready by a callback, such as gather's: asked where somebody waits for something else than a timer. */
function whoWakes(playback: Playback, step: number): Decision[] {
  const waiting = playback.lanes.flatMap((lane, index) => {
    const span = playback.spanOf(index, step - 1);
    return !isNoTask(lane) && span?.state === 'waiting' ? [{ lane: index, waits: span.waits }] : [];
  });
  if (waiting.every(({ waits }) => waits?.on === 'timer')) return [];
  const before = momentBefore(playback, step);
  const woken = waiting.find(({ lane }) => playback.spanOf(lane, step)?.state === 'ready')?.lane;
  return [
    {
      asks: 'wakes',
      step,
      moment: { ...before, queue: before.queue.slice(1), batch: before.batch - 1 }, // it is taken, and has not done its work yet
      choices: [
        ...waiting.map(({ lane, waits }) =>
          withRefusal(
            { pick: 'task', lane },
            lane === woken ? undefined : { because: 'waits', ...(waits === undefined ? {} : { waits }) },
          ),
        ),
        withRefusal({ pick: 'nobody' }, woken === undefined ? undefined : { because: 'all-done' }),
      ],
    },
  ];
}

const isNoTask = (lane: Lane | undefined): boolean => lane?.kind !== 'task' || lane.internal;

/** True when this has been asked before; from now on it has. */
function seen(asked: Set<string>, what: string): boolean {
  if (asked.has(what)) return true;
  asked.add(what);
  return false;
}
