/**
 * Who is who: gives each task and each function in a thread the number of its lane, in the order in which the record first tells of them.
 *
 * Keeps true: two tasks are two lanes, whatever their names are and become.
 */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { numberOf, textOf } from './fields.ts';
import type { Lane } from './playback.ts';

/** A lane while it is being made. */
export type LaneDraft = { -readonly [K in keyof Omit<Lane, 'spans'>]: Lane[K] } & {
  /** The event that first tells of it. */
  readonly event: number;
};

/** No lane. */
export const NOBODY = -1;

export interface Identities {
  readonly lanes: readonly LaneDraft[];
  /** For each event, the lane of the task or of the thread that it tells of, or `NOBODY`. */
  readonly laneOf: Int32Array;
  /** A task's lane by its number. */
  laneOfTask(serial: number | undefined): number | undefined;
}

export function identify(record: RunRecord): Identities {
  const { events } = record;
  const known = new Map(record.tasks.map((task) => [task.serial, task]));
  const lanes: LaneDraft[] = [];
  const laneOf = new Int32Array(events.length).fill(NOBODY);
  const bySerial = new Map<number | string, number>();

  events.forEach((event, index) => {
    if (event.ev === 'thread.start') laneOf[index] = lanes.push(threadLane(event, index)) - 1;
    else if (event.ev.startsWith('task.')) laneOf[index] = laneOfTask(event, index);
  });
  return { lanes, laneOf, laneOfTask: (serial) => (serial === undefined ? undefined : bySerial.get(serial)) };

  function laneOfTask(event: TraceEvent, index: number): number {
    const name = textOf(event, 'task') ?? '';
    const serial = numberOf(event, 'serial') ?? name;
    const made = bySerial.get(serial);
    const lane = made === undefined ? undefined : lanes[made];
    if (made !== undefined && lane !== undefined) {
      lane.name = name;
      return made;
    }
    const info = typeof serial === 'number' ? known.get(serial) : undefined;
    const coroutine = textOf(event, 'coroutine') ?? info?.coroutine ?? '';
    const fresh = lanes.push({ kind: 'task', name, coroutine, internal: isInternal(coroutine), event: index }) - 1;
    bySerial.set(serial, fresh);
    return fresh;
  }
}

function threadLane(event: TraceEvent, index: number): LaneDraft {
  const name = textOf(event, 'thread') ?? '';
  return { kind: 'thread', name, coroutine: textOf(event, 'callback') ?? '', internal: false, event: index };
}

/** Tasks of the event loop's own: `run` makes them when it closes its loop. */
function isInternal(coroutine: string): boolean {
  return coroutine.startsWith('BaseEventLoop.');
}
