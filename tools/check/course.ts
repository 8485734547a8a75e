/** Proves the exercises of a course (`design/exercise-format.md`, points 1 to 6), some or all of them. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { relative, resolve, sep } from 'node:path';
import { attempt } from './attempts.ts';
import { inOrder, type Complaint } from './complaint.ts';
import { checkDescription, checkLessons, didYouMean, readLessons } from './description.ts';
import { isWhole, readExercises, type Exercise } from './exercise.ts';
import { checkFormat } from './format.ts';
import { proofs } from './proofs.ts';
import { Threads } from './threads.ts';
import { checkTypes } from './types.ts';

/** The repository that this file is part of. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Sandbox threads that work at once. */
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism()));

export interface Report {
  /** Ids of the exercises that were looked at. */
  readonly ids: readonly string[];
  readonly complaints: readonly Complaint[];
}

/** No exercise lies where the author looked. */
export class UnknownExercise extends Error {}

/**
 * Checks the exercises at or under `path` (a folder, a file of an exercise, or an id); all, and the whole of the course, when it
 * is left out.
 */
export async function checkCourse(root: string, path?: string): Promise<Report> {
  const { exercises, complaints } = readExercises(root);
  const lessons = readLessons(root);
  const chosen = path === undefined ? exercises : choose(root, exercises, path);
  const threads = new Threads(AT_ONCE);
  const work = [checkTypes(root), ...chosen.map((exercise) => checkExercise(root, exercise, lessons, threads))] as const;
  const [types, ...found] = await Promise.all(work).finally(() => threads.end());
  const ids = exercises.map(({ id }) => id);
  const isChosen = ({ file }: Complaint): boolean => chosen.some(({ folder }) => file.startsWith(folder + sep));
  const general = path === undefined ? [...types, ...complaints, ...checkLessons(lessons, ids)] : types.filter(isChosen);
  return { ids: chosen.map(({ id }) => id), complaints: inOrder([...general, ...found.flat()]) };
}

async function checkExercise(
  root: string,
  exercise: Exercise,
  lessons: ReturnType<typeof readLessons>,
  threads: Threads,
): Promise<Complaint[]> {
  const complaints = [...exercise.complaints, ...checkDescription(root, exercise, lessons)];
  if (!isWhole(exercise)) return complaints;
  const solution = exercise.files['solution.ts'];
  const [formatted, attempts] = await Promise.all([
    checkFormat(solution, resolve(REPOSITORY, 'exercises', 'solution.ts')),
    attempt(exercise, threads),
  ]);
  return [...complaints, ...formatted, ...proofs(exercise, attempts)];
}

/** Throws UnknownExercise with the nearest ids when there is none. */
function choose(root: string, exercises: readonly Exercise[], path: string): Exercise[] {
  const wanted = [resolve(path), resolve(root, path), resolve(root, 'exercises', path)];
  const chosen = exercises.filter(
    ({ id, folder }) =>
      id === path || wanted.some((each) => folder === each || folder.startsWith(each + sep) || each.startsWith(folder + sep)),
  );
  if (chosen.length > 0) return chosen;
  const known = exercises.flatMap(({ id, folder }) => [id, relative(root, folder)]);
  const ids = exercises.map(({ id }) => id);
  const inside = path
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/')
    .replaceAll(/\b\d+-/g, '');
  throw new UnknownExercise(
    `There is no exercise at '${path}'; ${didYouMean(known.includes(inside) ? inside : inside || path, ids)}`,
  );
}
