/** The course as `new` finds it: its chapters with their folders, and what is taken. Reads only. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../src/course/index.ts';
import { readExercises } from '../check/exercise.ts';
import { readFrontMatter } from '../check/front-matter.ts';
import { readLessons, type Lesson } from '../check/lesson.ts';
import { readTitles } from '../check/titles.ts';
import { exerciseSchema, lessonSchema } from '../../src/course/schemas.ts';

/** Where a kind of thing lies, below the repository. */
const BASES = { lesson: 'src/content', exercise: 'exercises' } as const;
export type Kind = keyof typeof BASES;

export interface Shelf {
  readonly root: string;
  /** Ids of the chapters that have a title, in the order of the course. */
  readonly chapters: readonly string[];
  readonly lessons: readonly Lesson[];
  /** Where each id lies, relative to the repository. */
  readonly taken: Readonly<Record<Kind, ReadonlyMap<string, string>>>;
  /** Ids that something once had, and what has their progress now. */
  readonly former: Readonly<Record<Kind, ReadonlyMap<string, string>>>;
}

export function readShelf(root: string): Shelf {
  const lessons = readLessons(root);
  const { exercises: ofCode, loops } = readExercises(root);
  const exercises = [...ofCode, ...loops];
  const short = (path: string): string => path.slice(root.length + 1);
  return {
    root,
    chapters: Object.keys(readTitles(root)),
    lessons,
    taken: {
      lesson: new Map(lessons.flatMap(({ id, file }) => (id === undefined ? [] : [[id, short(file.path)]]))),
      exercise: new Map(exercises.map(({ id, folder }) => [id, short(folder)])),
    },
    former: {
      lesson: new Map(
        lessons.flatMap(
          ({ id, file }) => readFrontMatter(file, lessonSchema).data?.formerly.map((old) => [old, id ?? ''] as const) ?? [],
        ),
      ),
      exercise: new Map(
        exercises.flatMap(({ id, files }) => {
          const file = files['exercise.md'];
          return file === undefined
            ? []
            : (readFrontMatter(file, exerciseSchema).data?.formerly.map((old) => [old, id] as const) ?? []);
        }),
      ),
    },
  };
}

/** What is numbered in a folder: number by name, `4` by `tasks`. What is no place in the course is left out. */
function numbered(folder: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    try {
      const { id, order } = placeOf(`01-chapter/${name}`);
      numbers.set(id.replace(/^.*\//, ''), order[1]);
    } catch {
      // npm run check tells it
    }
  }
  return numbers;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/**
 * The folder of a titled chapter, `04-tasks`: the number that it has wherever it stands already; else its place among the titles, or the next number when that
 * is taken.
 */
function chapterFolder({ root, chapters }: Shelf, chapter: string): string {
  const all = new Map(Object.values(BASES).flatMap((base) => [...numbered(join(root, base))]));
  const wished = chapters.indexOf(chapter) + 1;
  const taken = [...all.values()];
  const number = all.get(chapter) ?? (taken.includes(wished) ? Math.max(...taken) + 1 : wished);
  return `${twoDigits(number)}-${chapter}`;
}

/** The next free place in a chapter: `exercises/04-tasks/05-name`. */
export function nextPlace(shelf: Shelf, kind: Kind, chapter: string, name: string): string {
  const folder = join(BASES[kind], chapterFolder(shelf, chapter));
  const numbers = [...numbered(join(shelf.root, folder)).values()];
  return join(folder, `${twoDigits(Math.max(0, ...numbers) + 1)}-${name}`);
}
