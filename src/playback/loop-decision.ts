/** A decision of the loop, as it is put to somebody who plays it: what can be chosen, and the fact that speaks against each wrong choice. */
import type { Moment, Playback, Queued, Timer, Waits } from './playback.ts';

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
  /** It only lets the others run, as by a sleep of zero. */
  | { readonly because: 'waits-for-nothing'; readonly line?: number }
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

export type Choices = Decision['choices'];

export const withRefusal = (choice: Choice, refusal: Refusal | undefined): Choices[number] =>
  refusal === undefined ? { choice } : { choice, refusal };

/** The loop before a step, without handles that it will pass over. */
export function momentBefore(playback: Playback, step: number): Moment {
  const moment = playback.at(step - 1);
  const isLeft = ({ skipped }: Queued): boolean => skipped !== true;
  return { ...moment, queue: moment.queue.filter(isLeft), batch: moment.queue.slice(0, moment.batch).filter(isLeft).length };
}

/** True when this has been asked before; from now on it has. */
export function seen(asked: Set<string>, what: string): boolean {
  if (asked.has(what)) return true;
  asked.add(what);
  return false;
}
