/**
 * Grades a folder of what learners handed in: finds it, compiles it, judges it, and gives one row for each submission, for what is none, and for what is
 * missing.
 */
import { availableParallelism } from 'node:os';
import { Compilers } from './compilers.ts';
import type { GradedCourse } from './course.ts';
import type { Journal } from './journal.ts';
import { Judges, type Start } from './judges.ts';
import { hashOf, inOrder, rowOf, rowOfErrors, rowWithout, type Row, type Submission } from './row.ts';
import { findSubmissions } from './submissions.ts';
import { wantsOut } from './alone.ts';

/** Submissions that are on their way at the same time, for each core: more than a process withholds. */
const IN_FLIGHT = 40;

export interface Grading {
  readonly course: GradedCourse;
  readonly folder: string;
  /** The one exercise that is graded; all that anybody has handed in otherwise. */
  readonly only?: string | undefined;
  /** Each gets a process of its own. */
  readonly alone?: boolean | undefined;
  readonly journal?: Journal | undefined;
  /** Absolute paths in the folder that are ours. */
  readonly skip?: ReadonlySet<string> | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
  readonly start?: Start | undefined;
  readonly cores?: number | undefined;
}

export interface Graded {
  readonly rows: readonly Row[];
  /** Submissions that an earlier, interrupted run had judged. */
  readonly taken: number;
  /** How often a process said what it should not, so that others were judged anew. */
  readonly doubts: number;
}

/** It was ended early, by its signal. */
export class Interrupted extends Error {}

/** Grades everything in a folder. Rejects with `Interrupted` when it was ended early; what was judged by then is in the journal. */
export async function gradeFolder({ course, only, alone = false, ...grading }: Grading): Promise<Graded> {
  const { folder, journal, skip, onProgress, signal, start, cores = availableParallelism() } = grading;
  const found = findSubmissions(folder, course, skip);
  const isAsked = ({ exercise }: { readonly exercise: string }): boolean => only === undefined || exercise === only;
  const isNamed = ({ exercise }: Row): boolean => isAsked({ exercise }) || !course.tests.has(exercise);
  const submissions = found.submissions.filter(isAsked);
  const rows: Row[] = found.rows.filter(isNamed);
  const known = submissions.map((submission) => journal?.find({ ...submission, hash: hashOf(submission.code) }));
  const left = submissions.filter((_, index) => known[index] === undefined);
  rows.push(...known.filter((row) => row !== undefined));
  let done = submissions.length - left.length;
  onProgress?.(done, submissions.length);

  const judges = new Judges(cores, start);
  const compilers = new Compilers(Math.max(1, Math.floor(cores / 4)));
  const stop = (): void => {
    judges.end();
    void compilers.end();
  };
  const interrupted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => {
      stop();
      reject(new Interrupted());
    });
  });
  interrupted.catch(() => undefined);
  const next = left[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const submission of next) {
      const row = await Promise.race([judged(submission, { course, compilers, judges, alone }), interrupted]);
      journal?.add(row);
      rows.push(row);
      done += 1;
      onProgress?.(done, submissions.length);
    }
  };
  try {
    if (signal?.aborted === true) throw new Interrupted();
    await Promise.all(Array.from({ length: cores * IN_FLIGHT }, lane));
  } finally {
    stop();
  }
  rows.push(...missing(rows, found.learners, course, only));
  return { rows: inOrder(rows, course.ids), taken: submissions.length - left.length, doubts: judges.doubts };
}

interface Judging {
  readonly course: GradedCourse;
  readonly compilers: Compilers;
  readonly judges: Judges;
  readonly alone: boolean;
}

async function judged(submission: Submission, { course, compilers, judges, alone }: Judging): Promise<Row> {
  const { code, exercise } = submission;
  const tests = course.tests.get(exercise);
  if (tests === undefined) throw new Error(`${exercise} is no exercise`);
  let compiled: Awaited<ReturnType<Compilers['compile']>>;
  try {
    compiled = await compilers.compile(code);
  } catch (error) {
    return rowWithout('error', submission, error instanceof Error ? error.message : String(error));
  }
  if (!compiled.ok) return rowOfErrors(submission, compiled.errors);
  try {
    return rowOf(submission, await judges.judge({ program: compiled.program, tests, alone: alone || wantsOut(code) }));
  } catch (error) {
    return rowWithout('error', submission, `it could not be judged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A row for each learner and exercise without any: of the one that was asked for, or of those that anybody has handed in. */
function missing(rows: readonly Row[], learners: ReadonlySet<string>, course: GradedCourse, only: string | undefined): Row[] {
  const handedIn = new Set(rows.map(({ exercise }) => exercise));
  const asked = only === undefined ? course.ids.filter((id) => handedIn.has(id)) : [only];
  const there = new Set(rows.map(({ learner, exercise }) => JSON.stringify([learner, exercise])));
  return asked.flatMap((exercise) =>
    [...learners]
      .filter((learner) => !there.has(JSON.stringify([learner, exercise])))
      .map((learner) => rowWithout('missing', { learner, exercise, file: '' }, 'nothing was handed in')),
  );
}
