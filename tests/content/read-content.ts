/** Reads what lies in src/content: the lessons with their front matter, and the listings beside them. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { parseLesson, type LessonFrontMatter } from '../../src/course/schemas.ts';
import { placeOf } from '../../src/course/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CONTENT = resolve(ROOT, 'src/content');

/** One lesson. `path` is relative to the repository. */
export interface Lesson {
  readonly id: string;
  readonly path: string;
  readonly frontMatter: LessonFrontMatter;
  readonly body: string;
}

/** One listing: a Python file, what CPython printed when it ran it, and its TypeScript twin if it has one. */
export interface Listing {
  readonly name: string;
  readonly file: string;
  readonly folder: string;
  readonly twin: string | undefined;
  /** Lines of a terminal: standard output and error output, as they came. Read when asked for: a new listing has none before it is recorded. */
  readonly printed: readonly string[];
}

const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

export function lessons(): Lesson[] {
  return globSync('*/*.mdx', { cwd: CONTENT })
    .sort()
    .map((file) => {
      const path = `src/content/${file}`;
      const { frontmatter, content } = parseFrontmatter(read(path));
      return { id: placeOf(path).id, path, frontMatter: parseLesson(frontmatter, path), body: content };
    });
}

export function listings(): Listing[] {
  return globSync('*/*/*.py', { cwd: CONTENT })
    .sort()
    .map((file) => {
      const path = `src/content/${file}`;
      const name = basename(file, '.py');
      const folder = dirname(path);
      const twin = existsSync(resolve(ROOT, folder, `${name}.ts`)) ? read(`${folder}/${name}.ts`) : undefined;
      return {
        name,
        file: path,
        folder,
        twin,
        get printed() {
          const output = `${folder}/${name}.out.txt`; // a new listing has none until it is recorded
          const printed = existsSync(resolve(ROOT, output)) ? read(output).trimEnd() : '';
          return printed === '' ? [] : printed.split('\n');
        },
      };
    });
}

/** Every file that lies beside a lesson, relative to the repository. */
export function listingFiles(): string[] {
  return globSync('*/*/*.*', { cwd: CONTENT })
    .sort()
    .map((file) => relative(ROOT, resolve(CONTENT, file)));
}

/** The folders of all exercises, relative to the repository. */
export function exerciseFolders(): string[] {
  return globSync('[0-9]*/[0-9]*/exercise.md', { cwd: resolve(ROOT, 'exercises') })
    .sort()
    .map((file) => `exercises/${dirname(file)}`);
}
