/**
 * What happens while one hidden test runs: its runs, its first failure, and what the program raised into it.
 *
 * Keeps true: the first failed expectation counts, even if the program catches it on its way (a callback of the test that fails
 * inside the program's own `try`); and an error is the program's only if it came through a call into the program, so nothing that
 * a program throws can look like a finding of the grader.
 */
import type { ErrorInfo, RunRecord } from '../record/index.ts';
import { asyncio, limitExceeded } from '../runtime/index.ts';
import type { ProgramRun } from './api.ts';
import { describe } from './describe.ts';
import { TestFailure, TestsAreWrong, type Failure } from './failure.ts';
import type { ObservedRun, RunFacts } from './run-facts.ts';
import { observeFacts } from './run-observer.ts';
import type { RecordRun } from './sandbox-face.ts';
import { snapshot } from './snapshot.ts';
import { orderOfAnswers } from './story.ts';

export class Session {
  /** The runs that called into the program, in order. A run of the tests' own code alone is nothing that the program did. */
  readonly runs: ProgramRun[] = [];
  readonly #recordRun: RecordRun;
  readonly #testsFile: string;
  readonly #facts = new WeakMap<object, RunFacts>();
  /** Runs whose end the test asked for. */
  readonly #expected = new WeakSet<RunRecord>();
  #failure: TestFailure | undefined;
  /** The run that the first failure is about, where that is known. */
  #failedRun: RunRecord | undefined;
  /** The seed of the latencies under which the test runs just now. */
  #seed: number | undefined;
  #failedSeed: number | undefined;
  /** The one seed that is to be tried: a replay. */
  readonly #only: number | undefined;
  #isRunning = false;
  /** The first time that the program did more than it may, whatever it made of it. */
  #over: RunRecord | undefined;
  /** Calls into the program so far. */
  #calls = 0;
  /** What was thrown out of a call into the program, last. */
  #thrown: { readonly value: unknown } | undefined;

  /** @param testsFile the name of the hidden tests in positions: an error is told without its places there
   * @param only the one seed that `underAnyLatency` tries; all of them when left out */
  constructor(recordRun: RecordRun, testsFile: string, only?: number) {
    this.#only = only;
    this.#recordRun = recordRun;
    this.#testsFile = testsFile;
  }

  /** The first failure, whether or not it was caught since. */
  get failure(): Failure | undefined {
    return this.#failure?.failure;
  }

  /** The run that had to be ended, if one had to be: a test with such a run is never passed. */
  get over(): RunRecord | undefined {
    return this.#over;
  }

  /** The run in which the test failed; the last one where nothing says which. */
  get failedRun(): RunRecord | undefined {
    return this.#failedRun ?? this.#over ?? this.runs.at(-1);
  }

  /** Ends the test here. @param run the run that it failed in, where that is known */
  fail(failure: Failure, run?: RunRecord): never {
    if (this.#failure === undefined) {
      this.#failure = new TestFailure(failure);
      this.#failedRun = run;
    }
    throw this.#failure;
  }

  /**
   * Runs the coroutine that `start` gives in a fresh world. Throws only a failed expectation of the test itself, never the
   * program's errors.
   */
  run(start: () => unknown): ProgramRun {
    if (this.#isRunning) throw new TestsAreWrong('`run` must not be called inside another `run`');
    const { observer, facts } = observeFacts();
    const before = this.#calls;
    this.#isRunning = true;
    const { record, result, raised } = this.#recordRun(() => asyncio.run(awaitable(start())), observer, this.#seed);
    this.#isRunning = false;
    if (this.#failure !== undefined) throw this.#failure;
    if (raised instanceof TestsAreWrong) throw raised;
    const run: ProgramRun = { ...record, ...(record.error === undefined ? {} : { error: this.ownPlaces(record.error) }), result };
    this.observe(run, { ...facts(), raised });
    if (this.#calls > before) this.runs.push(run);
    return run;
  }

  /** The smallest seed under which the test failed. */
  get failedSeed(): number | undefined {
    return this.#failedSeed;
  }

  /** Runs `body` under the latencies of each seed, up to the first that fails. */
  underAnyLatency(many: number, body: (seed: number) => void): void {
    if (!Number.isInteger(many) || many < 1) throw new TestsAreWrong('`underAnyLatency` needs a number of seeds, at least 1');
    if (this.#seed !== undefined) throw new TestsAreWrong('`underAnyLatency` must not be called inside another one');
    const before = this.runs.length;
    const seeds = this.#only === undefined ? Array.from({ length: many }, (_, index) => index + 1) : [this.#only];
    for (const seed of seeds) {
      this.runs.length = before;
      this.#seed = seed;
      this.#failedSeed = seed;
      try {
        body(seed);
        if (this.#failure !== undefined) throw this.#failure; // the program caught it
      } catch (error) {
        if (this.#failure === undefined) throw error;
        throw this.#failUnder(seed, this.#failure.failure);
      } finally {
        this.#seed = undefined;
      }
      if (this.#over !== undefined) return;
      this.#failedSeed = undefined;
    }
  }

  /** Adds to a failure in which order the answers came. */
  #failUnder(seed: number, failure: Failure): TestFailure {
    const last = this.runs.at(-1);
    const story = last === undefined ? undefined : orderOfAnswers(last);
    const when = story === undefined ? 'That is so' : `That is so when ${story},`;
    this.#failure = new TestFailure({
      ...failure,
      message: `${sentenceOf(failure.message)} ${when} with the latencies of seed ${String(seed)}.`,
    });
    return this.#failure;
  }

  /** An error without its places in the hidden tests. */
  ownPlaces(error: ErrorInfo): ErrorInfo {
    const frames = error.frames.filter((frame) => frame.file !== this.#testsFile);
    const exceptions = error.exceptions?.map((part) => this.ownPlaces(part));
    return { ...error, frames, ...(exceptions === undefined ? {} : { exceptions }) };
  }

  /** Lets matchers look at a record. */
  observe(record: RunRecord, facts: RunFacts): void {
    if (record.outcome === 'over-budget') this.#over ??= record;
    this.#facts.set(record, facts);
  }

  /** A run of this test, or its script, with its facts; undefined for anything else. */
  observed(value: unknown): ObservedRun | undefined {
    const facts = typeof value === 'object' && value !== null ? this.#facts.get(value) : undefined;
    return facts === undefined ? undefined : { record: value as RunRecord, facts };
  }

  /** From now on it is no surprise how this run ended. */
  expectEnd(record: RunRecord): void {
    this.#expected.add(record);
  }

  isSurprise(record: RunRecord): boolean {
    return record.outcome !== 'finished' && !this.#expected.has(record);
  }

  /** The last run of this test that did not finish although nothing asked for that. */
  surprise(): RunRecord | undefined {
    return this.runs.findLast((record) => this.isSurprise(record));
  }

  /** Calls into the program: what it throws is known to be its own. */
  intoProgram<T>(call: () => T): T {
    this.#calls += 1;
    try {
      return call();
    } catch (value) {
      this.#thrown = { value };
      throw value;
    } finally {
      this.#noteLimit();
    }
  }

  /** A call outside of `run` has no record of its own. */
  #noteLimit(): void {
    const limit = this.#isRunning ? undefined : limitExceeded();
    if (limit === undefined || this.#over !== undefined) return;
    const again = (): never => {
      throw limit;
    };
    this.#over = this.#recordRun(again).record;
  }

  cameFromProgram(error: unknown): boolean {
    return this.#thrown !== undefined && Object.is(this.#thrown.value, error);
  }
}

/** With its full stop. */
const sentenceOf = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);

/** CPython's words for what `asyncio.run` does not take, and the usual reason. */
function awaitable(value: unknown): asyncio.Awaitable<unknown> {
  if (!asyncio.isawaitable(value))
    throw new TypeError(`a coroutine was expected, got ${describe(snapshot(value))}: is the function \`async\`?`);
  return value;
}
