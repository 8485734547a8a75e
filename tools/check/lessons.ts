/** What `check` says about lessons: each thing that a lesson names exists, and everything that lies beside it is shown. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { placeOf } from '../../src/course/index.ts';
import type { Complaint } from './complaint.ts';
import type { Lesson, Named } from './lesson.ts';
import { didYouMean } from './nearest-known.ts';
import { checkPredictions } from './predictions.ts';

/** The components that a lesson need not import. */
const COMPONENTS = ['Compare', 'Exercise', 'FromNote', 'Listing', 'Predict'];

/** What lies in `src/content` beside the chapters. */
const KNOWN_IN_BASE = ['tsconfig.json', 'claims.yaml', 'glossary.yaml'];

/** Complaints about the lessons of a course, whose exercises have these ids. */
export function checkLessons(root: string, lessons: readonly Lesson[], ids: readonly string[]): Complaint[] {
  const known = lessons.flatMap(({ id }) => id ?? []);
  return [...lessons.flatMap((lesson) => checkLesson(lesson, ids, known)), ...strays(root, lessons)];
}

function checkLesson(lesson: Lesson, ids: readonly string[], lessonIds: readonly string[]): Complaint[] {
  const { file, uses, components, links, imports, names, complaints } = lesson;
  const unknown = (
    all: readonly Named[],
    isKnown: (named: Named) => boolean,
    what: (id: string) => string,
    advice: (id: string) => string,
  ): Complaint[] =>
    all
      .filter((named) => !isKnown(named))
      .map(({ id, line }) => ({ file: file.path, line, what: what(id), advice: advice(id), stopsBuild: true }));
  const given = new Set(names.given);
  const isGiven = ({ id }: Named): boolean => given.has(id) || given.has('*');
  const targets = lessonIds.map((id) => `../../${id}/`);
  return [
    ...complaints,
    ...checkPredictions(lesson),
    ...unknown(
      uses,
      ({ id }) => ids.includes(id) || !lesson.isParsed,
      (id) => `uses the exercise '${id}', which does not exist`,
      (id) => didYouMean(id, ids),
    ),
    ...unknown(
      components,
      (named) => COMPONENTS.includes(named.id) || isGiven(named),
      (id) => `there is no component <${id}>`,
      (id) => `${didYouMean(id, COMPONENTS)} others have to be imported`,
    ),
    ...unknown(
      names.used,
      isGiven,
      (id) => `uses '${id}', which it does not import`,
      (id) => didYouMean(id, names.given),
    ),
    ...unknown(
      imports,
      ({ id }) => !id.startsWith('.') || existsSync(pathOf(lesson, id)),
      (id) => `imports '${id}', and there is no such file`,
      (id) => {
        const files = filesBeside(lesson);
        return files.length === 0 ? 'write it, or take the import away' : didYouMean(id.replace(/\?.*$/, ''), files);
      },
    ),
    ...unknown(
      links, // a wrong link leads nowhere, and no page is missing for it
      ({ id }) => targets.includes(id.replace(/#.*$/, '')) || id.startsWith('#'),
      (id) => `links to '${id}', where there is no lesson`,
      (id) => didYouMean(id, targets),
    ).map((complaint) => ({ ...complaint, stopsBuild: false })),
  ];
}

const pathOf = ({ file }: Lesson, specifier: string): string => resolve(dirname(file.path), specifier.replace(/\?.*$/, ''));

const folderOf = ({ file }: Lesson): string => file.path.replace(/\.mdx$/, '');

/** The files of a lesson's own folder, as it would import them. */
function filesBeside(lesson: Lesson): string[] {
  const folder = folderOf(lesson);
  return existsSync(folder) ? readdirSync(folder).map((name) => `./${basename(folder)}/${name}`) : [];
}

/** Files that no page shows, and folders that are none of a chapter's. */
function strays(root: string, lessons: readonly Lesson[]): Complaint[] {
  const base = join(root, 'src', 'content');
  const shown = new Set(lessons.flatMap((lesson) => [lesson.file.path, ...lesson.imports.map(({ id }) => pathOf(lesson, id))]));
  const unparsed = lessons.filter(({ isParsed }) => !isParsed).map(folderOf);
  return readdirSync(base, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const place = relative(base, path).split(sep);
    const stray = (what: string, advice: string): Complaint[] => [{ file: path, line: 1, what, advice }];
    if (entry.isDirectory()) {
      if (place.length > 1) return [];
      try {
        placeOf(`${entry.name}/01-any`);
        return [];
      } catch {
        return stray(
          `'${entry.name}' is no chapter`,
          "rename the folder: a number and a name of small letters, such as '04-tasks'",
        );
      }
    }
    if (shown.has(path) || (place.length === 1 && KNOWN_IN_BASE.includes(entry.name))) return [];
    if (place.length === 3 && unparsed.some((folder) => path.startsWith(folder + sep))) return []; // it cannot say yet what it shows
    if (place.length === 3 && lessons.some((lesson) => path.startsWith(folderOf(lesson) + sep)))
      return stray('its lesson does not show it', `import it in ${place[1] ?? ''}.mdx and hand it to a <Listing>, or remove it`);
    return stray(
      'a stray file: here lie NN-chapter/NN-lesson.mdx and, in the folder of its name, its listings',
      'remove it, or move it',
    );
  });
}
