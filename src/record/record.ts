/**
 * The run record: one plain-JSON account of one run of one program.
 *
 * Whatever runs a program (TypeScript on `src/runtime`, later Python on CPython) answers with this shape; the grader asserts on it and the page shows
 * it. Keeps true: every value here survives `JSON.stringify`, and two runs of one program with the same seed give the same bytes.
 */

/** The version written into every record. It rises when a reader of older records would misread a newer one. */
export const RECORD_VERSION = 1;

/** A place in the learner's own file. Lines and columns count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The function the place is in, where known. */
  readonly function?: string;
}

/** How a run ended. `stopped`: by the reader's Stop. `over-budget`: a limit was hit; `budget` says which. */
export type Outcome = 'finished' | 'raised' | 'deadlock' | 'stopped' | 'over-budget';

/** The limit that a run hit. */
export type Budget = 'wall-clock' | 'wall-clock-in-all' | 'loop-steps' | 'turns' | 'tasks' | 'output' | 'memory';

/** An error as it is told: `frames` is innermost last, as in a Python traceback, and holds positions in the learner's files only. */
export interface ErrorInfo {
  /** The error's class, such as `ValueError`. */
  readonly type: string;
  readonly message: string;
  readonly frames: readonly SourcePosition[];
  /** A line that says what to write instead, where the runtime knows one. */
  readonly hint?: string;
  /** The errors of a group, of which `message` has the number; of very many, or very deep, only the first. */
  readonly exceptions?: readonly ErrorInfo[];
}

/** One printed line. */
export interface OutputLine {
  readonly text: string;
  /** Virtual seconds since the run began. */
  readonly t: number;
  /** Loop iteration; 0 outside of a loop. */
  readonly it: number;
  /** Name of the task that printed it; null outside of a task. */
  readonly task: string | null;
  readonly position?: SourcePosition;
}

/**
 * One event; the names and fields are those of `spec/run-record.md`. `i` is the sequence, `t` virtual seconds, `it` the loop iteration.
 *
 * Beside those, so that names which are given twice confuse nobody: `serial` is the task's number in every event of a task and in the `ready.push` of its
 * step, `onTask` and `wokenByTask` where `on` and `wokenBy` name a task, `handle` the handle that a `task.start` or `task.resume` took from the queue (an
 * eager start has none). `task.create` and `clock.block` have a `position`, the line that runs just then, the first thousand of a run at least. `loop.close`
 * empties queue and timers. `thread.start` has thread, callback and future.
 */
export interface TraceEvent {
  readonly i: number;
  readonly t: number;
  readonly it: number;
  readonly ev: EventName;
  readonly [field: string]: unknown;
}

export type EventName =
  | 'iter'
  | 'clock.jump'
  | 'clock.block'
  | 'ready.push'
  | 'thread.start'
  | 'handle.run'
  | 'timer.set'
  | 'timer.fire'
  | 'timer.cancel'
  | 'future.create'
  | 'future.done'
  | 'task.create'
  | 'task.start'
  | 'task.resume'
  | 'task.suspend'
  | 'task.done'
  | 'task.cancel'
  | 'task.uncancel'
  | 'print'
  | 'warning'
  | 'log'
  | 'exception_handler'
  | 'loop.close'
  | 'deadlock'
  | 'error'
  | 'end';

/** One task's life. Its number is 1 for the first task of the run: names may be given twice and changed. Times are virtual seconds; `state` is how it stood when the run ended. */
export interface TaskInfo {
  readonly serial: number;
  readonly name: string;
  /** Name of its coroutine function. */
  readonly coroutine: string;
  /** Name of the task that created it; null when made outside of a task. */
  readonly by: string | null;
  readonly created: number;
  readonly ended: number | null;
  readonly state: 'pending' | 'finished' | 'failed' | 'cancelled';
  /** `repr` of the result or error, where there is one. */
  readonly result?: string;
}

/** What CPython would print on stderr at the run's end, such as "coroutine 'f' was never awaited". */
export interface Warning {
  /** `RuntimeWarning`, or `log` for what asyncio's logger would say. */
  readonly category: string;
  readonly text: string;
  /** What to write instead, where the runtime knows. */
  readonly hint?: string;
  readonly position?: SourcePosition;
}

/** One run. */
export interface RunRecord {
  readonly version: typeof RECORD_VERSION;
  readonly outcome: Outcome;
  /** Present exactly when outcome is 'over-budget'. */
  readonly budget?: Budget;
  /** Present when outcome is 'raised' or 'deadlock', and for 'over-budget' where the place is known. */
  readonly error?: ErrorInfo;
  /** For 'over-budget', where it is known: the loop that the program was last seen in. */
  readonly seenAt?: SourcePosition;
  /** Virtual seconds from start to end. */
  readonly elapsed: number;
  /** Loop iterations of all loops together. */
  readonly iterations: number;
  readonly output: readonly OutputLine[];
  readonly events: readonly TraceEvent[];
  readonly tasks: readonly TaskInfo[];
  readonly warnings: readonly Warning[];
  /** What was dropped to stay within bounds; absent when the record is whole. */
  readonly dropped?: Dropped;
}

/** How much of each kind a record leaves out. */
interface Dropped {
  readonly events: number;
  readonly lines: number;
  readonly tasks: number;
  readonly warnings: number;
}
