/**
 * Functions in threads, as the events of their loop tell of them: a function begins (`thread.start`), what it gives comes back as a timer of the loop's
 * (`deliver`), and ends the future that a task may wait for.
 *
 * What the function's own code does comes between its beginning and the setting of that timer, as far as it takes no time; the rest of it comes when the
 * time has come, and is told apart only where no other thread is at work.
 */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { takenBy, textOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';

/** The timer with which the loop learns that a function in a thread has ended. */
const DELIVER = 'deliver';

export interface Threads {
  /** The lane whose function gives a future its result. */
  readonly laneOf: (future: string | undefined) => number | undefined;
  /** The lane whose function has ended by the time a timer fires. */
  readonly deliveredBy: (timer: string) => number | undefined;
  /** The future that it then ends. */
  readonly futureOf: (lane: number | undefined) => string | undefined;
  /** Whether some timer tells the end of a lane's function. */
  readonly delivers: (lane: number) => boolean;
  /** The lane whose function does what the event tells, which no task does; undefined where that is not known. */
  readonly inside: (event: number) => number | undefined;
}

export function threadsOf({ events }: RunRecord, { laneOf }: Identities): Threads {
  const byFuture = new Map<string, number>();
  const futures = new Map<number, string>();
  const deliveries = new Map<string, number>();
  const doers = new Map<number, number>();
  /** Functions that have begun, and whose timer is not set yet: what comes now is theirs. */
  const open: number[] = [];
  const alive = new Set<number>();
  /** Whose timer was just cancelled, to be set anew for another moment. */
  let moved: number | undefined;
  /** Time passes in which nobody but threads does anything. */
  let passing = false;

  events.forEach((event, index) => {
    passing = passes(event, passing);
    if (event.ev === 'thread.start') begin(event, laneOf[index] ?? NOBODY);
    else if (event.ev === 'timer.cancel') moved = deliveries.get(handle(event));
    else if (event.ev === 'timer.set' && textOf(event, 'callback') === DELIVER) {
      const lane = moved ?? open.pop();
      moved = undefined;
      if (lane !== undefined) deliveries.set(handle(event), lane);
    } else if (event.ev === 'timer.fire') alive.delete(deliveries.get(handle(event)) ?? NOBODY);
    else if (event.ev === 'print') {
      const lane = passing ? only(alive) : open.at(-1);
      if (lane !== undefined) doers.set(index, lane);
    }
  });
  const delivering = new Set(deliveries.values());
  return {
    laneOf: (future) => (future === undefined ? undefined : byFuture.get(future)),
    deliveredBy: (timer) => deliveries.get(timer),
    futureOf: (lane) => (lane === undefined ? undefined : futures.get(lane)),
    delivers: (lane) => delivering.has(lane),
    inside: (event) => doers.get(event),
  };

  function begin(event: TraceEvent, lane: number): void {
    const future = textOf(event, 'future');
    if (future !== undefined) {
      byFuture.set(future, lane);
      futures.set(lane, future);
    }
    open.push(lane);
    alive.add(lane);
  }
}

/** While the loop sleeps, and while a task blocks, what no task does is done by a thread. */
function passes(event: TraceEvent, before: boolean): boolean {
  if (event.ev === 'clock.jump') return true;
  if (event.ev === 'clock.block') return textOf(event, 'by') !== undefined;
  return before && event.ev !== 'iter' && !event.ev.startsWith('task.') && takenBy(event) === undefined;
}

function only(lanes: ReadonlySet<number>): number | undefined {
  const [first] = lanes;
  return lanes.size === 1 ? first : undefined;
}

function handle(event: TraceEvent): string {
  return textOf(event, 'handle') ?? '';
}
