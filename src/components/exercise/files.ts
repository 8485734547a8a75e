/** The files of the exercises, read when the site is built (and anew, in `astro dev`, when an author saves one). */
import { createHash } from 'node:crypto';
import { programOf } from '../programs.ts';
import { recordOf } from '../records.ts';
import type { ExerciseData, LoopData } from './data.ts';
import { PROGRAM_FILE } from './session.ts';

const sources = import.meta.glob<string>('/exercises/*/*/{starter,solution,tests,program}.ts', {
  query: '?raw',
  import: 'default',
});

/** One file of an exercise, which lies in `folder`, such as `exercises/04-tasks/02-fetch-all`. */
async function read(folder: string, name: 'starter' | 'solution' | 'tests' | 'program'): Promise<string> {
  const path = `/${folder}/${name}.ts`;
  const load = sources[path];
  if (load === undefined)
    throw new Error(
      `${folder}: there is no ${name}.ts; an exercise has exercise.md, starter.ts, solution.ts, tests.ts and mistakes/, one of the kind loop exercise.md and program.ts`,
    );
  return load();
}

export function starterOf(folder: string): Promise<string> {
  return read(folder, 'starter');
}

/** The program of an exercise of the kind `loop`. */
export function programTextOf(folder: string): Promise<string> {
  return read(folder, 'program');
}

/** A JSON file that pages fetch: the text that is served, and its address from the site's root, with a mark of its content. */
interface Served {
  readonly json: string;
  readonly path: string;
}

function served(content: unknown, path: string): Served {
  const json = JSON.stringify(content);
  const mark = createHash('sha256').update(json).digest('hex').slice(0, 8);
  return { json, path: `${path}?${mark}` };
}

/** The compiled solution: it is fetched by whoever looks at its run. */
export async function referenceFile(id: string, folder: string): Promise<Served> {
  const solution = await read(folder, 'solution');
  return served(await programOf(solution, PROGRAM_FILE, `${folder}/solution.ts`), `references/${id}.json`);
}

/** All that the page fetches of an exercise as soon as it comes near. */
export async function dataFile(id: string, folder: string, hints: readonly string[]): Promise<Served> {
  const [starter, solution, tests, { path: reference }] = await Promise.all([
    read(folder, 'starter'),
    read(folder, 'solution'),
    read(folder, 'tests'),
    referenceFile(id, folder),
  ]);
  const [starterProgram, testsProgram] = await Promise.all([
    programOf(starter, PROGRAM_FILE, `${folder}/starter.ts`),
    programOf(tests, 'tests.ts', `${folder}/tests.ts`),
  ]);
  const data: ExerciseData = { starter, solution, hints, starterProgram, testsProgram, reference };
  return served(data, `exercises/${id}.json`);
}

/** All that the page fetches of an exercise of the kind `loop`: the run that is played, which is run here and now. */
export async function loopFile(id: string, folder: string, hints: readonly string[]): Promise<Served> {
  const program = await programOf(await programTextOf(folder), PROGRAM_FILE, `${folder}/program.ts`);
  const data: LoopData = { record: await recordOf(program), hints };
  return served(data, `exercises/${id}.json`);
}
