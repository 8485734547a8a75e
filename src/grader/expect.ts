/**
 * `expect(actual)`: binds matchers to what is looked at and turns what they find into a failure that tells first what the program
 * did.
 *
 * Keeps true: of a run that raised, hung or ran over its budget the reader is told that first, and not what followed from it,
 * unless the matcher asks for it (`toRaise`) or the author's feedback speaks of the error itself.
 */
import type { RunExpectation, ValueExpectation } from './expectations.ts';
import { TestsAreWrong, type Failure } from './failure.ts';
import { feedbackOf, type Finding } from './finding.ts';
import * as output from './matchers/output.ts';
import * as time from './matchers/time.ts';
import { valueMatchers } from './matchers/values.ts';
import { unfinished } from './outcome.ts';
import type { RunRecord } from '../record/index.ts';
import type { ObservedRun } from './run-facts.ts';
import type { Session } from './session.ts';
import { snapshot } from './snapshot.ts';

/** Matchers that need a run which came to its end. */
const aboutFinished = {
  toTake: time.toTake,
  toOverlap: time.toOverlap,
  toRunAtMost: time.toRunAtMost,
  toCancel: time.toCancel,
  toLeaveNothingRunning: time.toLeaveNothingRunning,
  toNeverBlock: time.toNeverBlock,
  toPrint: output.toPrint,
  toPrintInAnyOrder: output.toPrintInAnyOrder,
  toHappenBefore: output.toHappenBefore,
  toWarn: output.toWarn,
  toWarnNothing: output.toWarnNothing,
};

/** Matchers that look at how a run ended. */
const aboutTheEnd = { toRaise: output.toRaise, toFinish: output.toFinish };

type Matcher = (subject: never, ...args: never[]) => Finding;
type Look = (find: (subject: never) => Finding, feedback: string | undefined, name: string) => void;

/** Each matcher as authors call it: its own arguments, then the feedback. */
function bound(matchers: Readonly<Record<string, Matcher>>, look: Look): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(matchers).map(([name, matcher]) => [
      name,
      (...given: unknown[]) => {
        const args = given.slice(0, matcher.length - 1) as never[];
        look((subject) => matcher(subject, ...args), given[matcher.length - 1] as string | undefined, name);
        return { atOnce: () => undefined }; // for toRunAtMost
      },
    ]),
  );
}

/** What `expect` gives for `actual` within one test. */
export function expectation(session: Session, actual: unknown, negated = false): RunExpectation & ValueExpectation {
  /** Fails the test when a finding, about `run` if about one, is not what was expected. */
  const judge = (finding: Finding, feedback: string | undefined, surprise: RunRecord | undefined, run = surprise): void => {
    if (finding.pass !== negated) return;
    const told = feedbackOf(finding, feedback);
    session.fail(
      surprise === undefined
        ? { message: feedback === undefined ? sentence(told) : told }
        : aboutUnfinished(surprise, feedback === undefined ? undefined : told),
      run,
    );
  };
  const given = (name: string): ObservedRun => {
    const run = session.observed(actual);
    if (run === undefined)
      throw new TestsAreWrong(`${name} is about a run: give \`expect\` what \`run(…)\` returned, or \`script\``);
    return run;
  };
  const value: Look = (find, feedback) => {
    const copy = snapshot(actual);
    if (copy.unreadable !== undefined) session.fail({ message: `The value cannot be looked at: ${copy.unreadable}` });
    judge(find({ raw: actual, copy } as never), feedback, session.surprise());
  };
  const finished: Look = (find, feedback, name) => {
    const run = given(name);
    const finding = find(run as never);
    if (session.isSurprise(run.record))
      session.fail(aboutUnfinished(run.record, feedback === undefined ? undefined : feedbackOf(finding, feedback)), run.record);
    judge(finding, feedback, undefined, run.record);
  };
  const end: Look = (find, feedback, name) => {
    const run = given(name);
    const finding = find(run as never);
    if (finding.pass !== negated) session.expectEnd(run.record);
    judge(
      finding,
      feedback,
      session.isSurprise(run.record) && (name === 'toFinish' || run.record.outcome !== 'raised') ? run.record : undefined,
      run.record,
    );
  };
  const matchers = { ...bound(valueMatchers, value), ...bound(aboutFinished, finished), ...bound(aboutTheEnd, end) };
  return Object.defineProperty(matchers, 'not', {
    get: () => expectation(session, actual, !negated),
  }) as unknown as RunExpectation & ValueExpectation;
}

/** The failure that follows from a run that did not finish. */
function aboutUnfinished(run: RunRecord, feedback: string | undefined): Failure {
  const { error } = run;
  const speaksOfIt =
    feedback !== undefined &&
    error !== undefined &&
    [error.message, error.type].some((text) => text !== '' && feedback.includes(text));
  return {
    message: speaksOfIt ? feedback : unfinished(run),
    ...(error !== undefined && error.frames.length > 0 ? { error } : {}),
  };
}

/** A matcher's own clause as a sentence; what begins with a name or a value stays as it is. */
function sentence(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
