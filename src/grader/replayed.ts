/** A run of a hidden test once more, to be looked at. */
import type { RunRecord } from '../record/index.ts';

/** Which run of which test is asked for. */
export interface ReplayOf {
  /** The test's sentence. */
  readonly test: string;
  /** The one seed whose latencies `underAnyLatency` tries; all of them when left out, as in a check. */
  readonly seed?: number | undefined;
  /** The run, by its number; the one in which the test fails when left out, and the last one where it does not fail. */
  readonly run?: number | undefined;
}

/** One run of a test, with its events. */
export interface Replayed {
  /** The run's number: 0 is the module level (`script`), 1 the first `run` of the test that called into the program, and so on. */
  readonly run: number;
  /** The numbers of all runs that this test looks at, in order. */
  readonly runs: readonly number[];
  readonly record: RunRecord;
}
