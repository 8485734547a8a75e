/**
 * A compiled program: what the compiler hands to the sandbox. Plain JSON, so that it can be built ahead of time, posted to a worker and kept.
 */

/** One import of a program. `names` are the imported names ('default' and '*' included as such). */
export interface ProgramImport {
  readonly module: string;
  readonly names: readonly string[];
  readonly line: number;
  readonly column: number;
}

export interface CompiledProgram {
  readonly version: 1;
  /** The file's name as it is shown in positions, such as `main.ts`. */
  readonly file: string;
  /**
   * JavaScript source of one function expression, `(function ($require, $exports, $module, $runtime) { 'use strict'; … })`, ending in a
   * `//# sourceURL=` line that names `file`. `$runtime` is the runtime's `helpers`.
   */
  readonly code: string;
  readonly imports: readonly ProgramImport[];
  /** Names that the program exports. */
  readonly exports: readonly string[];
  /** For each line of `code` (from 0): flat triples `generatedColumn, line, column` in rising order of generatedColumn; columns from 0, lines from 1. */
  readonly positions: readonly (readonly number[])[];
}

/** A problem in the learner's source. Line and column from 1, length in UTF-16 units. */
export interface CompileError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** What to write instead, where known. */
  readonly hint?: string;
}

export type CompileResult =
  { readonly ok: true; readonly program: CompiledProgram } | { readonly ok: false; readonly errors: readonly CompileError[] };
