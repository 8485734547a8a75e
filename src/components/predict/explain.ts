/** Makes the page's question and answer of a prediction, with the reasons in words. For the build only. */
import type { Candidate, Playback, Prediction, PrintedLine } from '../../playback/index.ts';
import { namesOf } from '../timeline/names.ts';
import { causesIn } from '../timeline/why.ts';
import { reasonWords as told } from '../words/predict-reasons.ts';
import type { Answer, AnsweredLine, Prompt } from './answer.ts';
import { shuffled } from './shuffle.ts';

const nameOf = (playback: Playback, lane: number): string => namesOf(playback).lane(lane);

export function explained(playback: Playback, prediction: Prediction): { readonly prompt: Prompt; readonly answer: Answer } {
  switch (prediction.asks) {
    case 'order': {
      const lines = answeredLines(playback, prediction.lines);
      return { prompt: { asks: 'order', lines: shuffled(lines.map(({ text }) => text)) }, answer: { asks: 'order', lines } };
    }
    case 'time': {
      const { elapsed, waits, end } = prediction;
      const lines = answeredLines(playback, prediction.lines);
      const moves = prediction.moves.map(({ from, to, step, by, lanes }) => ({
        to,
        step,
        because:
          by === 'timer'
            ? told.jumped(
                from,
                to,
                lanes.map((lane) => nameOf(playback, lane)),
              )
            : told.blocked(from, to, lanes[0] === undefined ? undefined : nameOf(playback, lanes[0])),
      }));
      return {
        prompt: { asks: 'time', lines: lines.map(({ text }) => text) },
        answer: {
          asks: 'time',
          elapsed,
          waits,
          moves: moves.length > 0 ? moves : [{ to: 0, step: end, because: told.noTime }],
          end,
          lines,
        },
      };
    }
    case 'next': {
      const { candidates, lane, step } = prediction;
      const task = candidates.findIndex((each) => each.lane === lane);
      return {
        prompt: {
          asks: 'next',
          soFar: soFar(playback, prediction.before),
          tasks: candidates.map((each) => ({ name: nameOf(playback, each.lane), stands: told.stands(each.line) })),
        },
        answer: {
          asks: 'next',
          task,
          step,
          because: whyReady(playback, step, lane),
          whyNot: candidates.map((each) => (each.lane === lane ? '' : whyNot(playback, each, lane))),
        },
      };
    }
  }
}

function answeredLines(playback: Playback, lines: readonly PrintedLine[]): AnsweredLine[] {
  return lines.map(({ text, t, step, lane, turn, blocked }, index) => {
    const because =
      playback.steps[turn]?.kind === 'begin'
        ? told.begin
        : lane === undefined
          ? told.outside
          : lines[index - 1]?.turn === turn
            ? told.same(nameOf(playback, lane), blocked)
            : whyReady(playback, turn, lane, blocked);
    return { text, t, step, because };
  });
}

/** Why a task runs in a step: it was ready, and the chain of causes that made it so; for how long it has `blocked` since. */
function whyReady(playback: Playback, step: number, lane: number, blocked = 0): string {
  const causes = causesIn(playback, step).map(({ text }) => text);
  const ready = causes.length === 0 ? told.unknown : told.ready(nameOf(playback, lane), causes);
  return blocked > 0 ? `${ready} ${told.thenBlocked(blocked)}` : ready;
}

function whyNot(playback: Playback, { lane, place, waits }: Candidate, next: number): string {
  const name = nameOf(playback, lane);
  if (place !== undefined) return told.behind(name, nameOf(playback, next));
  switch (waits?.on) {
    case 'timer':
      return told.waits.timer(name, waits.when);
    case 'task':
    case 'thread':
      return told.waits.lane(name, nameOf(playback, waits.lane));
    case 'gather':
    case 'future':
      return told.waits.future(name, namesOf(playback).future(waits.future));
    case 'turn':
    case undefined:
      return told.notReady(name);
  }
}

/** What a reader is told of the run up to a step: what it printed, what just happened, the time. */
function soFar(playback: Playback, step: number): string[] {
  const { record, steps } = playback;
  const { printed, t } = playback.at(step);
  const last = steps.slice(0, step + 1).findLast(({ kind }) => kind === 'suspend' || kind === 'done');
  const name = last?.lane === undefined ? undefined : nameOf(playback, last.lane);
  return [
    ...record.output.slice(0, printed).map(({ text }) => told.printedSoFar(text)),
    ...(name === undefined ? [] : [last?.kind === 'done' ? told.ended(name) : told.suspended(name, last?.position?.line)]),
    told.clock(t),
  ];
}
