/**
 * A reader's answer held against what the run did.
 *
 * Keeps true: lines of equal text are interchangeable; what is told begins at the first place where the answer departs from the run, and names the step there.
 */
import { predictWords as told } from '../words/predict.ts';
import type { Answer } from './answer.ts';

/** What a reader says: the lines in order; seconds in all, and of each line; the place of a task. */
export type Said =
  | { readonly asks: 'order'; readonly lines: readonly string[] }
  | { readonly asks: 'time'; readonly seconds: number; readonly lines: readonly number[] }
  | { readonly asks: 'next'; readonly task: number; readonly names: readonly string[] };

export interface Judgement {
  /** Undefined when the reader has asked to be shown. */
  readonly isRight?: boolean;
  readonly headline: string;
  readonly reasons: readonly string[];
  /** The step of the run that shows it. */
  readonly step: number;
}

/** Seconds that count as the same: a reader writes at most three decimals. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.0015;

/** Judges what was said. Throws when it answers another question. */
export function judge(answer: Answer, said: Said): Judgement {
  if (answer.asks === 'order' && said.asks === 'order') return judgeOrder(answer, said.lines);
  if (answer.asks === 'time' && said.asks === 'time') return judgeTime(answer, said);
  if (answer.asks === 'next' && said.asks === 'next') return judgeNext(answer, said);
  throw new Error(`asked for ${answer.asks}, answered ${said.asks}`);
}

function judgeOrder({ lines }: Answer & { asks: 'order' }, said: readonly string[]): Judgement {
  const at = lines.findIndex(({ text }, index) => text !== said[index]);
  const line = lines[at];
  if (line === undefined) return { ...shown({ asks: 'order', lines }), isRight: true, headline: told.rightOrder };
  const text = said[at] ?? '';
  const later = lines.findIndex((each, index) => index > at && each.text === text);
  const came = lines[later];
  return {
    isRight: false,
    headline: told.wrongOrder(at + 1, text, line.text),
    reasons: [
      told.printed(line.text, line.because),
      ...(came === undefined ? [] : [told.cameAs(text, later + 1, came.t, came.because)]),
    ],
    step: line.step,
  };
}

function judgeTime(answer: Answer & { asks: 'time' }, said: Said & { asks: 'time' }): Judgement {
  const { elapsed, waits, moves, end, lines } = answer;
  const isRight = isSame(said.seconds, elapsed);
  const wrongLines = lines.flatMap(({ text, t, because, step }, index) => {
    const mine = said.lines[index] ?? Number.NaN;
    return isSame(mine, t) ? [] : [{ step, sentence: told.wrongLine(index + 1, text, mine, t, because) }];
  });
  const passed = moves.find(({ to }) => to > said.seconds && !isSame(to, said.seconds));
  return {
    isRight: isRight && wrongLines.length === 0,
    headline: !isRight
      ? told.wrongTime(said.seconds, elapsed)
      : (wrongLines.length > 0 ? told.wrongLines : told.rightTime)(elapsed),
    reasons: [
      ...(!isRight && isSame(said.seconds, waits) && waits > elapsed ? [told.sumOfWaits(waits)] : []),
      ...wrongLines.map(({ sentence }) => sentence),
      ...moves.map(({ because }) => because),
    ],
    step: wrongLines[0]?.step ?? (isRight ? end : (passed?.step ?? moves.at(-1)?.step ?? end)),
  };
}

function judgeNext({ task, step, because, whyNot }: Answer & { asks: 'next' }, said: Said & { asks: 'next' }): Judgement {
  const name = said.names[task] ?? '';
  if (said.task === task) return { isRight: true, headline: told.rightNext(name), reasons: [because], step };
  return {
    isRight: false,
    headline: told.wrongNext(said.names[said.task] ?? '', name),
    reasons: [whyNot[said.task] ?? '', because],
    step,
  };
}

/** What the run did, for a reader who has asked to be shown. `names`: of the tasks, for `next`. */
export function shown(answer: Answer, names: readonly string[] = []): Judgement {
  switch (answer.asks) {
    case 'order':
      return {
        headline: told.shownOrder,
        reasons: answer.lines.map(({ text, because }) => told.printed(text, because)),
        step: answer.lines[0]?.step ?? 0,
      };
    case 'time':
      return {
        headline: told.shownTime(answer.elapsed),
        reasons: [
          ...answer.lines.map(({ text, t, because }) => told.shownLine(text, t, because)),
          ...answer.moves.map(({ because }) => because),
        ],
        step: answer.moves[0]?.step ?? answer.end,
      };
    case 'next':
      return { headline: told.shownNext(names[answer.task] ?? ''), reasons: [answer.because], step: answer.step };
  }
}
