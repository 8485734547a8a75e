/** The columns of the runtime's benchmark: who is measured, in what version, and what stands in a cell that has no number. */
import type { Contender } from './contenders/contender.ts';
import type { RowId } from './rows.ts';

interface Column {
  readonly title: string;
  /** The npm package that is measured, for its version. */
  readonly package?: string;
  /** Absent for what does not run in Node. */
  readonly load?: () => Promise<Contender>;
  /** Why a row has no number here; and what is to be known of one that has. */
  readonly without?: Partial<Readonly<Record<RowId, string>>>;
  readonly notes?: Partial<Readonly<Record<RowId, string>>>;
}

const NO_QUEUE = 'has no queue that makes the one who puts wait';
const HOST_TIMERS = 'its timers are the host’s: see promises';

const COLUMNS = {
  ours: { title: 'ours', load: async () => (await import('./contenders/ours.ts')).contender(false) },
  recording: { title: 'recording', load: async () => (await import('./contenders/ours.ts')).contender(true) },
  trampoline: {
    title: 'trampoline',
    load: async () => (await import('./contenders/trampoline.ts')).contender,
    notes: { chain: '`yield*` resumes through every level; so it is for co and effection' },
  },
  promises: {
    title: 'promises',
    load: async () => (await import('./contenders/promises.ts')).contender,
    without: { queue: NO_QUEUE },
    notes: {
      switches: 'a switch is an await of a resolved promise: a turn of the microtasks; so it is for co',
      awaits: 'always suspends: the language has no await that does not',
      timers: 'setTimeout; its shortest is a millisecond',
    },
  },
  co: {
    title: 'co',
    package: 'co',
    load: async () => (await import('./contenders/co.ts')).contender,
    without: { queue: NO_QUEUE, timers: HOST_TIMERS },
    notes: { awaits: '`yield*`, which the language does by itself; so it is for effection' },
  },
  effection: {
    title: 'effection',
    package: 'effection',
    load: async () => (await import('./contenders/effection.ts')).contender,
    without: { queue: NO_QUEUE, timers: HOST_TIMERS },
    notes: { switches: 'an action that resolves at once: its own sleep(0) is a timer of a millisecond' },
  },
  effect: {
    title: 'effect',
    package: 'effect',
    load: async () => (await import('./contenders/effect.ts')).contender,
    without: { timers: HOST_TIMERS },
    notes: { switches: 'Effect.yieldNow; its scheduler takes all that yielded up in one setImmediate' },
  },
  asyncio: {
    title: 'CPython',
    notes: {
      timers:
        'call_later by a microsecond to a millisecond, due by the time that a batch of 1000 is set, so that nothing waits for the clock',
      bytes: 'tracemalloc: what Python’s allocator gave out',
      million: 'sleeps of 1 ms to 1 s, on a real clock; so it is for all but ours and the trampoline',
    },
  },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnId = keyof typeof COLUMNS;

export const COLUMN_IDS = Object.keys(COLUMNS) as ColumnId[];

export function column(id: ColumnId): Column {
  return COLUMNS[id];
}
