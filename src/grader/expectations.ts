/**
 * The matchers as authors see them. The last argument of each is the feedback for the learner: say first what the program did
 * (`{actual}`, `{expected}` are filled in), then the idea, never the solution. Without feedback the matcher has a sentence of its
 * own.
 */

/** Printed lines: one text for each, or all in one text. */
export type Lines = string | readonly string[];

/** Matches a printed line: a text the whole line, a pattern any part of it. */
export type Line = string | RegExp;

/** An error by its name, or by its class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any class, whatever its constructor takes
export type ErrorType = string | (abstract new (...args: any[]) => object);

/** Matchers for any value. Values are compared as data: classes, getters and methods of the program's own never run. */
export interface ValueExpectation {
  /** The opposite. */
  readonly not: ValueExpectation;
  /** The same: `===`, and NaN is NaN. */
  toBe(expected: unknown, feedback?: string): void;
  /** The same data, however deep. Properties that are undefined count as absent; errors are equal when class and message are. */
  toEqual(expected: unknown, feedback?: string): void;
  /** A number within half a unit of the given decimal (2 when left out). For times of a run `toTake` is better. */
  toBeCloseTo(expected: number, digits?: number, feedback?: string): void;
  /** A text with this part, or a list or set with an equal item. */
  toContain(item: unknown, feedback?: string): void;
  toHaveLength(length: number, feedback?: string): void;
  /** A text with this part, or that matches. */
  toMatch(pattern: RegExp | string, feedback?: string): void;
  toBeGreaterThan(bound: number, feedback?: string): void;
  toBeGreaterThanOrEqual(bound: number, feedback?: string): void;
  toBeLessThan(bound: number, feedback?: string): void;
  toBeLessThanOrEqual(bound: number, feedback?: string): void;
  toBeTruthy(feedback?: string): void;
  toBeFalsy(feedback?: string): void;
  toBeUndefined(feedback?: string): void;
  toBeDefined(feedback?: string): void;
  toBeNull(feedback?: string): void;
}

/**
 * Matchers for a run. A run that raised, hung or was ended passes none of them (nor their `.not`) but `toRaise` and
 * `.not.toFinish`; once a test has said `toRaise`, the run's time, output and the like can be looked at too. A task is named by
 * its own name or by that of its coroutine function.
 */
export interface RunExpectation {
  /** The opposite. */
  readonly not: RunExpectation;
  /** Virtual seconds from start to end; equal within 1e-9. */
  toTake(seconds: number, feedback?: string): void;
  /** Exactly these lines, in this order. */
  toPrint(lines: Lines, feedback?: string): void;
  /** Exactly these lines, each as often as it is given, in whatever order. */
  toPrintInAnyOrder(lines: Lines, feedback?: string): void;
  /** Ended with this error: by class its subclasses too, by name itself only. */
  toRaise(type: ErrorType, feedback?: string): void;
  /** Some task `a` and some other task `b` were in flight at the same time, for more than an instant. */
  toOverlap(a: string, b: string, feedback?: string): void;
  /**
   * At most so many tasks, the main one not counted, were in flight at any time. Checked by the call itself; `.atOnce` completes
   * the sentence.
   */
  toRunAtMost(most: number, feedback?: string): { readonly atOnce: () => void };
  /** Some task of this name was cancelled. */
  toCancel(task: string, feedback?: string): void;
  /** When the main coroutine ended, every other task had ended too. */
  toLeaveNothingRunning(feedback?: string): void;
  /** No call of `time.sleep`, nor anything else that stops the loop. */
  toNeverBlock(feedback?: string): void;
  /**
   * The first line like `first` was printed before the first line like `second`; both were printed. A text is a whole line, a
   * pattern a part.
   */
  toHappenBefore(first: Line, second: Line, feedback?: string): void;
  /** Some warning has this text in it, or matches. */
  toWarn(pattern: string | RegExp, feedback?: string): void;
  toWarnNothing(feedback?: string): void;
  /** Came to its end without an error. */
  toFinish(feedback?: string): void;
}
