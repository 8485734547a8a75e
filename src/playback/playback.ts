/**
 * What playback makes of a run record: a list of steps, lanes for tasks and threads, and the state of the loop after each step. Types only; `index.ts` says
 * who makes them.
 *
 * Keeps true: everything here is plain data that follows from the record alone; a step is named by its place in `steps`, from 0, a lane by its place in `lanes`.
 */
import type { RunRecord, SourcePosition } from '../record/index.ts';

/**
 * One step: an event that means something to a reader, and the bookkeeping around it (a future made, a handle queued, a timer set).
 *
 * - `begin`: the program up to the loop's first turn · `turn`: an iteration begins: the clock may jump, due timers join the queue
 * - `start`, `resume`: a task's step begins · `suspend`, `done`: it ends
 * - `create`, `cancel`, `uncancel`: of a task · `print`, `block`: within a step · `settle`: a future gets its result within a task's step
 * - `timer`, `callback`: a timer or a plain callback runs, with what it does · `thread`: a function begins in a thread
 * - `trouble`: a warning, a log line, the exception handler, an error · `deadlock` · `close`: a loop is closed · `end`
 */
export type StepKind =
  | 'begin'
  | 'turn'
  | 'start'
  | 'resume'
  | 'suspend'
  | 'done'
  | 'create'
  | 'cancel'
  | 'uncancel'
  | 'print'
  | 'block'
  | 'settle'
  | 'timer'
  | 'callback'
  | 'thread'
  | 'trouble'
  | 'deadlock'
  | 'close'
  | 'end';

export interface Step {
  readonly kind: StepKind;
  /** Virtual seconds when it is over: after its jump for a `turn`, after the blocked seconds for a `block`. */
  readonly t: number;
  /** Loop iteration; 0 before the first. */
  readonly it: number;
  /** The lane it is about. */
  readonly lane?: number;
  /**
   * The event that it is named after (-1 for a `begin`, and where a record has no events), and the first and last of those that belong to it: places in
   * `record.events`. Without events of its own, `last` is before `first`.
   */
  readonly event: number;
  readonly first: number;
  readonly last: number;
  /** The line to look at: where the running task is by the end of this step. */
  readonly position?: SourcePosition;
}

/** How a lane is at a moment. A task that gave others a turn is ready, and waits for its turn: `ready` with `waits`. */
export type LaneState = 'ready' | 'running' | 'waiting' | 'blocking' | 'finished' | 'failed' | 'cancelled';

/** What a task waits on. */
export type Waits =
  /** `sleep`, a timer of the program, the deadline of a timeout: the future of a timer. */
  | { readonly on: 'timer'; readonly future: string; readonly when: number }
  | { readonly on: 'task'; readonly lane: number }
  | { readonly on: 'gather'; readonly future: string }
  | { readonly on: 'thread'; readonly future: string; readonly lane: number }
  /** Any other future, by its id and kind. */
  | { readonly on: 'future'; readonly future: string; readonly kind?: string }
  /** Its next turn: a bare yield, such as `sleep(0)`. */
  | { readonly on: 'turn' };

/**
 * A stretch of a lane in one state, from the end of step `from` to the end of step `to`. A `blocking` one begins at the end of the step before the `block`,
 * because the step itself is the time that passes; what the lane was up to then may be a stretch of no length.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: LaneState;
  /** A cancellation has been asked for, and the task is not over. */
  readonly cancelling: boolean;
  readonly waits?: Waits;
  readonly position?: SourcePosition;
}

/** A task's life, or that of a function in a thread. Spans are in order, without gaps from the first step that knows it to the last. */
export interface Lane {
  readonly kind: 'task' | 'thread';
  /** The last name that it had. */
  readonly name: string;
  /** Name of its coroutine function; of the called function for a thread. */
  readonly coroutine: string;
  /** The lane of the task that made it; undefined for what was made outside of a task. */
  readonly parent?: number;
  /** True for tasks of the runtime's own, such as those that close a loop. */
  readonly internal: boolean;
  readonly spans: readonly Span[];
  /** `repr` of its result or error, when it ended with one. */
  readonly result?: string;
}

/** A handle in the ready queue. */
export interface Queued {
  readonly handle: string;
  /** Such as `Task-2.wakeup(F1)`. */
  readonly callback: string;
  /** The task whose step it is. */
  readonly lane?: number;
  /** The step in which it joined the queue. */
  readonly since: number;
  /** The loop will pass it over, because it is or will be cancelled. */
  readonly skipped?: boolean;
}

/** A timer that is set. */
export interface Timer {
  readonly handle: string;
  readonly callback: string;
  /** Virtual seconds at which it is due. */
  readonly when: number;
  /** The tasks that wait for it. */
  readonly lanes: readonly number[];
  /** The step in which it was set, and the task that set it. */
  readonly since: number;
  readonly by?: number;
}

/** The loop by the end of a step. */
export interface Moment {
  readonly step: number;
  readonly t: number;
  readonly it: number;
  /** The lanes whose code is on the stack, outermost first: more than one where an eager task started within another's step. */
  readonly running: readonly number[];
  /** In the order in which they will run. What this iteration still has to run comes first: `batch` of them. */
  readonly queue: readonly Queued[];
  readonly batch: number;
  /** Earliest first. */
  readonly timers: readonly Timer[];
  /** Lines of `record.output` that are printed by now. */
  readonly printed: number;
  readonly position?: SourcePosition;
}

/** One link of the chain that says why a step runs now, first cause first. */
export type Cause =
  /** The program called `run`, which made the main task. */
  | { readonly because: 'program' }
  | { readonly because: 'timer'; readonly when: number; readonly handle: string; readonly step: number }
  /** A future or a task got its result; `lane` is the task in whose step a future got it. */
  | {
      readonly because: 'future';
      readonly future: string;
      readonly state: 'finished' | 'failed' | 'cancelled';
      readonly step: number;
      readonly lane?: number;
    }
  | {
      readonly because: 'task';
      readonly lane: number;
      readonly state: 'finished' | 'failed' | 'cancelled';
      readonly step: number;
    }
  /** A task did something in its step: it made this one, cancelled it, let others run (`sleep(0)`), or had something called soon or later. */
  | { readonly because: 'created' | 'cancelled' | 'yielded' | 'called'; readonly lane?: number; readonly step: number }
  | { readonly because: 'callback'; readonly callback: string; readonly step: number }
  | { readonly because: 'thread'; readonly lane: number; readonly step: number };

/** A record made ready to be looked at step by step. */
export interface Playback {
  readonly record: RunRecord;
  /** At least one. */
  readonly steps: readonly Step[];
  readonly lanes: readonly Lane[];
  /** False when the record has lost its oldest events: what was queued or set before the first step is not known. */
  readonly isWhole: boolean;
  /** The loop by the end of a step; fast for neighbours and for jumps. A step outside of the list is taken as the nearest one. */
  readonly at: (step: number) => Moment;
  /** How a lane is by the end of a step, or in it for a step that blocks; undefined before it was made. */
  readonly spanOf: (lane: number, step: number) => Span | undefined;
  /** Why a step runs now, first cause first; empty where the record does not tell. */
  readonly why: (step: number) => readonly Cause[];
  /** The next step after `step` (or the last before it, with `back`) that is about a lane; undefined when there is none. */
  readonly nextOf: (lane: number, step: number, back?: boolean) => number | undefined;
}
