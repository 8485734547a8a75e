/**
 * What tasks, futures and callbacks are called in sentences and lists: `count (Task-2)`, `gather`, `gather hears that count (Task-2) is done`.
 *
 * Keeps true: whatever comes from a program is bounded and in one line.
 */
import type { Playback } from '../../playback/index.ts';
import { stepWords } from '../words/steps.ts';
import { nameOf, shown } from './drawing/texts.ts';

/** What a callback does, in words where it is asyncio's own; else its code. */
export interface CallbackName {
  readonly text: string;
  /** As it is called where it stands in a list. */
  readonly short: string;
  readonly isCode: boolean;
  /** Who acts in it. */
  readonly who: string;
}

/** Names of a playback. */
export interface Names {
  /** A lane's; that of the program for what is in none. */
  lane(lane: number | undefined): string;
  /** A future's, by its id. */
  future(id: string): string;
  /** A callback's. */
  callback(callback: string): CallbackName;
  /** Who acts in a step: the running task, else what the loop runs. */
  actor(step: number): string;
}

/** The kind of the futures that `gather` makes. */
const GATHERING = '_GatheringFuture';

/** The most that is shown of a callback. */
const LONGEST = 80;

const made = new WeakMap<Playback, Names>();

/** The names of a playback, made once. */
export function namesOf(playback: Playback): Names {
  const known = made.get(playback);
  if (known !== undefined) return known;
  const names = makeNames(playback);
  made.set(playback, names);
  return names;
}

function makeNames(playback: Playback): Names {
  const { record, steps, lanes } = playback;
  const gathering = new Set<unknown>();
  /** Who waits, or has waited, on a future; who has a name. */
  const waiting = new Map<unknown, number>();
  const named = new Map<string, number>();
  for (const event of record.events) if (event['kind'] === GATHERING) gathering.add(event['future']);
  for (const { kind, event, lane } of steps)
    if (kind === 'suspend' && lane !== undefined) waiting.set(record.events[event]?.['on'], lane);
  lanes.forEach(({ name }, lane) => void named.set(name, lane));

  const nameOfLane = (lane: number | undefined): string => {
    const known = lane === undefined ? undefined : lanes[lane];
    return known === undefined ? stepWords.program : stepWords.lane(...nameOf(known));
  };
  const nameOfFuture = (id: string): string =>
    gathering.has(id) ? stepWords.future.gather : stepWords.future.other(shown(id, 40));

  return {
    lane: nameOfLane,
    future: nameOfFuture,
    callback: nameOfCallback,
    actor(step) {
      const running = playback.at(step).running.at(-1);
      if (running !== undefined) return nameOfLane(running);
      const cause = playback.why(step).at(-1);
      if (cause?.because !== 'callback' && cause?.because !== 'timer') return stepWords.program;
      const callback = record.events[steps[cause.step]?.event ?? -1]?.['callback'];
      return typeof callback === 'string' ? nameOfCallback(callback).who : stepWords.aCallback;
    },
  };

  function nameOfCallback(callback: string): CallbackName {
    const [, name = '', argument = ''] = /^([\w.]+)(?:\(([^(),]*)|$)/.exec(callback) ?? [];
    const text = shown(callback, LONGEST);
    const known = Object.hasOwn(stepWords.callback, name) ? stepWords.callback[name] : undefined;
    if (known === undefined) return { text, short: text, isCode: true, who: stepWords.aCallback };
    const lane = waiting.get(argument) ?? named.get(argument);
    const of = lane === undefined ? (/^F\d+$/.test(argument) ? nameOfFuture(argument) : shown(argument, 40)) : nameOfLane(lane);
    const [who, does, queued] = known;
    return { text: does(of), short: queued(of), isCode: false, who };
  }
}
