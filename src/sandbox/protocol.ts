/**
 * What crosses the wall between a page (or Node) and the sandbox: one discriminated union each way.
 *
 * Big payloads cross as JSON strings (`json`), which is several times faster than a structured clone. The border parses what comes out: `parseAnswer`
 * refuses anything that is not exactly one of these shapes, so a compromised sandbox can at worst send a well-formed answer about itself.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { ReplayOf } from '../grader/index.ts';

/** Limits of one run. They travel with the request, so that they stand in one place (`DEFAULT_LIMITS`). */
export interface Limits {
  /** Real milliseconds that the worker may be silent before it is ended. The beginning of each run is a word, and so are every `STEPS_PER_WORD` steps of its loop. */
  readonly wallClock: number;
  /** Real milliseconds until the worker is ended although it is not silent. */
  readonly wallClockInAll: number;
  /** Handles the loop may run in one run. */
  readonly loopSteps: number;
  /** Turns of its loops that a program may take without giving control back. */
  readonly turns: number;
  /** Tasks that may be pending at the same time. */
  readonly tasks: number;
  /** Lines a run may print. */
  readonly outputLines: number;
  /** UTF-16 units one line may have; longer ones are cut, and say so. */
  readonly lineLength: number;
  /** Events a record keeps; 0 turns recording of events off. */
  readonly events: number;
}

export const DEFAULT_LIMITS: Limits = {
  wallClock: 3000,
  wallClockInAll: 30_000,
  // A quarter of a second of recorded steps. An endless `sleep(0)` always ends here and never by the clock, however slow the machine: its steps are words.
  loopSteps: 100_000,
  // A quarter of a second of an empty loop, and of a loop with a body of 60 ns still less than the wall clock: the same end on every machine.
  turns: 50_000_000,
  tasks: 50_000,
  outputLines: 1000,
  lineLength: 2000,
  events: 10_000,
};

/**
 * For programs of our own, which end: in them the clock is no limit, or a busy machine would change what a build or a test finds. What is counted still is.
 */
export const PATIENT_LIMITS: Limits = { ...DEFAULT_LIMITS, wallClock: 60_000, wallClockInAll: 120_000 };

/** Steps of the event loop after which a worker says that it goes on. */
export const STEPS_PER_WORD = 1000;

/** What every request has: a program, by its file, and limits. */
export interface Asked {
  readonly program: { readonly file: string };
  readonly limits: Limits;
}

/** One use of a sandbox. */
export type Request =
  | { readonly type: 'run'; readonly program: CompiledProgram; readonly limits: Limits }
  | { readonly type: 'check'; readonly program: CompiledProgram; readonly tests: CompiledProgram; readonly limits: Limits }
  | Replay;

/** One run of a hidden test once more, with its events. */
export interface Replay {
  readonly type: 'replay';
  readonly program: CompiledProgram;
  readonly tests: CompiledProgram;
  readonly of: ReplayOf;
  readonly limits: Limits;
}

/** What a sandbox says. `tests` names the hidden tests before the first runs. `output` and `test-*` come while it works; `record`, `replayed` or `verdict` is the last word, and only the first last word counts. */
export type Answer =
  | { readonly type: 'ready' }
  | { readonly type: 'output'; readonly json: string } // OutputLine[]
  | { readonly type: 'steps'; readonly count: number } // of the present run; the program gives control back
  | { readonly type: 'turning'; readonly line: number; readonly column: number } // the program's loop that turns just now; from 1
  | { readonly type: 'tests'; readonly names: readonly string[] }
  | { readonly type: 'test-started'; readonly name: string }
  | { readonly type: 'test-done'; readonly json: string } // TestResult
  | { readonly type: 'said'; readonly text: string } // what the language itself says of the run in its own words: Python's traceback
  | { readonly type: 'record'; readonly json: string } // RunRecord
  | { readonly type: 'replayed'; readonly json: string } // Replayed
  | { readonly type: 'verdict'; readonly json: string } // Verdict
  | { readonly type: 'failure'; readonly message: string }; // the sandbox itself failed: a bug of ours, never the learner's
