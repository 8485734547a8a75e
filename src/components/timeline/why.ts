/** Why a step runs now, in words: the links of the chain that led to it, each with the step it can be seen in. */
import type { Cause, Playback } from '../../playback/index.ts';
import { stepWords } from '../words/steps.ts';
import { namesOf } from './names.ts';

const say = stepWords.cause;

/** One link. */
export interface Link {
  readonly text: string;
  /** Where it happened, from 0. */
  readonly step?: number;
}

/** The chain that led to a step, first cause first; empty where it is not known. */
export function causesIn(playback: Playback, step: number): readonly Link[] {
  return playback.why(step).map((cause): Link => {
    const text = linkOf(playback, cause, step);
    return 'step' in cause ? { text, step: cause.step } : { text };
  });
}

/** The same, up to the task that was then ready. */
export function linksOf(playback: Playback, step: number): readonly Link[] {
  const links = causesIn(playback, step);
  if (links.length === 0) return [];
  const { kind, lane: about } = playback.steps[step] ?? {};
  const lane = kind === 'suspend' || kind === 'done' ? about : playback.at(step).running.at(-1);
  return lane === undefined ? links : [...links, { text: say.ready(namesOf(playback).lane(lane)) }];
}

/** What made a task go on, in words: `gather is done`. */
export function wokenBy(playback: Playback, step: number): string | undefined {
  const [before, last] = playback.why(step).slice(-2);
  if (last?.because === 'future' && before?.because === 'timer' && isSleep(playback, before.step)) return say.slept;
  const cause = last ?? before;
  return cause === undefined ? undefined : linkOf(playback, cause, step);
}

/** Whether the timer that fires in a step is that of a `sleep`. */
function isSleep({ record, steps }: Playback, step: number): boolean {
  const callback = record.events[steps[step]?.event ?? -1]?.['callback'];
  return typeof callback === 'string' && callback.startsWith('_set_result_unless_cancelled(');
}

function linkOf(playback: Playback, cause: Cause, step: number): string {
  const names = namesOf(playback);
  switch (cause.because) {
    case 'program':
      return say.program;
    case 'timer':
      return say.timer(cause.when);
    case 'future':
      return say.over(names.future(cause.future), cause.state);
    case 'task':
      return say.over(names.lane(cause.lane), cause.state);
    case 'created':
      return say.created(names.actor(cause.step));
    case 'cancelled':
      return say.cancelled(names.actor(cause.step));
    case 'yielded':
      return say.yielded;
    case 'called':
      return (playback.steps[step]?.kind === 'timer' ? say.set : say.called)(
        cause.lane === undefined ? names.actor(cause.step) : names.lane(cause.lane),
      );
    case 'callback':
      return names.callback(cause.callback).text;
    case 'thread':
      return say.thread(names.lane(cause.lane));
  }
}
