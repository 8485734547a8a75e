/** Where 'grader' works: the tests that are being declared, and the session of the one test that runs. One at a time, as there is one thread. */
import type { TestBody } from './api.ts';
import { TestsAreWrong } from './failure.ts';
import type { Session } from './session.ts';

let declared: Map<string, TestBody> | undefined;
let running: Session | undefined;

/** The tests declared so far. Throws when none may be declared now. */
export function declaring(): Map<string, TestBody> {
  if (declared === undefined) throw new TestsAreWrong('`test` must be called at the top level of tests.ts, not inside a test');
  return declared;
}

/** The session of the test that runs. Throws outside of a test. */
export function session(of: string): Session {
  if (running === undefined) throw new TestsAreWrong(`\`${of}\` must be called inside a test`);
  return running;
}

/** Evaluates hidden tests. @returns what they declare, in order */
export function declareTests(evaluate: () => void): Map<string, TestBody> {
  const tests = new Map<string, TestBody>();
  declared = tests;
  try {
    evaluate();
  } finally {
    declared = undefined;
  }
  return tests;
}

/** Runs one test's body. */
export function inSession(current: Session, body: () => void): void {
  running = current;
  try {
    body();
  } finally {
    running = undefined;
  }
}
