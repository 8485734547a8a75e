/**
 * The module 'grader' as hidden tests see it: `import { test, expect, run } from 'grader'`. Hidden tests are synchronous for
 * their author, because time is virtual.
 *
 * This is its face; what runs behind it is `module.ts`, which is held to these very types. It imports little, so that exercises
 * are checked without the whole house.
 */
import type { RunRecord } from '../record/index.ts';
import type { RunExpectation, ValueExpectation } from './expectations.ts';

export type { RunExpectation, ValueExpectation } from './expectations.ts';

/**
 * Whatever the learner exports, by name. It is `any`, as honest as a type can be here: what the program really exports is what
 * the hidden tests find out, and they look at results through `expect`. Lint's rules about unsafe calls are off for the hidden
 * tests for this reason.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
export type Program = Readonly<Record<string, any>>;

/** A record, and what the coroutine returned. */
export interface ProgramRun extends RunRecord {
  /** The program's own object, as it is: compare it with matchers, and trust none of its methods. */
  readonly result: unknown;
}

/** What a test is given. Each test has a fresh evaluation of the program, in a fresh world. */
export interface Given {
  /**
   * What the program exports. Reading a name that it does not export fails this test, and says so. Plain data handed to one of
   * its functions arrives as a copy.
   */
  readonly program: Program;
  /** The record of that evaluation: the module level, with its own `run(main())`. */
  readonly script: RunRecord;
}

export type TestBody = (given: Given) => void;

/** Declares a hidden test. Its name is a sentence about what the program does; the learner reads it. */
export declare function test(name: string, body: TestBody): void;

/** Looks at a run of the program, or at `script`. A failed expectation ends the test. */
export declare function expect(actual: ProgramRun | RunRecord): RunExpectation & ValueExpectation;
/** Looks at any value. A failed expectation ends the test. */
export declare function expect(actual: unknown): ValueExpectation;

/**
 * Calls `start` and runs the coroutine that it returns to its end, in a fresh world: clock at 0, first task `Task-1`. Gives the
 * record of this run alone, and its result. Never throws for what the program raises: the record says it.
 */
export declare function run(start: () => unknown): ProgramRun;

/**
 * Calls `body` once for each seed from 1 to `many`, for what must hold in whatever order answers come: every `run` in it is a run in which each `sleep(d)`
 * takes between `d` and twice as long, and `network` and `random` have their chances, all drawn from the seed. A failed expectation ends it: the learner
 * is told in which order the answers came, and can replay that very seed.
 */
export declare function underAnyLatency(many: number, body: (seed: number) => void): void;
