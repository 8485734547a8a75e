/** The outline: chapters, their lessons, the exercises of each, made from what lies on disk. Pure; the pages give it what they have read. */
import { chapterTitle } from './chapters.ts';
import { placeOf } from './ids.ts';

interface ExerciseEntry {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly concepts: readonly string[];
  readonly formerly: readonly string[];
}

interface LessonEntry {
  readonly id: string;
  /** `4.2`: shown, and never part of the identity. */
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly concepts: readonly string[];
  /** Minutes of reading, exercises not counted. */
  readonly minutes: number;
  readonly exercises: readonly ExerciseEntry[];
}

interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly LessonEntry[];
}

export type Outline = readonly Chapter[];

/** A lesson as it was read: `path` holds its place, `body` its text with the exercises that it uses. */
export interface LessonSource {
  readonly path: string;
  readonly body: string;
  readonly title: string;
  readonly summary: string;
  readonly concepts: readonly string[];
  readonly minutes?: number | undefined;
}

/** Words that a reader of technical prose reads in a minute. */
const WORDS_A_MINUTE = 200;

/** Minutes that a text takes to read, at least 1; tags and imports are not read. */
export function readingMinutes(body: string): number {
  const prose = body.replace(/^(import|export) .*$/gm, '').replace(/<[^>]*>/g, ' ');
  return Math.max(1, Math.round(prose.split(/\s+/).filter((word) => /\w/.test(word)).length / WORDS_A_MINUTE));
}

/** What is not shown as it stands: comments, and code that is shown as code. */
const ASIDE = /^(```+|~~~+)[\s\S]*?^\1|\{\/\*[\s\S]*?\*\/\}|(`+)[^`][\s\S]*?\2/gm;

/** The ids of the exercises that a lesson's body uses, in their order: `<Exercise id="…" />`. */
export function exercisesUsedIn(body: string): string[] {
  return [...body.replace(ASIDE, '').matchAll(/<Exercise\s[^>]*?id=["']([^"']+)["']/g)].flatMap(([, id]) => id ?? []);
}

/** Puts lessons and exercises into order. Throws when a lesson uses an exercise that does not exist, or that another one uses already. */
export function outline(lessons: readonly LessonSource[], exercises: readonly ExerciseEntry[]): Outline {
  const known = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const usedBy = new Map<string, string>();
  const chapters = new Map<string, Chapter & { lessons: LessonEntry[] }>();
  const ordered = lessons
    .map((lesson) => ({ ...lesson, place: placeOf(lesson.path) }))
    .sort((a, b) => a.place.order[0] - b.place.order[0] || a.place.order[1] - b.place.order[1]);
  for (const { place, path, body, title, summary, concepts, minutes } of ordered) {
    const used = exercisesUsedIn(body).map((id) => {
      const exercise = known.get(id);
      if (exercise === undefined)
        throw new Error(
          `${path}: uses the exercise '${id}', which does not exist; there are: ${[...known.keys()].join(', ') || 'none'}`,
        );
      const other = usedBy.get(id);
      if (other !== undefined)
        throw new Error(`${path}: uses the exercise '${id}', which ${other} uses already; an exercise belongs to one lesson`);
      usedBy.set(id, path);
      return exercise;
    });
    const chapter = chapters.get(place.chapter) ?? {
      id: place.chapter,
      number: place.order[0],
      title: chapterTitle(place.chapter),
      lessons: [],
    };
    chapters.set(place.chapter, chapter);
    chapter.lessons.push({
      id: place.id,
      number: place.order.join('.'),
      title,
      summary,
      concepts,
      minutes: minutes ?? readingMinutes(body),
      exercises: used,
    });
  }
  return [...chapters.values()];
}

/** The lessons before and after one, across chapters. */
export function neighbours(course: Outline, id: string): { readonly before?: LessonEntry; readonly after?: LessonEntry } {
  const all = course.flatMap(({ lessons }) => lessons);
  const at = all.findIndex((lesson) => lesson.id === id);
  const before = at > 0 ? all[at - 1] : undefined;
  const after = at >= 0 ? all[at + 1] : undefined;
  return { ...(before && { before }), ...(after && { after }) };
}
