/**
 * Point 1 of what `check` proves: exercise.md fits the schema, its concepts are taught somewhere, and exactly one lesson uses the
 * exercise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { exercisesUsedIn } from '../../src/course/index.ts';
import { exerciseSchema } from '../../src/course/schemas.ts';
import { nearest } from '../../src/grader/index.ts';
import type { Complaint } from './complaint.ts';
import { lineOf, type Exercise, type SourceFile } from './exercise.ts';

/** A lesson, as far as exercises are concerned. */
export interface Lesson {
  readonly file: SourceFile;
  readonly concepts: readonly string[];
  /** Ids of the exercises that it uses, as often as it does. */
  readonly uses: readonly string[];
}

/** The lessons under `root/src/content`. */
export function readLessons(root: string): Lesson[] {
  const base = join(root, 'src', 'content');
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .sort()
    .map((path) => {
      const file = { path: join(base, path), text: readFileSync(join(base, path), 'utf8') };
      const { data } = frontMatter(file);
      const concepts: unknown = typeof data === 'object' && data !== null && 'concepts' in data ? data.concepts : [];
      return {
        file,
        concepts: Array.isArray(concepts) ? concepts.filter((each) => typeof each === 'string') : [],
        uses: exercisesUsedIn(file.text),
      };
    });
}

/** Complaints about an exercise's description. */
export function checkDescription(root: string, { id, files }: Exercise, lessons: readonly Lesson[]): Complaint[] {
  const file = files['exercise.md'];
  if (file === undefined) return [];
  return [...checkFrontMatter(file, lessons), ...checkUse(root, id, file, lessons)];
}

/** Uses of exercises that do not exist. */
export function checkLessons(lessons: readonly Lesson[], ids: readonly string[]): Complaint[] {
  return lessons.flatMap(({ file, uses }) =>
    uses
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file: file.path,
        line: lineOf(file, `"${id}"`),
        what: `uses the exercise '${id}', which does not exist`,
        advice: didYouMean(id, ids),
      })),
  );
}

/** The nearest of the known names, or all of them. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known, 3);
  if (near.length > 0) return `did you mean ${near.map((each) => `'${each}'`).join(' or ')}?`;
  return known.length === 0 ? 'there are none yet' : `there are: ${known.map((each) => `'${each}'`).join(', ')}`;
}

function checkUse(root: string, id: string, file: SourceFile, lessons: readonly Lesson[]): Complaint[] {
  const users = lessons.flatMap((lesson) =>
    lesson.uses.filter((used) => used === id).map(() => relative(root, lesson.file.path)),
  );
  if (users.length === 1) return [];
  const [what, advice] =
    users.length === 0
      ? ['no lesson uses this exercise', `write <Exercise id="${id}" /> where it belongs in a lesson, or remove the exercise`]
      : [
          `it is used ${users.length} times: ${users.join(', ')}`,
          'leave one of them: an exercise belongs to one place in one lesson',
        ];
  return [{ file: file.path, line: 1, what, advice }];
}

function checkFrontMatter(file: SourceFile, lessons: readonly Lesson[]): Complaint[] {
  const { document, data, body, lineOfField } = frontMatter(file);
  const complain = (line: number, what: string, advice: string): Complaint => ({ file: file.path, line, what, advice });
  if (document === undefined)
    return [
      complain(1, 'has no front matter', 'begin it with a line ---, then title, concepts, minutes and hints, then a line ---'),
    ];
  const [broken] = document.errors;
  if (broken !== undefined)
    return [
      complain(
        (broken.linePos?.[0].line ?? 1) + 1,
        `the front matter is no YAML: ${broken.message.split('\n', 1)[0] ?? ''}`,
        'repair it',
      ),
    ];
  const complaints =
    body.trim() === ''
      ? [complain(file.text.split('\n').length, 'says no task', 'write below the front matter what the program must do')]
      : [];
  const parsed = exerciseSchema.safeParse(data);
  if (!parsed.success) {
    const found = parsed.error.issues.map(({ path, message }) =>
      complain(lineOfField(path), `${path.map(String).join('.') || 'front matter'}: ${message}`, 'change it in the front matter'),
    );
    return [...complaints, ...found];
  }
  const { concepts, hints } = parsed.data;
  const taught = [...new Set(lessons.flatMap((lesson) => lesson.concepts))];
  concepts.forEach((concept, index) => {
    if (!taught.includes(concept)) {
      complaints.push(
        complain(
          lineOfField(['concepts', index]),
          `no lesson teaches the concept '${concept}'`,
          `name it among the concepts of a lesson, or use one that is; ${didYouMean(concept, taught)}`,
        ),
      );
    }
  });
  hints.forEach((hint, index) => {
    if (hints.indexOf(hint) !== index)
      complaints.push(
        complain(
          lineOfField(['hints', index]),
          'this hint says the same as one before it',
          'let each hint say more than the last',
        ),
      );
  });
  return complaints;
}

interface FrontMatter {
  /** Undefined when the file does not begin with front matter. */
  readonly document: Document | undefined;
  readonly data: unknown;
  readonly body: string;
  /** The line (from 1) of a field of the front matter, or of the nearest field around it. */
  readonly lineOfField: (path: readonly PropertyKey[]) => number;
}

function frontMatter({ text }: SourceFile): FrontMatter {
  const [whole, yaml] = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined) return { document: undefined, data: undefined, body: text, lineOfField: () => 1 };
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml ?? '', { lineCounter });
  const lineOfField = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      if (hasRange(node)) return lineCounter.linePos(node.range[0]).line + 1;
    }
    return 1;
  };
  return {
    document,
    data: document.errors.length === 0 ? document.toJS() : undefined,
    body: text.slice(whole.length),
    lineOfField,
  };
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
