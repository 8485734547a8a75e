/** Lays out a new chapter, lesson or exercise, or refuses to. Nothing is written before everything is known to be right, and nothing is overwritten. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeOf } from '../../src/course/index.ts';
import { didYouMean } from '../check/nearest-known.ts';
import { readTitles, titlesFile } from '../check/titles.ts';
import { exerciseFiles } from './exercise-template.ts';
import { loopFiles } from './loop-template.ts';
import { lessonText } from './lesson-template.ts';
import { nextPlace, readShelf, type Kind, type Shelf } from './shelf.ts';

/** It cannot be made; the message is one line that says why and what to try. */
export class Refused extends Error {}

export interface LaidOut {
  /** What was written or changed, relative to the repository. */
  readonly files: readonly string[];
  /** What its author does next, one step each. */
  readonly next: readonly string[];
}

/** Folders of the site that are none of a chapter's. */
const RESERVED = ['exercises', 'assets', 'generated'];

/** `fetch-some` as a title: `Fetch some`. */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Refuses what cannot be a part of an id. */
function checkName(name: string, what: string): void {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-?(\d{2,}-)*|-$/g, '');
  const advice = plain === '' || plain === name ? 'write a name such as fetch-some' : `write ${plain}`;
  if (/^\d{2,}-/.test(name))
    throw new Refused(`'${name}' begins with a number, which is no part of the name of ${what}; ${advice}`);
  try {
    placeOf(`01-any/01-${name}`);
    if (name.includes('/')) throw new Error('a step too many');
  } catch {
    throw new Refused(`'${name}' is no name for ${what}: small letters, digits and hyphens; ${advice}`);
  }
}

/** Adds a chapter at the end of the course. */
export function newChapter(root: string, name: string): LaidOut {
  checkName(name, 'a chapter');
  if (RESERVED.includes(name))
    throw new Refused(`a chapter cannot be called '${name}': the site has a folder of that name; choose another`);
  const titles = readTitles(root);
  if (titles[name] !== undefined)
    throw new Refused(`there is a chapter '${name}' already: '${titles[name]}'; npm run new -- lesson ${name}/NAME adds to it`);
  writeFileSync(titlesFile(root), `${JSON.stringify({ ...titles, [name]: titleOf(name) }, null, 2)}\n`);
  return {
    files: ['src/course/chapters.json'],
    next: [
      `Its title is '${titleOf(name)}': write a better one in src/course/chapters.json`,
      `npm run new -- lesson ${name}/NAME: its first lesson, with which it appears on the site`,
    ],
  };
}

/** Adds a lesson at the end of its chapter. */
export function newLesson(root: string, id: string): LaidOut {
  const shelf = readShelf(root);
  const { chapter, name } = checkId(shelf, 'lesson', id);
  const file = `${nextPlace(shelf, 'lesson', chapter, name)}.mdx`;
  write(root, { [file]: lessonText(titleOf(name), name.replaceAll('-', ' ')) });
  return {
    files: [file],
    next: [
      'Do what its lines marked TODO(author) say, and take them away',
      `npm run new -- exercise ${chapter}/NAME: an exercise for it`,
      `npm run check -- ${id}`,
      'npm run dev shows it, and each edit at once',
    ],
  };
}

/** Adds an exercise at the end of its chapter. */
export function newExercise(root: string, id: string): LaidOut {
  return layOutExercise(root, id, exerciseFiles);
}

/** Adds an exercise of the kind `loop` at the end of its chapter. */
export function newLoop(root: string, id: string): LaidOut {
  return layOutExercise(root, id, loopFiles);
}

/** `filesOf`: the files of the new exercise by their path in its folder. */
function layOutExercise(root: string, id: string, filesOf: typeof exerciseFiles): LaidOut {
  const shelf = readShelf(root);
  const { chapter, name } = checkId(shelf, 'exercise', id);
  const lesson = shelf.lessons.findLast((each) => each.id?.startsWith(`${chapter}/`));
  if (lesson === undefined)
    throw new Refused(
      `the chapter '${chapter}' has no lesson yet that could use it; first npm run new -- lesson ${chapter}/NAME`,
    );
  const folder = nextPlace(shelf, 'exercise', chapter, name);
  const [concept = chapter] = lesson.concepts;
  const files = Object.entries(filesOf(titleOf(name), concept)).map(([path, text]) => [join(folder, path), text] as const);
  write(root, Object.fromEntries(files));
  return {
    files: files.map(([path]) => path),
    next: [
      `Put <Exercise id="${id}" /> where it belongs in a lesson, such as ${lesson.file.path.slice(root.length + 1)}`,
      'Do what the lines marked TODO(author) say, and take them away',
      `npm run check -- ${id}`,
      'npm run dev shows it, and each edit at once',
    ],
  };
}

/** Takes `tasks/fetch-some` apart and refuses what cannot be made. */
function checkId(shelf: Shelf, kind: Kind, id: string): { readonly chapter: string; readonly name: string } {
  const [chapter = '', name = '', ...more] = id.split('/');
  const what = kind === 'lesson' ? 'a lesson' : 'an exercise';
  if (chapter === '' || name === '' || more.length > 0)
    throw new Refused(
      `expected the id of ${what}, such as tasks/${kind === 'lesson' ? 'names' : 'fetch-some'}; received '${id}'`,
    );
  if (!shelf.chapters.includes(chapter)) {
    const advice = didYouMean(chapter.replace(/^\d+-/, ''), shelf.chapters);
    throw new Refused(`there is no chapter '${chapter}'; ${advice} (npm run new -- chapter NAME adds one)`);
  }
  checkName(name, what);
  const place = shelf.taken[kind].get(id);
  if (place !== undefined) throw new Refused(`there is ${what} '${id}' already: ${place}; choose another name`);
  const heir = shelf.former[kind].get(id);
  if (heir !== undefined)
    throw new Refused(`'${id}' is a former id of '${heir}', which has its readers' progress; choose another name`);
  return { chapter, name };
}

/** Writes files that do not exist yet. */
function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
}
