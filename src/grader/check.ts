/**
 * Judges a program by an exercise's hidden tests.
 *
 * Keeps true: each test sees a fresh evaluation of the program and of the hidden tests, in worlds and compartments of their own,
 * so nothing that a program leaves behind reaches the next test; a mistake in the hidden tests is told as such and is never the
 * learner's failure; a verdict is plain JSON, and the same program gives the same bytes.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { ErrorInfo, RunRecord } from '../record/index.ts';
import type { Given, TestBody } from './api.ts';
import type { Failure } from './failure.ts';
import { declareTests, graderModule, inSession } from './module.ts';
import { errorInWords, unfinished } from './outcome.ts';
import { programOf } from './program.ts';
import type { Replayed, ReplayOf } from './replayed.ts';
import { resultOf } from './result.ts';
import type { Load, Loaded, RecordRun } from './sandbox-face.ts';
import { observeFacts } from './run-observer.ts';
import { Session } from './session.ts';
import type { TestResult, Verdict } from './verdict.ts';
import { withEventsWithoutTests } from './without-tests.ts';

/** Who hears how a check goes. */
export interface CheckListeners {
  /** Hears the names of all tests, before the first one runs. */
  readonly onTests?: ((names: readonly string[]) => void) | undefined;
  readonly onTestStart?: ((name: string) => void) | undefined;
  readonly onTest?: ((result: TestResult) => void) | undefined;
}

export interface CheckOptions extends CheckListeners {
  readonly program: CompiledProgram;
  /** The exercise's tests.ts. */
  readonly tests: CompiledProgram;
  /** Evaluates a program in a compartment and a world of its own. */
  readonly load: Load;
  /**
   * Records an action in a world of its own. Its limits hold for each run, and it should record events: hidden tests may look at
   * them.
   */
  readonly recordRun: RecordRun;
}

/** Runs every hidden test. Never throws for anything that the program or the tests do. */
export function check(options: CheckOptions): Verdict {
  const declared = declare(options);
  if ('mistake' in declared) return declared.mistake;
  const names = [...declared.tests.keys()];
  options.onTests?.(names);
  let broken: Verdict | undefined;
  let stopped: string | undefined;
  const tests = names.map((name) => {
    options.onTestStart?.(name);
    const { result, mistake, over } = runTest(name, options);
    broken ??= mistake;
    stopped ??= over;
    options.onTest?.(result);
    return result;
  });
  if (broken !== undefined) return { ...broken, tests };
  if (stopped !== undefined) return { version: 1, outcome: 'stopped', tests, reason: stopped };
  return { version: 1, outcome: tests.every(({ state }) => state === 'passed') ? 'passed' : 'failed', tests };
}

/** Runs one test again. @returns the run that is asked for; undefined when there is none */
export function replay(options: CheckOptions, { test, seed, run }: ReplayOf): Replayed | undefined {
  const { runs = new Map<number, RunRecord>(), failed } = runTest(test, options, seed);
  const numbers = [...runs.keys()];
  const number = run ?? numbers.find((each) => runs.get(each) === failed) ?? numbers.at(-1);
  const record = number === undefined ? undefined : runs.get(number);
  if (number === undefined || record === undefined) return undefined;
  return { run: number, runs: numbers, record: withEventsWithoutTests(record, options.tests.file) };
}

/** Evaluates tests.ts afresh. */
function declare({
  tests,
  load,
}: CheckOptions): { readonly tests: ReadonlyMap<string, TestBody> } | { readonly mistake: Verdict } {
  let loaded: Loaded | undefined;
  const declared = declareTests(() => {
    loaded = load(tests, { grader: graderModule });
  });
  const record = loaded?.record();
  const problem = (message: string): { readonly mistake: Verdict } => ({
    mistake: mistakeInTests({ type: 'Error', message, frames: [] }),
  });
  if (record?.error !== undefined) return { mistake: mistakeInTests(record.error) };
  if (record?.outcome !== 'finished') return problem('tests.ts did not come to its end');
  if (declared.size === 0) return problem('tests.ts declares no test');
  return { tests: declared };
}

/** The verdict when the hidden tests themselves are at fault. */
function mistakeInTests(error: ErrorInfo): Verdict {
  const place = error.frames.at(-1);
  const where = place === undefined ? 'tests.ts' : `${place.file}:${place.line}`;
  const reason = `The hidden tests of this exercise stopped at ${where}: ${error.type}: ${error.message}. That is a mistake in the exercise, even if an unusual answer brought it out.`;
  return { version: 1, outcome: 'error', tests: [], reason, error };
}

interface Judged {
  readonly result: TestResult;
  /** The runs that the test looked at, by their numbers as in `Replayed`; none where it could not be run. */
  readonly runs?: ReadonlyMap<number, RunRecord>;
  /** The one in which it failed. */
  readonly failed?: RunRecord | undefined;
  /** The verdict that a mistake of the test itself calls for. */
  readonly mistake?: Verdict;
  /** Why the program had to be ended, in words. */
  readonly over?: string;
}

/** One test; with `only`, under the latencies of that seed alone. */
function runTest(name: string, options: CheckOptions, only?: number): Judged {
  const { program, load, recordRun } = options;
  const { observer, facts } = observeFacts();
  const loaded = load(program, {}, observer);
  const script = loaded.record();
  const session = new Session(recordRun, options.tests.file, only);
  session.observe(script, facts());
  const declared = declare(options);
  if ('mistake' in declared) return { result: broken(name, declared.mistake), mistake: declared.mistake };
  const body = declared.tests.get(name);
  if (body === undefined) {
    const mistake = mistakeInTests({
      type: 'Error',
      message: `the test '${name}' is declared once and then no more`,
      frames: [],
    });
    return { result: broken(name, mistake), mistake };
  }
  let isScriptRead = false;
  const given: Given = {
    program: programOf(program, loaded, script, session),
    get script() {
      isScriptRead = true;
      return script;
    },
  };
  const judged = (failure: Failure | undefined): Judged => {
    const runs = new Map([
      ...(isScriptRead ? [[0, script] as const] : []),
      ...session.runs.map((run, at) => [at + 1, run] as const),
    ]);
    const result = resultOf(name, failure, [...runs.values()], options.tests.file, session.failedSeed);
    return { result, runs, failed: session.failedRun };
  };
  try {
    inSession(session, () => {
      body(given);
    });
  } catch (error) {
    if (session.failure === undefined && session.over === undefined) {
      const told = describe(error, recordRun);
      if (!session.cameFromProgram(error)) {
        const mistake = mistakeInTests(told);
        return { result: broken(name, mistake), mistake };
      }
      const own = session.ownPlaces(told);
      return judged({ message: `Your program raised ${errorInWords(own)}`, error: own });
    }
  }
  if (session.over === undefined) return judged(session.failure);
  const over = unfinished(session.over);
  const { error } = session.over;
  return {
    ...judged({ message: over, ...(error === undefined ? {} : { error: session.ownPlaces(error) }) }),
    over,
  };
}

/** An error that was caught here, as a record tells it. */
function describe(error: unknown, recordRun: RecordRun): ErrorInfo {
  const raise = (): never => {
    throw error;
  };
  return recordRun(raise).record.error ?? { type: 'Error', message: 'unknown', frames: [] };
}

function broken(name: string, { reason }: Verdict): TestResult {
  return { name, state: 'failed', did: [], output: [], runs: [], ...(reason === undefined ? {} : { message: reason }) };
}
