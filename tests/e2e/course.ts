/** What the browser tests know of the course: its exercises as they lie on disk, and how to work one on a page through its accessible names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

const EXERCISES = fileURLToPath(new URL('../../exercises', import.meta.url));

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
  readonly starter: string;
  readonly solution: string;
  readonly mistakes: readonly Mistake[];
}

const named = (code: string, key: string): string[] =>
  [...code.matchAll(new RegExp(`^// ${key}: (.+)$`, 'gm'))].map(([, text = '']) => text.trim());
const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const withoutNumber = (name: string): string => name.replace(/^\d+-/, '');

/** Every exercise of the repository, in order. */
export function exercisesOnDisk(): ExerciseOnDisk[] {
  return folders(EXERCISES)
    .sort()
    .flatMap((chapter) =>
      folders(join(EXERCISES, chapter))
        .sort()
        .map((folder) => {
          const at = join(EXERCISES, chapter, folder);
          const read = (file: string): string => readFileSync(join(at, file), 'utf8');
          const mistakes = readdirSync(join(at, 'mistakes')).map((name) => {
            const code = read(join('mistakes', name));
            return { name, code, fails: named(code, 'fails'), says: named(code, 'says') };
          });
          return {
            id: `${withoutNumber(chapter)}/${withoutNumber(folder)}`,
            starter: read('starter.ts'),
            solution: read('solution.ts'),
            mistakes,
          };
        }),
    );
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
    this.section = page.locator(`section[data-exercise="${id}"]`);
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
export async function openLesson(page: Page, name: RegExp): Promise<void> {
  await page.goto('./');
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The lesson that holds an exercise of a chapter; one lesson a chapter, so far. */
export const LESSONS: Readonly<Record<string, RegExp>> = {
  coroutines: /Calling an async function runs nothing/,
  'event-loop': /asyncio\.sleep (vs|against|and) time\.sleep/,
  tasks: /gather/i,
};
