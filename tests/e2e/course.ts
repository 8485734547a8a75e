/** What the browser tests know of the course: its exercises as they lie on disk, and how to work one on a page through its accessible names. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { readClaims } from '../../tools/check/claims.ts';
import { isWhole, readExercises } from '../../tools/check/exercise.ts';
import { readLessons } from '../../tools/check/lesson.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** A declared wrong answer: its code, the tests it must fail, and what the reader must be told. */
interface Mistake {
  readonly name: string;
  readonly code: string;
  readonly fails: readonly string[];
  readonly says: readonly string[];
}

interface ExerciseOnDisk {
  /** As in `data-exercise`: `tasks/fetch-all`. */
  readonly id: string;
  /** The title of the lesson that uses it. */
  readonly lesson: string;
  readonly solution: string;
  readonly mistakes: readonly Mistake[];
}

/** An exercise of the kind `loop`, and the program whose loop is played. */
interface LoopOnDisk {
  readonly id: string;
  readonly lesson: string;
  readonly program: string;
}

interface LessonOnDisk {
  readonly title: string;
  readonly exercises: readonly (ExerciseOnDisk | LoopOnDisk)[];
}

interface ChapterOnDisk {
  /** `tasks` */
  readonly id: string;
  readonly lessons: readonly LessonOnDisk[];
}

/** Every exercise in code of the repository, in order, as `npm run check` reads them. */
export function exercisesOnDisk(): ExerciseOnDisk[] {
  const lessons = readLessons(REPOSITORY);
  return readExercises(REPOSITORY).exercises.map((exercise) => {
    if (!isWhole(exercise)) throw new Error(`${exercise.id} lacks a file: npm run check says which`);
    const mistakes = exercise.mistakes.map((file) => {
      const { fails, says } = readClaims(file);
      const texts = (claims: typeof fails): string[] => claims.map(({ text }) => text);
      return { name: basename(file.path), code: file.text, fails: texts(fails), says: texts(says) };
    });
    return {
      id: exercise.id,
      lesson: lessonOf(lessons, exercise.id).title,
      solution: exercise.files['solution.ts'].text,
      mistakes,
    };
  });
}

function lessonOf(lessons: ReturnType<typeof readLessons>, exercise: string): (typeof lessons)[number] {
  const lesson = lessons.find(({ uses }) => uses.some(({ id }) => id === exercise));
  if (lesson === undefined) throw new Error(`no lesson uses ${exercise}`);
  return lesson;
}

/** The course in the order in which it is read: chapters, their lessons, and in each the exercises of both kinds. */
export function chaptersOnDisk(): ChapterOnDisk[] {
  const lessons = readLessons(REPOSITORY);
  const loops = readExercises(REPOSITORY).loops.map(({ id, files }) => {
    if (files['program.ts'] === undefined) throw new Error(`${id} lacks its program: npm run check says so`);
    return { id, lesson: lessonOf(lessons, id).title, program: files['program.ts'].text };
  });
  const byId = new Map([...exercisesOnDisk(), ...loops].map((exercise) => [exercise.id, exercise]));
  const chapters = new Map<string, LessonOnDisk[]>();
  for (const { id = '', title, uses } of lessons) {
    const [chapter = ''] = id.split('/');
    const exercises = uses.flatMap((use) => byId.get(use.id) ?? []);
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), { title, exercises }]);
  }
  return [...chapters].map(([id, its]) => ({ id, lessons: its }));
}

/** One exercise on a page, worked as a reader works it. */
export class ExerciseOnPage {
  readonly section: Locator;
  readonly editor: Locator;
  readonly output: Locator;
  readonly verdict: Locator;
  readonly #page: Page;

  constructor(page: Page, id: string) {
    this.#page = page;
    this.section = page.locator(`section:is([data-exercise="${id}"], [data-loop-game="${id}"])`);
    this.editor = this.section.getByRole('textbox', { name: 'Your code' });
    this.output = this.section.getByRole('region', { name: 'Output' });
    this.verdict = this.section.locator('[role="status"][data-verdict]');
  }

  button(name: string | RegExp): Locator {
    return this.section.getByRole('button', { name });
  }

  /** Brings the exercise into view and waits for its editor. */
  async open(): Promise<void> {
    await this.section.scrollIntoViewIfNeeded();
    await expect(this.editor).toBeEditable();
  }

  /** Replaces the whole text, as pasting does. */
  async write(code: string): Promise<void> {
    await this.editor.click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(code);
  }

  async check(code: string): Promise<void> {
    await this.write(code);
    await this.button('Check').click();
  }

  /** What the editor holds. */
  async code(): Promise<string> {
    return (await this.editor.locator('.cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n');
  }

  tests(state: 'passed' | 'failed'): Locator {
    return this.verdict.locator(`li[data-test-state="${state}"]`);
  }
}

/** Goes from the home page to a lesson, by its link. */
export async function openLesson(page: Page, name: RegExp | string): Promise<void> {
  await page.goto('./');
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A lesson of each chapter that the tests of the site look at. */
export const LESSONS: Readonly<Record<string, RegExp>> = {
  coroutines: /Calling an async function runs nothing/,
  'event-loop': /asyncio\.sleep (vs|against|and) time\.sleep/,
  tasks: /gather/i,
};
