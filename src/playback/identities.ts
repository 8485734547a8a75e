/**
 * Who is who: gives each task and each function in a thread the number of its lane, in the order in which they came to be.
 *
 * Keeps true: two tasks are two lanes, whatever their names are and become.
 */
import type { RunRecord, TaskInfo, TraceEvent } from '../record/index.ts';
import { numberOf, textOf } from './fields.ts';
import type { Lane } from './playback.ts';

/** A lane while it is being made: what is known of it whatever happens. */
type LaneDraft = { -readonly [K in keyof Omit<Lane, 'spans'>]: Lane[K] };

/** No lane. */
export const NOBODY = -1;

export interface Identities {
  readonly lanes: readonly LaneDraft[];
  /** For each event, the lane of the task or of the thread that it tells of, or `NOBODY`. */
  readonly laneOf: Int32Array;
  /** A task's lane by its number. */
  readonly laneOfTask: (serial: number | undefined) => number | undefined;
}

/** False when the record has lost its oldest events. */
export function isWhole({ dropped }: RunRecord): boolean {
  return dropped === undefined || dropped.events === 0;
}

export function identify(record: RunRecord): Identities {
  const { events } = record;
  const lanes: LaneDraft[] = [];
  const laneOf = new Int32Array(events.length).fill(NOBODY);
  const bySerial = new Map<number | string, number>();
  const infos = new Map(record.tasks.map((task) => [task.serial, task]));
  const byName = new Map<string, number>();
  if (!isWhole(record)) {
    for (const { serial, name, coroutine, by } of olderThan(record)) {
      const parent = by === null ? undefined : byName.get(by);
      byName.set(name, add(serial, { ...taskLane(name, coroutine), ...(parent === undefined ? {} : { parent }) }));
    }
  }

  events.forEach((event, index) => {
    if (event.ev === 'thread.start') laneOf[index] = lanes.push(threadLane(event)) - 1;
    else if (event.ev.startsWith('task.')) laneOf[index] = laneOfEvent(event);
  });
  return { lanes, laneOf, laneOfTask: (serial) => (serial === undefined ? undefined : bySerial.get(serial)) };

  function add(serial: number | string, lane: LaneDraft): number {
    const place = lanes.push(lane) - 1;
    bySerial.set(serial, place);
    return place;
  }

  function laneOfEvent(event: TraceEvent): number {
    const name = textOf(event, 'task') ?? '';
    const serial = numberOf(event, 'serial') ?? name;
    const place = bySerial.get(serial);
    const lane = place === undefined ? undefined : lanes[place];
    if (place === undefined || lane === undefined) {
      const info = typeof serial === 'number' ? infos.get(serial) : undefined;
      return add(serial, taskLane(name, textOf(event, 'coroutine') ?? info?.coroutine ?? ''));
    }
    lane.name = name; // the last one is kept
    return place;
  }
}

/** The tasks that were made before the record's first event and have not ended by then. */
function olderThan({ events, tasks }: RunRecord): readonly TaskInfo[] {
  const seen = new Set<number | undefined>();
  const made = new Set<number | undefined>();
  for (const event of events) {
    if (event.ev === 'task.create') made.add(numberOf(event, 'serial'));
    else seen.add(numberOf(event, 'serial'));
  }
  return tasks.filter(({ serial, ended }) => !made.has(serial) && (ended === null || seen.has(serial)));
}

function taskLane(name: string, coroutine: string): LaneDraft {
  return { kind: 'task', name, coroutine, internal: isInternal(coroutine) };
}

function threadLane(event: TraceEvent): LaneDraft {
  return {
    kind: 'thread',
    name: textOf(event, 'thread') ?? '',
    coroutine: calledIn(textOf(event, 'callback') ?? ''),
    internal: false,
  };
}

/** The function that a thread calls: `to_thread` hands it to a context, which calls it, as in `Context.run(<function f>)`. */
function calledIn(callback: string): string {
  return /^Context\.run\(<function (\S+?)(?: at 0x\w+)?>[,)]/.exec(callback)?.[1] ?? callback;
}

/** Tasks of the event loop's own: `run` makes them when it closes its loop. */
function isInternal(coroutine: string): boolean {
  return coroutine.startsWith('BaseEventLoop.');
}
