/** Proves a course, or a part of it: its exercises (`design/exercise-format.md`, points 1 to 6), and what its lessons name. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { attempt } from './attempts.ts';
import { checkCode } from './code.ts';
import { inOrder, type Complaint } from './complaint.ts';
import { checkDescription } from './description.ts';
import { filesOf, isWhole, readExercises, type Exercise } from './exercise.ts';
import { checkFormat } from './format.ts';
import { readLessons } from './lesson.ts';
import type { LoopExercise } from './loop-exercise.ts';
import { checkLoopRun } from './loop-run.ts';
import { checkLessons } from './lessons.ts';
import { checkPlaces } from './places.ts';
import { checkPredicted } from './predictions.ts';
import { proofs } from './proofs.ts';
import { select } from './selection.ts';
import { Threads } from './threads.ts';
import { readTitles } from './titles.ts';
import { checkTodos } from './todos.ts';
import { checkTypes } from './types.ts';

export { UnknownExercise } from './selection.ts';

/** The repository that this file is part of. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Sandbox threads that work at once. */
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism()));

export interface Report {
  /** Ids of the exercises that were looked at. */
  readonly ids: readonly string[];
  /** Ids of the lessons that were looked at. */
  readonly lessons: readonly string[];
  readonly complaints: readonly Complaint[];
}

/**
 * Checks what lies at or under `path` (a folder, a file of an exercise, a lesson, an id, or a chapter's id); the whole of the course when it is left out.
 * Throws UnknownExercise when nothing does.
 */
export async function checkCourse(root: string, path?: string): Promise<Report> {
  const { exercises, loops, lessons, complaints } = readCourse(root);
  const placed = [
    ...[...exercises, ...loops].map(({ id, folder }) => ({ id, path: folder })),
    ...lessons.flatMap(({ id, file }) => (id === undefined ? [] : [{ id, path: file.path }])),
  ];
  const { has } =
    path === undefined
      ? { has: () => true }
      : select(
          root,
          path,
          placed,
          complaints.map(({ file }) => file),
        );
  const chosen = exercises.filter(({ folder }) => has(folder));
  const chosenLoops = loops.filter(({ folder }) => has(folder));
  const chosenLessons = lessons.filter(({ file }) => has(file.path));
  const threads = new Threads(AT_ONCE);
  const work = [
    chosen.length + chosenLoops.length > 0 ? checkTypes(root) : Promise.resolve([]),
    ...chosen.map((exercise) => checkRuns(exercise, threads)),
    ...chosenLoops.map((loop) => checkLoop(loop, threads)),
    ...chosenLessons.map((lesson) => checkPredicted(lesson, (program) => threads.run(program))),
  ] as const;
  const [types, ...found] = await Promise.all(work).finally(() => threads.end());
  return {
    ids: [...chosen, ...chosenLoops].map(({ id }) => id),
    lessons: chosenLessons.flatMap(({ id }) => id ?? []),
    complaints: inOrder([...[...complaints, ...types].filter(({ file }) => has(file)), ...found.flat()]),
  };
}

/** What can be said about a course without running anything of it. */
export function readCourse(root: string): {
  readonly exercises: readonly Exercise[];
  readonly loops: readonly LoopExercise[];
  readonly lessons: ReturnType<typeof readLessons>;
  readonly complaints: readonly Complaint[];
} {
  const { exercises, loops, complaints } = readExercises(root);
  const lessons = readLessons(root);
  const ids = [...exercises, ...loops].map(({ id }) => id);
  return {
    exercises,
    loops,
    lessons,
    complaints: inOrder([
      ...complaints,
      ...exercises.flatMap((exercise) => [
        ...exercise.complaints,
        ...checkDescription(root, exercise, lessons, ids),
        ...checkCode(exercise),
      ]),
      ...loops.flatMap((loop) => [...loop.complaints, ...checkDescription(root, loop, lessons, ids)]),
      ...checkLessons(root, lessons, ids),
      ...checkPlaces(root, [...exercises, ...loops], lessons, Object.keys(readTitles(root))),
      ...checkTodos([
        ...exercises.flatMap(filesOf),
        ...loops.flatMap(({ files }) => Object.values(files)),
        ...lessons.map(({ file }) => file),
      ]),
    ]),
  };
}

/** What running an exercise shows. */
async function checkRuns(exercise: Exercise, threads: Threads): Promise<Complaint[]> {
  if (!isWhole(exercise)) return [];
  const solution = exercise.files['solution.ts'];
  const [formatted, attempts] = await Promise.all([
    checkFormat(solution, resolve(REPOSITORY, 'exercises', 'solution.ts')),
    attempt(exercise, threads),
  ]);
  return [...formatted, ...proofs(exercise, attempts)];
}

async function checkLoop(loop: LoopExercise, threads: Threads): Promise<Complaint[]> {
  const program = loop.files['program.ts'];
  const [formatted, playable] = await Promise.all([
    program === undefined ? [] : checkFormat(program, resolve(REPOSITORY, 'exercises', 'program.ts')),
    checkLoopRun(loop, (compiled) => threads.run(compiled)),
  ]);
  return [...formatted, ...playable];
}
