/**
 * What a reader can be asked about a run before it is seen: the order of its lines, its time, who runs next. Everything here follows from the playback of
 * a real run; an author only says which question it is.
 *
 * Keeps true: a question that this run cannot be asked (it raised, it printed too little, there is nothing to choose) is refused with what to do about it.
 */
import type { RunRecord } from '../record/index.ts';
import type { LaneState, Playback } from './playback.ts';
import type {
  Candidate,
  ClockMove,
  NextPrediction,
  OrderPrediction,
  Prediction,
  PrintedLine,
  Question,
  TimePrediction,
} from './prediction.ts';
import { mustHaveEnded, UnfitRun } from './unfit-run.ts';

/** Lines that a reader can be asked to put in order. */
const MOST_LINES = 16;

/** The answer to a question about a run. Throws UnfitRun. */
export function predictionOf(playback: Playback, question: Question): Prediction {
  mustHaveEnded(playback);
  switch (question.asks) {
    case 'order':
      return orderOf(playback);
    case 'time':
      return timeOf(playback, question.each === true);
    case 'next':
      return nextOf(playback, question.at);
  }
}

/** Where the code that runs at `step` was given control: a task's step, a callback, a thread, or the program's own beginning. */
function turnOf({ steps }: Playback, step: number): number {
  const lane = steps[step]?.lane;
  for (let each = step; each >= 0; each -= 1) {
    const { kind, lane: its } = steps[each] ?? {};
    if (kind === 'begin') return each;
    if (lane === undefined ? kind === 'callback' || kind === 'timer' : its === lane && TURNS.has(kind ?? '')) return each;
  }
  return 0;
}

const TURNS: ReadonlySet<string> = new Set(['start', 'resume', 'thread']);

function printedLines(playback: Playback): PrintedLine[] {
  const { record, steps } = playback;
  let step = 0;
  let before = 0;
  return record.output.map(({ text, t }, index) => {
    while (step < steps.length - 1 && playback.at(step).printed <= index) step += 1;
    const lane = steps[step]?.lane;
    const turn = turnOf(playback, step);
    const blocked = blockedBetween(playback, Math.max(turn, before), step);
    before = step;
    return { text, t, ...(lane === undefined ? {} : { lane }), step, turn, blocked };
  });
}

function blockedBetween({ steps }: Playback, first: number, last: number): number {
  let blocked = 0;
  for (let step = first + 1; step <= last; step += 1) {
    if (steps[step]?.kind === 'block') blocked += (steps[step]?.t ?? 0) - (steps[step - 1]?.t ?? 0);
  }
  return blocked;
}

function orderOf(playback: Playback): OrderPrediction {
  const lines = printedLines(playback);
  const advice = `let it print between 2 and ${MOST_LINES} lines, not all of them the same`;
  if (lines.length < 2)
    throw new UnfitRun(`it prints ${lines.length === 0 ? 'nothing' : 'one line'}: there is no order to predict`, advice);
  if (lines.length > MOST_LINES) throw new UnfitRun(`it prints ${lines.length} lines: too many to put in order`, advice);
  if (new Set(lines.map(({ text }) => text)).size === 1)
    throw new UnfitRun('all its lines are the same: every order is right', advice);
  return { asks: 'order', lines };
}

function timeOf(playback: Playback, each: boolean): TimePrediction {
  const { record, steps } = playback;
  const lines = each ? printedLines(playback) : [];
  if (each && lines.length === 0)
    throw new UnfitRun('it prints nothing: there are no times of lines to predict', 'let it print, or take each away');
  if (lines.length > MOST_LINES)
    throw new UnfitRun(
      `it prints ${lines.length} lines: too many to ask for the time of each`,
      `let it print at most ${MOST_LINES}, or take each away`,
    );
  return {
    asks: 'time',
    elapsed: record.elapsed,
    moves: clockMoves(playback),
    waits: allWaits(record),
    end: steps.length - 1,
    lines,
  };
}

function clockMoves(playback: Playback): ClockMove[] {
  const { steps } = playback;
  return steps.flatMap(({ kind, t, lane }, step): ClockMove[] => {
    const from = steps[step - 1]?.t ?? 0;
    if (t <= from) return [];
    if (kind === 'block') return [{ from, to: t, step, by: 'block', lanes: lane === undefined ? [] : [lane] }];
    const due = playback.at(step - 1).timers.filter(({ when }) => when <= t);
    return [{ from, to: t, step, by: 'timer', lanes: [...new Set(due.flatMap(({ lanes }) => lanes))] }];
  });
}

/** Seconds of all timers and blocking calls, as if each began when the one before it was over. */
function allWaits({ events }: RunRecord): number {
  return events.reduce((sum, { ev, t, when, seconds }) => {
    if (ev === 'timer.set' && typeof when === 'number') return sum + Math.max(0, when - t);
    if (ev === 'clock.block' && typeof seconds === 'number') return sum + seconds;
    return sum;
  }, 0);
}

function nextOf(playback: Playback, at: number | undefined): NextPrediction {
  const { steps, lanes } = playback;
  const isOurs = (lane: number | undefined): lane is number =>
    lane !== undefined && lanes[lane]?.kind === 'task' && !lanes[lane].internal;
  const choices = steps.flatMap(({ kind, lane }, step) => {
    if ((kind !== 'start' && kind !== 'resume') || !isOurs(lane)) return [];
    const before = Math.max(
      0,
      steps.slice(0, step).findLastIndex((each) => each.kind === 'suspend' || each.kind === 'done'),
    );
    return [{ before, step, lane, candidates: candidatesAt(playback, before) }];
  });
  const most = Math.max(0, ...choices.map(({ candidates }) => candidates.length));
  const chosen = at === undefined ? choices.find(({ candidates }) => candidates.length === most) : choices[at - 1];
  if (chosen === undefined)
    throw new UnfitRun(
      at === undefined ? 'no task of it ever runs' : `its tasks get ${choices.length} steps in all, and there is no step ${at}`,
      `give at a number from 1 to ${choices.length}`,
    );
  if (chosen.candidates.length < 2)
    throw new UnfitRun(
      'only one task could run next: there is nothing to choose',
      'ask for another moment by at={n}, or let it make more tasks',
    );
  return { asks: 'next', ...chosen };
}

/** The tasks of the program that are not over by the end of a step. */
function candidatesAt(playback: Playback, step: number): Candidate[] {
  const { queue } = playback.at(step);
  return playback.lanes.flatMap(({ kind, internal }, lane) => {
    const span = playback.spanOf(lane, step);
    if (kind !== 'task' || internal || span === undefined || OVER.has(span.state)) return [];
    const place = queue.findIndex((queued) => queued.lane === lane);
    const line = span.position?.line;
    return [
      {
        lane,
        state: span.state,
        ...(span.waits === undefined ? {} : { waits: span.waits }),
        ...(place === -1 ? {} : { place }),
        ...(line === undefined ? {} : { line }),
      },
    ];
  });
}

const OVER: ReadonlySet<LaneState> = new Set(['finished', 'failed', 'cancelled']);
