/**
 * One line of the results: what became of one submission, or why there is none. Keeps true: the same submission gives the same row, and rows have one
 * order, whatever was judged first.
 */
import { createHash } from 'node:crypto';
import type { CompileError } from '../../src/compiler/index.ts';
import type { Verdict } from '../../src/grader/index.ts';

/**
 * passed, failed: as the page's Check says. error: it does not compile, or cannot be judged. stopped: a limit ended it, so that it is no mere failure.
 * missing: nothing was handed in. unreadable: something was, which is no code.
 */
export const OUTCOMES = ['passed', 'failed', 'error', 'stopped', 'missing', 'unreadable'] as const;

export type Outcome = (typeof OUTCOMES)[number];

export interface Row {
  readonly learner: string;
  /** The exercise's id; for what belongs to no exercise, what was handed in as one, or nothing. */
  readonly exercise: string;
  readonly verdict: Outcome;
  /** Hidden tests that passed, of how many. Null when none was reached. */
  readonly passed: number | null;
  readonly of: number | null;
  /** What the first failing test told: its sentence, then what the program did. */
  readonly told: string;
  /** Virtual seconds of all runs of all tests together. */
  readonly seconds: number | null;
  /** For all but passed and failed: why. */
  readonly reason: string;
  /** Where it was found, from the folder that was graded; with `/` on every system. */
  readonly file: string;
  /** SHA-256 of the code, hexadecimal; empty without code. */
  readonly hash: string;
}

/** The columns, in the order of the CSV. */
export const COLUMNS = [
  'learner',
  'exercise',
  'verdict',
  'passed',
  'of',
  'told',
  'seconds',
  'reason',
  'file',
  'hash',
] as const satisfies readonly (keyof Row)[];

/** Where a submission was found, and what was in it. */
export interface Submission {
  readonly learner: string;
  readonly exercise: string;
  readonly file: string;
  readonly code: string;
}

export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/** A row without a verdict of the grader. */
export function rowWithout(
  verdict: Outcome,
  { learner, exercise, file, code }: Omit<Submission, 'code'> & { readonly code?: string },
  reason: string,
): Row {
  const hash = code === undefined ? '' : hashOf(code);
  return { learner, exercise, verdict, passed: null, of: null, told: '', seconds: null, reason, file, hash };
}

/** The row of code that does not compile. */
export function rowOfErrors(submission: Submission, errors: readonly CompileError[]): Row {
  const told = errors.map(({ line, message }) => `line ${String(line)}: ${message}`).join('; ');
  return rowWithout('error', submission, `it does not compile: ${told}`);
}

/** The row of what was judged. */
export function rowOf(submission: Submission, { outcome, tests, reason }: Verdict): Row {
  const failing = tests.find(({ state }) => state === 'failed');
  const runs = tests.flatMap((test) => test.runs);
  const isOver = outcome === 'failed' && runs.some((run) => run.outcome === 'over-budget');
  const verdict = isOver ? 'stopped' : outcome;
  const why = reason ?? (isOver ? (failing?.message ?? 'a limit ended it') : '');
  return {
    ...rowWithout(verdict, submission, why),
    passed: tests.filter(({ state }) => state === 'passed').length,
    of: tests.length,
    told: failing === undefined ? '' : `${failing.name}: ${failing.message ?? ''}`,
    seconds: Math.round(runs.reduce((sum, { elapsed }) => sum + elapsed, 0) * 1000) / 1000,
  };
}

/** Rows by learner, then as the course has the exercises, then by file: compared by code units, so that every machine agrees. */
export function inOrder(rows: readonly Row[], exercises: readonly string[]): Row[] {
  const places = new Map(exercises.map((id, index) => [id, index]));
  const place = ({ exercise }: Row): number => places.get(exercise) ?? exercises.length;
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...rows].sort(
    (a, b) => compare(a.learner, b.learner) || place(a) - place(b) || compare(a.exercise, b.exercise) || compare(a.file, b.file),
  );
}
