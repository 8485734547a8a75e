/** What the loop decides between the steps of tasks: which handle runs, when an iteration ends, where the clock goes, which timers are due. */
import { momentBefore, seen, withRefusal, type Choices, type Decision, type Refusal } from './loop-decision.ts';
import type { Moment, Playback, Queued, Timer } from './playback.ts';

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

/** A handle is taken from the queue: the first one. Not asked where there is only one. */
export function nextHandle(playback: Playback, step: number): Decision[] {
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
export function endOfIteration(playback: Playback, step: number): Decision[] {
  const moment = momentBefore(playback, step);
  if (moment.it === 0 || moment.queue.length === 0) return [];
  const choices: Choices = [...handles(moment.queue, () => ({ because: 'over' })), { choice: { pick: 'end-iteration' } }];
  return [{ asks: 'run', step, moment, choices }];
}

/** Where the clock goes, if it could go anywhere. That it stays while somebody is ready is asked once. */
export function clock(playback: Playback, step: number, asked: Set<string>): Decision[] {
  const { t: to, it } = playback.at(step);
  const before = momentBefore(playback, step);
  const { t, queue, timers } = before;
  const moment = { ...before, it, batch: queue.length }; // the iteration has begun
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
export function dueTimers(playback: Playback, step: number): Decision[] {
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
  const queue = after.queue.filter(({ handle }) => inQueue.has(handle));
  return { ...before, t: after.t, it: after.it, queue, batch: queue.length, timers };
}
