/** What the page says to Python's frame and worker. What they answer is the sandbox's `Answer`. */
import type { Limits } from '../sandbox/protocol.ts';

/** The files that an interpreter is made of; nothing inside could fetch them. */
export interface PythonFiles {
  /** The worker's script (worker.ts, with pyodide in it). */
  readonly script: ArrayBuffer;
  /** CPython, as WebAssembly. */
  readonly wasm: ArrayBuffer;
  /** Python's standard library, a zip. */
  readonly library: ArrayBuffer;
}

/** One run. `program.code` is Python. Any number may follow one after the other, each when the one before has been answered. */
export interface PythonRequest {
  readonly program: { readonly file: string; readonly code: string };
  readonly limits: Limits;
}
