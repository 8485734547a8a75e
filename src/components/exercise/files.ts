/** The files of the exercises, read when the site is built (and anew, in `astro dev`, when an author saves one). */
import { createHash } from 'node:crypto';
import { programOf } from '../programs.ts';
import type { ExerciseData } from './data.ts';
import { PROGRAM_FILE } from './session.ts';

const sources = import.meta.glob<string>('/exercises/*/*/{starter,solution,tests}.ts', { query: '?raw', import: 'default' });

/** One file of an exercise, which lies in `folder`, such as `exercises/04-tasks/02-fetch-all`. */
async function read(folder: string, name: 'starter' | 'solution' | 'tests'): Promise<string> {
  const path = `/${folder}/${name}.ts`;
  const load = sources[path];
  if (load === undefined)
    throw new Error(
      `${folder}: there is no ${name}.ts; an exercise has exercise.md, starter.ts, solution.ts, tests.ts and mistakes/`,
    );
  return load();
}

export function starterOf(folder: string): Promise<string> {
  return read(folder, 'starter');
}

/** All that the page fetches of an exercise, as the text that is served, and its address with a mark of its content. */
export async function dataFile(
  id: string,
  folder: string,
  hints: readonly string[],
): Promise<{ readonly json: string; readonly path: string }> {
  const [starter, solution, tests] = await Promise.all([
    read(folder, 'starter'),
    read(folder, 'solution'),
    read(folder, 'tests'),
  ]);
  const [starterProgram, testsProgram] = await Promise.all([
    programOf(starter, PROGRAM_FILE, `${folder}/starter.ts`),
    programOf(tests, 'tests.ts', `${folder}/tests.ts`),
  ]);
  const data: ExerciseData = { starter, solution, hints, starterProgram, testsProgram };
  const json = JSON.stringify(data);
  const mark = createHash('sha256').update(json).digest('hex').slice(0, 8);
  return { json, path: `exercises/${id}.json?${mark}` };
}
