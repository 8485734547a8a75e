/** What the page says to Python's frame and worker. What they answer is the sandbox's `Answer`. */
import { DEFAULT_LIMITS, type Limits } from '../sandbox/protocol.ts';

/** The files that an interpreter is made of; nothing inside could fetch them. */
export interface PythonFiles {
  /** The worker's script (worker.ts, with pyodide in it). */
  readonly script: ArrayBuffer;
  /** CPython, as WebAssembly. */
  readonly wasm: ArrayBuffer;
  /** Python's standard library, a zip. */
  readonly library: ArrayBuffer;
}

/**
 * What a run may do. An interpreter takes 0.1 s to begin and end a program, and 20 times as long as our runtime for a step: its silence is longer, and its steps
 * are fewer, so that an endless `sleep(0)` ends by their number here, too.
 */
export const PYTHON_LIMITS: Limits = { ...DEFAULT_LIMITS, wallClock: 10_000, loopSteps: 20_000 };

/** One run. `program.code` is Python. Any number may follow one after the other, each when the one before has been answered. */
export interface PythonRequest {
  readonly program: { readonly file: string; readonly code: string };
  readonly limits: Limits;
}
