/**
 * How a hidden test says that it failed. Keeps true: only the grader makes a `TestFailure`, so an error that a program throws,
 * however it looks, is told as the program's error.
 */
import type { ErrorInfo } from '../record/index.ts';

/** What one failed expectation tells. */
export interface Failure {
  /** What the learner reads. */
  readonly message: string;
  /** Set when the program raised instead of doing what was looked at. */
  readonly error?: ErrorInfo;
}

/** Leaves a test at its first failed expectation. */
export class TestFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    Object.defineProperty(this, 'name', { value: 'TestFailure' });
    this.failure = failure;
  }
}

/** A mistake of whoever wrote the hidden tests, such as two tests of one name; never the learner's. */
export class TestsAreWrong extends Error {
  constructor(message: string) {
    super(message);
    Object.defineProperty(this, 'name', { value: 'Error' });
  }
}
