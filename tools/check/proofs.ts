/**
 * Points 2 to 6 of what `check` proves, from what happened to an exercise's code: the starter fails for the right reason, the
 * solution and every variant pass, every mistake fails exactly what it names and is told what it says, and every hidden test is
 * failed by something.
 */
import type { TestResult, Verdict } from '../../src/grader/index.ts';
import type { Attempt, Attempts } from './attempts.ts';
import type { Complaint } from './complaint.ts';
import { lineOf, type Exercise, type MainFiles, type SourceFile } from './exercise.ts';
import { readClaims } from './claims.ts';
import { didYouMean } from './nearest-known.ts';

type WholeExercise = Exercise & { readonly files: MainFiles };

export function proofs({ files }: WholeExercise, attempts: Attempts): Complaint[] {
  const tests = files['tests.ts'];
  if (attempts.testsErrors.length > 0) return compileComplaints({ file: tests, errors: attempts.testsErrors });
  const broken = attempts.solution[0].verdict;
  if (broken?.outcome === 'error') return [inTests(tests, broken, 'solution.ts')];
  const names = broken?.tests.map(({ name }) => name) ?? [];
  return [
    ...starter(attempts, tests),
    ...solution(attempts, tests),
    ...attempts.mistakes.flatMap((each) => mistake(each, names, tests)),
    ...attempts.variants.flatMap((each) =>
      rightAnswer(
        each,
        tests,
        'a right answer is refused',
        'let the test accept it: assert on what the task asks, never on one way to do it; or remove the variant',
      ),
    ),
    ...provesNothing(names, attempts, tests),
  ];
}

const of = (file: SourceFile, line: number, what: string, advice: string): Complaint => ({ file: file.path, line, what, advice });

function compileComplaints({ file, errors }: Attempt): Complaint[] {
  return errors.map(({ message, line, hint }) => of(file, line, `does not compile: ${message}`, hint ?? 'repair it'));
}

/** The hidden tests broke. Their own line, where it is known. */
function inTests(tests: SourceFile, { reason, error }: Verdict, by: string): Complaint {
  const line = error?.frames.findLast(({ file }) => file === 'tests.ts')?.line ?? 1;
  return of(
    tests,
    line,
    `the hidden tests themselves break with ${by}: ${error === undefined ? (reason ?? '') : `${error.type}: ${error.message}`}`,
    adviceFor(error?.type ?? '', error?.message ?? reason ?? ''),
  );
}

function adviceFor(type: string, message: string): string {
  if (message.includes('declares no test')) return "write one: test('what the program does', ({ program }) => { … })";
  if (message.startsWith('two tests are called')) return 'rename one of them';
  if (type === 'TypeError') return 'repair the test: look at the program through `expect` before you use what it returned';
  return 'repair the test';
}

const failedOf = (verdict: Verdict): readonly TestResult[] => verdict.tests.filter(({ state }) => state === 'failed');

/** Point 2. */
function starter({ starter: { file, errors, verdict }, starterRun }: Attempts, tests: SourceFile): Complaint[] {
  if (!/\/\/ TODO\b/.test(file.text))
    return [of(file, 1, 'the starter has no `// TODO`', 'write one where the reader is to begin'), ...starterOutcome()];
  return starterOutcome();

  function starterOutcome(): Complaint[] {
    if (verdict === undefined) return compileComplaints({ file, errors });
    if (verdict.outcome === 'passed')
      return [of(file, 1, 'the starter passes every test', 'take out what the reader is to write')];
    if (verdict.outcome === 'error') return [inTests(tests, verdict, 'starter.ts')];
    if (verdict.outcome === 'stopped')
      return [of(file, 1, `the starter never ends: ${verdict.reason ?? ''}`, 'a starter runs, it only does not do its task yet')];
    if (starterRun !== undefined && starterRun.outcome !== 'finished') {
      const line = starterRun.error?.frames.at(-1)?.line ?? 1;
      return [
        of(
          file,
          line,
          `the starter does not run: ${starterRun.outcome}${starterRun.error === undefined ? '' : `, ${starterRun.error.type}: ${starterRun.error.message}`}`,
          'a starter runs, it only does not do its task yet',
        ),
      ];
    }
    return failedOf(verdict)
      .filter(({ message }) => message?.startsWith('Your program does not export') === true)
      .map(({ message }) =>
        of(
          file,
          1,
          `the starter fails for want of an export: ${message ?? ''}`,
          'export it from the starter, with a TODO inside',
        ),
      );
  }
}

/** Point 3. */
function solution({ solution: [first, second] }: Attempts, tests: SourceFile): Complaint[] {
  const { file } = first;
  const complaints = rightAnswer(first, tests, 'the solution fails', 'repair the solution, or the test');
  if (first.verdict !== undefined && JSON.stringify(first.verdict) !== JSON.stringify(second.verdict)) {
    complaints.push(of(file, 1, 'two checks of the solution differ', 'find what is not repeatable in it or in the tests'));
  }
  if (/\bTODO\b(?!\(author\))/.test(file.text))
    complaints.push(of(file, lineOf(file, 'TODO'), 'the solution has a TODO', 'do it'));
  return complaints;
}

/** Points 3 and 6: what must pass. */
function rightAnswer({ file, errors, verdict }: Attempt, tests: SourceFile, says: string, advice: string): Complaint[] {
  if (verdict === undefined) return compileComplaints({ file, errors });
  if (verdict.outcome === 'error') return [inTests(tests, verdict, nameOf(file))];
  if (verdict.outcome === 'stopped') return [of(file, 1, `never ends: ${verdict.reason ?? ''}`, 'let it come to its end')];
  return failedOf(verdict).map(({ name, message, error }) =>
    of(file, error?.frames.at(-1)?.line ?? 1, `${says} '${name}': ${message ?? ''}`, advice),
  );
}

/** Point 4. */
function mistake({ file, errors, verdict }: Attempt, names: readonly string[], tests: SourceFile): Complaint[] {
  const { fails, says, complaints } = readClaims(file);
  for (const { text, line } of fails) {
    if (!names.includes(text)) complaints.push(of(file, line, `there is no test '${text}'`, didYouMean(text, names)));
  }
  if (verdict === undefined) return [...complaints, ...compileComplaints({ file, errors })];
  if (verdict.outcome === 'error') return [...complaints, inTests(tests, verdict, nameOf(file))];
  const failed = failedOf(verdict);
  for (const { text, line } of fails) {
    if (names.includes(text) && !failed.some(({ name }) => name === text))
      complaints.push(
        of(file, line, `passes the test '${text}', which it says it fails`, 'let the test catch it, or take the line away'),
      );
  }
  const unnamed = failed.map(({ name }) => name).filter((name) => !fails.some(({ text }) => text === name));
  for (const name of unnamed)
    complaints.push(
      of(
        file,
        1,
        `fails the test '${name}', which it does not name: ${messageOf(failed, name)}`,
        `write // fails: ${name}, or narrow the test`,
      ),
    );
  const told = failed.flatMap(toldIn);
  for (const { text, line } of says) {
    if (!told.some((each) => each.includes(text)))
      complaints.push(
        of(
          file,
          line,
          `the reader is not told '${text}' but: ${failed.map(({ message }) => message ?? '').join(' | ')}`,
          'improve the feedback in tests.ts, or say here what is really told',
        ),
      );
  }
  return complaints;
}

const messageOf = (failed: readonly TestResult[], wanted: string): string =>
  failed.find(({ name }) => name === wanted)?.message ?? '';

/** Everything that a reader is told about a failed test. */
function toldIn({ message, error, did, runs }: TestResult): string[] {
  return [
    message ?? '',
    error === undefined ? '' : `${error.type}: ${error.message}`,
    error?.hint ?? '',
    ...did,
    ...runs.flatMap((run) => run.warnings.map(({ text }) => text)),
  ];
}

/** Point 5. */
function provesNothing(names: readonly string[], { starter: first, mistakes }: Attempts, tests: SourceFile): Complaint[] {
  const failed = new Set(
    [first, ...mistakes].flatMap(({ verdict }) => (verdict === undefined ? [] : failedOf(verdict).map(({ name }) => name))),
  );
  return names
    .filter((name) => !failed.has(name))
    .map((name) =>
      of(
        tests,
        lineOf(tests, name),
        `nothing fails the test '${name}', neither a mistake nor the starter`,
        'add the mistake that it is there for, or remove the test: a test that nothing fails proves nothing',
      ),
    );
}

const nameOf = ({ path }: SourceFile): string => path.split('/').slice(-2).join('/');
