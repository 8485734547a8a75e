/**
 * From what `harness/watch.py` has seen of a run to the run record: other names, and the two events that end it.
 *
 * Keeps true: the same run gives the same bytes; the record is bounded as ours is, which `watch.py` has seen to.
 */
import type { Budget, ErrorInfo, OutputLine, RunRecord, TaskInfo, TraceEvent, Warning } from '../record/index.ts';
import type { Event } from './told.ts';

/** What `record_program` of `harness/process.py` gives. */
export interface Watched {
  readonly events: readonly Event[];
  /** The number of the first event; older ones were dropped. */
  readonly first: number;
  readonly lines: readonly OutputLine[];
  readonly tasks: readonly TaskInfo[];
  readonly warnings: readonly Warning[];
  readonly dropped: NonNullable<RunRecord['dropped']>;
  readonly budget: Extract<Budget, 'loop-steps' | 'tasks' | 'output'> | null;
  readonly error: (ErrorInfo & { readonly outcome: 'raised' | 'deadlock' }) | null;
  /** What Python itself said on standard error: warnings, what asyncio logs, the traceback. */
  readonly said: string;
  readonly seconds: number;
  readonly iterations: number;
}

/** Python's short names of fields, and the record's. */
const NAMES: Readonly<Record<string, string>> = {
  h: 'handle',
  cb: 'callback',
  fut: 'future',
  coro: 'coroutine',
  msg: 'message',
  woken_by: 'wokenBy',
  woken_by_task: 'wokenByTask',
  on_task: 'onTask',
};

/** Who did it stands in these events, null for what was done outside of a task; in the others it is left out. */
const BY = new Set(['task.create', 'task.cancel', 'clock.block']);

/** What only a comparison with our runtime asks for, and with what words something was cancelled where that is over. */
const BARE = new Set(['by', 'about']);
const OVER = new Set(['task.done', 'future.done']);

function eventOf({ t, it, ev, ...fields }: Event, i: number): TraceEvent {
  const kept = Object.entries(fields).filter(([name]) => !BARE.has(name) && !(name === 'msg' && OVER.has(ev)));
  return {
    i,
    t,
    it,
    ev: ev as TraceEvent['ev'],
    ...Object.fromEntries(kept.map(([name, value]) => [NAMES[name] ?? name, value])),
    ...(BY.has(ev) ? { by: fields['by'] ?? null } : {}),
    ...(ev === 'print' ? { task: fields['task'] ?? null } : {}),
  };
}

/** The record of a run. `limit` is the number of events that it may have. */
export function recordOf(watched: Watched, limit: number): RunRecord {
  const { events, first, lines, tasks, warnings, dropped, budget, seconds: elapsed, iterations } = watched;
  const { outcome: raised, ...error } = watched.error ?? { outcome: undefined };
  const outcome = budget === null ? (raised ?? 'finished') : 'over-budget';
  const all = events.map((event, index) => eventOf(event, first + index));
  const end = (ev: 'error' | 'end', fields: object): void => {
    all.push({ i: first + all.length, t: elapsed, it: iterations, ev, ...fields });
  };
  if ('type' in error) end('error', { exception: `${error.type}: ${error.message}` });
  end('end', { status: outcome });
  const tooMany = Math.max(0, all.length - limit);
  const lost = { ...dropped, events: dropped.events + tooMany };
  return {
    version: 1, // the type holds it to RECORD_VERSION; the value would bring the recorder, and the runtime with it
    outcome,
    ...(budget === null ? {} : { budget }),
    ...('type' in error ? { error } : {}),
    elapsed,
    iterations,
    output: lines,
    events: all.slice(tooMany),
    tasks,
    warnings,
    ...(Object.values(lost).some((count) => count > 0) ? { dropped: lost } : {}),
  };
}
