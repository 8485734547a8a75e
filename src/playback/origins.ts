/** Where everything came from: the events that queued a handle, set a timer, made, cancelled and ended a task, ended a future. */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { textOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';

/** Places of events, by what they tell of. */
export interface Origins {
  readonly queued: ReadonlyMap<string, number>;
  readonly set: ReadonlyMap<string, number>;
  /** By the future. */
  readonly settled: ReadonlyMap<string, number>;
  /** By the lane. */
  readonly made: ReadonlyMap<number, number>;
  readonly done: ReadonlyMap<number, number>;
  /** All cancellations of a lane, in order. */
  readonly cancelled: ReadonlyMap<number, readonly number[]>;
}

export function originsOf({ events }: RunRecord, { laneOf }: Identities): Origins {
  const queued = new Map<string, number>();
  const set = new Map<string, number>();
  const settled = new Map<string, number>();
  const made = new Map<number, number>();
  const done = new Map<number, number>();
  const cancelled = new Map<number, number[]>();
  events.forEach((event, index) => {
    const lane = laneOf[index] ?? NOBODY;
    if (event.ev === 'ready.push') queued.set(named(event, 'handle'), index);
    else if (event.ev === 'timer.set') set.set(named(event, 'handle'), index);
    else if (event.ev === 'future.done') settled.set(named(event, 'future'), index);
    else if (event.ev === 'task.create') made.set(lane, index);
    else if (event.ev === 'task.done') done.set(lane, index);
    else if (event.ev === 'task.cancel') {
      const before = cancelled.get(lane);
      if (before === undefined) cancelled.set(lane, [index]);
      else before.push(index);
    }
  });
  return { queued, set, settled, made, done, cancelled };
}

function named(event: TraceEvent, field: string): string {
  return textOf(event, field) ?? '';
}
