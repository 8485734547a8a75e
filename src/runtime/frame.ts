/**
 * Where a coroutine stands: function, file, line, column.
 *
 * The compiler writes `yield $runtime.at(value, position)` for `await value`. `at` puts the position into a module variable, and the driver moves it to
 * the coroutine whose `yield` arrives next: nothing runs in between, so it is always the right one.
 */

/** One async function of a program; the compiler makes one object per function. */
export interface FunctionCode {
  readonly name: string;
  /** The learner's file; empty for the runtime's own coroutines, which no traceback shows. */
  readonly file: string;
  /** Line of the definition, from 1. */
  readonly line: number;
}

/** A place in the learner's own file. Line and column count from 1. */
export interface Frame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A position is `line * COLUMNS + min(column from 0, COLUMNS - 1)`: a small integer. */
const COLUMNS = 4096;

/** Where the next `yield` stands; the driver takes it from here. */
export const standing = { position: 0 };

/** Notes the position of an await and passes the awaited value on. */
export function at<T>(value: T, position: number): T {
  standing.position = position;
  return value;
}

/** The frame of `code` at `position`; at its definition when it has not awaited yet. */
export function frameOf(code: FunctionCode, position: number): Frame {
  if (position === 0) return { function: code.name, file: code.file, line: code.line, column: 1 };
  return { function: code.name, file: code.file, line: Math.floor(position / COLUMNS), column: (position % COLUMNS) + 1 };
}
