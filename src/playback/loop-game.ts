/**
 * "You are the loop": the decisions that `_run_once` makes in a run, as questions to somebody who plays it. Each has one right choice, and for every other
 * choice the fact that speaks against it; what happens between two decisions is shown.
 *
 * Keeps true: all of it follows from the playback. The right choice is what the run did, the facts are those of the moment at which the choice is made.
 */
import type { Decision } from './loop-decision.ts';
import { ending, whoWakes } from './loop-steps.ts';
import { clock, dueTimers, endOfIteration, nextHandle } from './loop-turns.ts';
import type { Playback, StepKind } from './playback.ts';
import { mustHaveEnded, UnfitRun } from './unfit-run.ts';

/** What happens one after the other: a step of the run that is shown, or a decision. */
type Beat = { readonly kind: 'shown'; readonly step: number } | { readonly kind: 'decision'; readonly decision: Decision };

export interface LoopGame {
  readonly beats: readonly Beat[];
  /** How many of them are decisions. */
  readonly decisions: number;
}

/** Decisions that a game has: fewer are no game, and more are none either. */
const FEWEST = 6;
const MOST = 60;
/** Steps of a run that is still played, whatever there is to decide. */
const LONGEST = 1000;

/** The game of a run. Throws UnfitRun for one that cannot be played. It ends with the last step of the program's own tasks: how asyncio then closes the loop is no part of it. */
export function loopGameOf(playback: Playback): LoopGame {
  mustHaveEnded(playback);
  const { steps, lanes } = playback;
  if (lanes.some(({ kind }) => kind === 'thread'))
    throw new UnfitRun('it uses threads: no loop decides when they end', 'leave the threads out');
  if (steps.filter(({ kind }) => kind === 'close').length > 1) throw new UnfitRun('it runs more than one loop', 'call run once');
  if (steps.length > LONGEST)
    throw new UnfitRun(`its run has ${steps.length} steps; a game has at most ${LONGEST}`, 'make it shorter');
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
