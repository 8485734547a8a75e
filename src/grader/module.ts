/**
 * What hidden tests get when they import 'grader' (`api.ts` is its face), and where it works: the tests that are being declared,
 * and the session of the one test that runs.
 *
 * Keeps true: there is one of each at a time, as there is one thread; a learner's program cannot import this module, nor does it
 * ever hold one of its objects.
 */
import type * as api from './api.ts';
import { expectation } from './expect.ts';
import { TestsAreWrong } from './failure.ts';
import type { Session } from './session.ts';

let declared: Map<string, api.TestBody> | undefined;
let running: Session | undefined;

function session(of: string): Session {
  if (running === undefined) throw new TestsAreWrong(`\`${of}\` must be called inside a test`);
  return running;
}

export const graderModule: typeof api = {
  test(name, body) {
    if (declared === undefined) throw new TestsAreWrong('`test` must be called at the top level of tests.ts, not inside a test');
    if (name.trim() === '') throw new TestsAreWrong('a test needs a name: a sentence about what the program does');
    if (declared.has(name)) throw new TestsAreWrong(`two tests are called '${name}'; each needs a name of its own`);
    declared.set(name, body);
  },
  expect: (actual: unknown) => expectation(session('expect'), actual),
  run: (start) => session('run').run(start),
  underAnyLatency: (many, body) => {
    session('underAnyLatency').underAnyLatency(many, body);
  },
};

/** Evaluates hidden tests. @returns what they declare, in order */
export function declareTests(evaluate: () => void): Map<string, api.TestBody> {
  const tests = new Map<string, api.TestBody>();
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
