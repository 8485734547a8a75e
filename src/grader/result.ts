/** One hidden test's finding, as plain JSON for the reader. Keeps true: it holds nothing of the hidden tests' own, and its records are without events. */
import type { RunRecord } from '../record/index.ts';
import type { Failure } from './failure.ts';
import { did } from './outcome.ts';
import type { TestResult } from './verdict.ts';
import { withoutTests } from './without-tests.ts';

/** Short facts that are told of one test; tests that run the program very often are told by their first runs. */
const MAX_DID = 12;

/** `runs` are those in which the program itself ran, `seed` that of the latencies under which it failed, `testsFile` is the name of the hidden tests in positions. */
export function resultOf(
  name: string,
  failure: Failure | undefined,
  runs: readonly RunRecord[],
  testsFile: string,
  seed?: number,
): TestResult {
  const shown = runs.map((run) => withoutTests(run, testsFile));
  const facts = shown.flatMap((run, index) => did(run).map((fact) => (shown.length > 1 ? `run ${index + 1}: ${fact}` : fact)));
  const error = failure?.error;
  return {
    name,
    state: failure === undefined ? 'passed' : 'failed',
    ...(failure === undefined ? {} : { message: failure.message }),
    ...(error === undefined ? {} : { error }),
    ...(seed === undefined ? {} : { seed }),
    did: facts.length > MAX_DID ? [...facts.slice(0, MAX_DID), '…'] : facts,
    output: shown.flatMap(({ output }) => output),
    runs: shown,
  };
}
