/**
 * An exercise on disk: its files by their part (`design/exercise-format.md`), and the complaints about what is missing or does
 * not belong.
 */
import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { placeOf } from '../../src/course/index.ts';
import { nearest } from '../../src/grader/index.ts';
import type { Complaint } from './complaint.ts';
import { isLoop, readLoopExercise, type LoopExercise } from './loop-exercise.ts';

export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
}

/** The four files that every exercise has. */
export interface MainFiles {
  readonly 'exercise.md': SourceFile;
  readonly 'starter.ts': SourceFile;
  readonly 'solution.ts': SourceFile;
  readonly 'tests.ts': SourceFile;
}

export interface Exercise {
  readonly id: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly files: Partial<MainFiles>;
  readonly mistakes: readonly SourceFile[];
  readonly variants: readonly SourceFile[];
  /** What is wrong with the folder itself. */
  readonly complaints: readonly Complaint[];
}

/** True when nothing of an exercise is missing, so that its code can be run. */
export function isWhole(exercise: Exercise): exercise is Exercise & { readonly files: MainFiles } {
  return MAIN_FILES.every((name) => exercise.files[name] !== undefined);
}

/** Every file of an exercise. */
export function filesOf({ files, mistakes, variants }: Exercise): SourceFile[] {
  return [...MAIN_FILES.flatMap((name) => files[name] ?? []), ...mistakes, ...variants];
}

const MAIN_FILES = ['exercise.md', 'starter.ts', 'solution.ts', 'tests.ts'] as const;
const GROUPS = ['mistakes', 'variants'] as const;

const PURPOSES: Readonly<Record<(typeof MAIN_FILES)[number], string>> = {
  'exercise.md': 'the front matter and the task',
  'starter.ts': 'what the reader gets',
  'solution.ts': 'a right answer',
  'tests.ts': 'the hidden tests',
};

/** The exercises under `root/exercises` in the order of the course, those of the kind `loop` apart, and what else lies there that is none. */
export function readExercises(root: string): {
  readonly exercises: readonly Exercise[];
  readonly loops: readonly LoopExercise[];
  readonly complaints: readonly Complaint[];
} {
  const complaints: Complaint[] = [];
  const exercises: Exercise[] = [];
  const loops: LoopExercise[] = [];
  const base = join(root, 'exercises');
  for (const chapter of entries(base)) {
    const path = join(base, chapter.name);
    if (!chapter.isDirectory()) {
      if (!KNOWN_IN_BASE.has(chapter.name)) complaints.push(stray(path, 'exercises are folders NN-chapter/NN-exercise'));
      continue;
    }
    if (placed(root, join(path, '01-any'), path, complaints) === undefined) continue;
    for (const entry of entries(path)) {
      const folder = join(path, entry.name);
      if (!entry.isDirectory()) {
        complaints.push(stray(folder, 'a chapter holds only folders of exercises'));
        continue;
      }
      const id = placed(root, folder, folder, complaints);
      if (id === undefined) continue;
      const description = join(folder, 'exercise.md');
      if (existsSync(description) && isLoop(read(description))) loops.push(readLoopExercise(id, folder));
      else exercises.push(readExercise(id, folder));
    }
  }
  return { exercises, loops, complaints };
}

/** What lies beside the chapters. */
const KNOWN_IN_BASE = new Set(['tsconfig.json', 'console.d.ts']);

function entries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const stray = (file: string, rule: string): Complaint => ({
  file,
  line: 1,
  what: `a stray file: ${rule}`,
  advice: 'remove it, or move it to where it belongs',
});

/** The id of what lies at a path; undefined, and a complaint about `file`, when the path is no place. */
function placed(root: string, path: string, file: string, complaints: Complaint[]): string | undefined {
  try {
    return placeOf(relative(root, path).split(sep).join('/')).id;
  } catch (error) {
    const what = (error instanceof Error ? error.message : String(error)).replace(/^.*?: /, '');
    complaints.push({ file, line: 1, what, advice: 'rename the folder', stopsBuild: true });
    return undefined;
  }
}

function readExercise(id: string, folder: string): Exercise {
  const found: Complaint[] = [];
  const files: Partial<Record<(typeof MAIN_FILES)[number], SourceFile>> = {};
  const groups: Record<(typeof GROUPS)[number], SourceFile[]> = { mistakes: [], variants: [] };
  for (const entry of entries(folder)) {
    const path = join(folder, entry.name);
    const main = MAIN_FILES.find((name) => name === entry.name);
    const group = GROUPS.find((name) => name === entry.name);
    if (main !== undefined && entry.isFile()) files[main] = read(path);
    else if (entry.isDirectory() && group !== undefined) groups[group].push(...readGroup(path, found));
    else found.push(strayIn(path, entry));
  }
  for (const name of MAIN_FILES) {
    if (files[name] === undefined)
      found.push({
        file: join(folder, name),
        line: 1,
        what: 'is missing',
        advice: `write it: ${PURPOSES[name]}`,
        stopsBuild: true,
      });
  }
  if (groups.mistakes.length === 0) {
    found.push({
      file: join(folder, 'mistakes'),
      line: 1,
      what: 'there is no wrong answer to hold the tests against',
      advice: 'write at least one that people really give',
    });
  }
  if (groups.variants.length < RIGHT_ANSWERS) {
    found.push({
      file: join(folder, 'variants'),
      line: 1,
      what: `${String(groups.variants.length)} of ${String(RIGHT_ANSWERS)} right answers written in other ways than the solution`,
      advice: 'write them as differently as people write: the tests must accept them all',
    });
  }
  return { id, folder, files, ...groups, complaints: found };
}

/** A file or folder of an exercise that has no part in it; perhaps only its name is wrong. */
function strayIn(path: string, entry: Dirent): Complaint {
  const rule = `an exercise has ${MAIN_FILES.join(', ')}, mistakes/*.ts and variants/*.ts`;
  const [meant] = nearest(entry.name, entry.isDirectory() ? GROUPS : MAIN_FILES);
  return { ...stray(path, rule), ...(meant !== undefined && { advice: `is it to be '${meant}'? rename it, or remove it` }) };
}

/** Right answers that an exercise has beside its solution, at least. */
const RIGHT_ANSWERS = 3;

function readGroup(folder: string, complaints: Complaint[]): SourceFile[] {
  return entries(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name.endsWith('.ts')) return [read(path)];
    complaints.push(stray(path, 'here lie .ts files only'));
    return [];
  });
}

function read(path: string): SourceFile {
  return { path, text: readFileSync(path, 'utf8') };
}

/** The line (from 1) where `text` first stands in a file; 1 when it does not. */
export function lineOf(file: SourceFile, text: string): number {
  const at = file.text.indexOf(text);
  return at === -1 ? 1 : file.text.slice(0, at).split('\n').length;
}
