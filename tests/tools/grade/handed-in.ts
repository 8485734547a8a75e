/** A class of learners on disk, for the tests of `npm run grade`: answers of the course itself, and the trouble that people and programs make. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportProgress, freshProgress } from '../../../src/course/index.ts';
import { isWhole, readExercises } from '../../../tools/check/exercise.ts';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

const fetchAll = readExercises(REPOSITORY).exercises.find(({ id }) => id === 'tasks/fetch-all');
if (fetchAll === undefined || !isWhole(fetchAll)) throw new Error('the tests need the exercise tasks/fetch-all');

export const SOLUTION = fetchAll.files['solution.ts'].text;
export const STARTER = fetchAll.files['starter.ts'].text;

/** A wrong answer of the exercise, by the name of its file. */
export function mistake(name: string): string {
  const found = fetchAll?.mistakes.find(({ path }) => path.endsWith(`/${name}.ts`));
  if (found === undefined) throw new Error(`there is no mistake ${name}`);
  return found.text;
}

/** Never gives control back, in a way that no budget within the sandbox ends. */
export const HANGS = `export async function makeRequests(urls: number[]): Promise<string[]> {\n  /^(a+)+$/.test('a'.repeat(40) + 'b');\n  return [];\n}\n`;

/** Eats memory until there is none. */
export const EATS = `export async function makeRequests(): Promise<unknown> {\n  const all: unknown[] = [];\n  for (;;) all.push(new Array<number>(1_000_000).fill(all.length));\n}\n`;

/** Writes files below `root`: text, bytes, or a function that makes something else there. */
export function handIn(root: string, files: Readonly<Record<string, string | Uint8Array | ((path: string) => void)>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'function') content(path);
    else writeFileSync(path, content);
  }
}

export const folderInPlace = (path: string): void => {
  mkdirSync(path);
};

export const linkTo =
  (target: string) =>
  (path: string): void => {
    symlinkSync(target, path);
  };

/** A file as the site saves it, with one exercise in it. */
export function progressFile(draft: string | undefined, id = 'tasks/fetch-all'): string {
  const entry = { ...freshProgress(), attempts: 3, solvedAt: '2026-01-01', ...(draft !== undefined && { draft }) };
  return exportProgress(new Map([[id, entry]]), '2026-01-02');
}
