/**
 * The rows of the runtime's benchmark: what is counted, how much of it one round does, and the goals of the project.
 *
 * Keeps true: every column does the same work for a row; what a column does in other words (a timer that is the host's, say) it tells in a footnote.
 */

export type RowId =
  'switches' | 'tasks' | 'gather' | 'queue' | 'timers' | 'awaits' | 'chain' | 'bytes' | 'sleeping-bytes' | 'million';

/** How a row is measured: `rate` in operations a second, `time` in seconds for `size` operations, `memory` in bytes for each of `size` tasks. */
type Kind = 'rate' | 'time' | 'memory';

export interface Row {
  readonly id: RowId;
  readonly title: string;
  readonly kind: Kind;
  /** `cpu`: what the process computed, whatever else the machine does; `wall`: what one waits. */
  readonly clock: 'cpu' | 'wall';
  /** Operations of one round; a rate finds out by itself how many make a round long enough. */
  readonly size?: number;
  /** What our loop, recording off, should reach; for a rate at least, otherwise at most. */
  readonly goal?: number;
  /** How many times better than CPython our loop should be. */
  readonly overPython: number;
  /** One process a cell measures so many rounds; fewer than usual where one is long. */
  readonly rounds?: number;
}

export const ROWS: readonly Row[] = [
  { id: 'switches', title: 'switches by sleep(0), of 100 tasks', kind: 'rate', clock: 'cpu', goal: 10e6, overPython: 5 },
  { id: 'tasks', title: 'tasks made and ended', kind: 'rate', clock: 'cpu', goal: 3e6, overPython: 5 },
  { id: 'gather', title: 'gather of 100,000', kind: 'time', clock: 'cpu', size: 100_000, overPython: 5, rounds: 3 },
  { id: 'queue', title: 'queue(1) put/get pairs', kind: 'rate', clock: 'cpu', goal: 1.5e6, overPython: 5 },
  { id: 'timers', title: 'timers set and fired', kind: 'rate', clock: 'cpu', overPython: 5 },
  { id: 'awaits', title: 'awaits that do not suspend', kind: 'rate', clock: 'cpu', goal: 10e6, overPython: 5 },
  { id: 'chain', title: 'resumptions 100 awaits deep', kind: 'rate', clock: 'cpu', overPython: 5 },
  {
    id: 'bytes',
    title: 'bytes per task suspended on a future',
    kind: 'memory',
    clock: 'wall',
    size: 100_000,
    goal: 650,
    overPython: 1,
  },
  { id: 'sleeping-bytes', title: 'bytes per sleeping task', kind: 'memory', clock: 'wall', size: 100_000, overPython: 1 },
  {
    id: 'million',
    title: 'a million sleeping tasks',
    kind: 'time',
    clock: 'wall',
    size: 1_000_000,
    goal: 5,
    overPython: 1,
    rounds: 1,
  },
];

/** Recording on may be so many times slower than off. */
export const RECORDING_AT_MOST = 3;

/** Tasks that switch at once, in `switches` and `chain`. */
export const WORKERS = 100;
/** Awaits between a task and where it is resumed, in `chain`. */
export const DEPTH = 100;
/** Tasks or timers made before the loop gets a turn, in `tasks` and `timers`. */
export const BATCH = 1000;

/** Seconds of the `i`-th sleep of a million: a millisecond to a second, in no order. */
export const sleepOf = (i: number): number => (1 + ((i * 7919) % 1000)) / 1000;
/** Seconds of a sleep that is only looked at: nobody wakes while the others fall asleep, and nobody waits for the end. */
export const LONG_SLEEP = 600;
/** Seconds until the `i`-th timer: a microsecond to a millisecond, so that a real clock has fired it by the time that a batch is set. */
export const delayOf = (i: number): number => (1 + ((i * 7919) % 1000)) / 1e6;
