/**
 * The module 'grader': what hidden tests import (`import { test, expect, run } from 'grader'`). Hidden tests are synchronous for their author, because time is virtual.
 *
 * Keeps true: the three functions speak of the one test that runs now; a learner's program cannot import this module, nor does it ever hold one of its objects.
 */
import type { RunRecord } from '../record/index.ts';
import { expectation } from './expect.ts';
import type { RunExpectation, ValueExpectation } from './expectations.ts';
import { TestsAreWrong } from './failure.ts';
import type { Program } from './program.ts';
import type { ProgramRun } from './session.ts';
import { declaring, session } from './stage.ts';

export type { Program } from './program.ts';
export type { ProgramRun } from './session.ts';
export type { RunExpectation, ValueExpectation } from './expectations.ts';

/** What a test is given. Each test has a fresh evaluation of the program, in a fresh world. */
export interface Given {
  /**
   * What the program exports. Reading a name that it does not export fails this test, and says so. Plain data handed to a function of the program arrives as a copy.
   */
  readonly program: Program;
  /** The record of that evaluation: the module level, with its own `run(main())`. */
  readonly script: RunRecord;
}

export type TestBody = (given: Given) => void;

/** Declares a hidden test. Its name is a sentence about what the program does; the learner reads it. */
export function test(name: string, body: TestBody): void {
  const known = declaring();
  if (name.trim() === '') throw new TestsAreWrong('a test needs a name: a sentence about what the program does');
  if (known.has(name)) throw new TestsAreWrong(`two tests are called '${name}'; each needs a name of its own`);
  known.set(name, body);
}

/** Looks at a run of the program, or at `script`. A failed expectation ends the test. */
export function expect(actual: ProgramRun | RunRecord): RunExpectation & ValueExpectation;
/** Looks at any value. A failed expectation ends the test. */
export function expect(actual: unknown): ValueExpectation;
export function expect(actual: unknown): RunExpectation & ValueExpectation {
  return expectation(session('expect'), actual);
}

/**
 * Calls `start` and runs the coroutine that it returns to its end, in a fresh world: clock at 0, first task `Task-1`. Gives the record of this run alone, and its result. Never throws for what the
 * program raises: the record says it.
 */
export function run(start: () => unknown): ProgramRun {
  return session('run').run(start);
}
