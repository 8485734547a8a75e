/** A verdict: what the hidden tests found, as plain JSON. */
import type { ErrorInfo, OutputLine, RunRecord } from '../record/index.ts';

/** One hidden test's finding. */
export interface TestResult {
  /** The test's sentence. */
  readonly name: string;
  readonly state: 'passed' | 'failed';
  /** For a failed test: what the learner's program did, then the idea. */
  readonly message?: string;
  /** Set when the test failed because the program raised. */
  readonly error?: ErrorInfo;
  /** Short facts about what the program did in this test, such as "took 18 s", "raised ValueError: boom at line 12". */
  readonly did: readonly string[];
  /** What it printed in this test. */
  readonly output: readonly OutputLine[];
  /** For a test that failed under latencies of a seed: the smallest such seed, with which it can be replayed. */
  readonly seed?: number;
  /** The runs of this test, in order, with events off; of those under latencies, the last one's only. */
  readonly runs: readonly RunRecord[];
}

/**
 * The whole of one attempt. 'passed': every test passed. 'failed': at least one failed. 'error': the program could not be judged
 * (it does not compile, or does not load). 'stopped': by the reader or by a limit; `reason` says which, and where it stood, and it may
 * hold results of every test all the same.
 */
export interface Verdict {
  readonly version: 1;
  readonly outcome: 'passed' | 'failed' | 'error' | 'stopped';
  readonly tests: readonly TestResult[];
  /** For 'error' and 'stopped': what happened, in words. */
  readonly reason?: string;
  readonly error?: ErrorInfo;
}
