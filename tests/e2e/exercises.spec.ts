/**
 * Reads the course as a learner does: each chapter from the home page on, lesson after lesson by "Next", exercises answered wrong and told what they did, then
 * solved, and everything still solved after a reload: all exercises of one chapter, one of each lesson in the others. All wrong answers of one exercise are
 * given on the screen; that the exercises are judged in the page as `npm run check` judges them is held by same-verdict.spec.ts.
 */
import { expect, test, type Page } from '@playwright/test';
import { chaptersOnDisk, ExerciseOnPage, exercisesOnDisk, openLesson } from './course.ts';
import { playLoop } from './loop.ts';

/** High enough for the longest program: the editor draws the lines that are in view, no others. */
test.use({ viewport: { width: 1280, height: 3000 } });

type Code = ReturnType<typeof exercisesOnDisk>[number];
type Exercise = ReturnType<typeof chaptersOnDisk>[number]['lessons'][number]['exercises'][number];

/** The chapter in which every exercise is worked; in the others it is the first of each lesson, since all take minutes. */
const WHOLE = 'tasks';

/** Gives a wrong answer, and sees that it is told what it did. */
async function answerWrong(exercise: ExerciseOnPage, { name, code, fails, says }: Code['mistakes'][number]): Promise<void> {
  await test.step(name, async () => {
    await exercise.check(code);
    await expect(exercise.verdict).toHaveAttribute('data-verdict', /failed|error/);
    await expect(exercise.tests('failed')).toHaveCount(fails.length);
    for (const title of fails) await expect(exercise.tests('failed').filter({ hasText: title })).toHaveCount(1);
    for (const text of says) await expect(exercise.verdict).toContainText(text);
  });
}

async function solve(exercise: ExerciseOnPage, { solution }: Code): Promise<void> {
  await exercise.check(solution);
  await expect(exercise.verdict).toHaveAttribute('data-verdict', 'passed');
  await expect(exercise.tests('failed')).toHaveCount(0);
}

/** Sees that an exercise is still solved on a page that was opened anew, and that the reader's code is there. */
async function expectSolved(page: Page, id: string, solution?: string): Promise<void> {
  const exercise = new ExerciseOnPage(page, id);
  await exercise.section.scrollIntoViewIfNeeded();
  await expect(exercise.section).toContainText(/✓ solved/i);
  if (solution === undefined) return;
  await exercise.open();
  await expect.poll(async () => (await exercise.code()).trim()).toBe(solution.trim());
}

/** Works one exercise: answered wrong where it is in code, and solved. */
async function work(page: Page, each: Exercise): Promise<void> {
  if ('program' in each) {
    await playLoop(page, each);
    return;
  }
  const exercise = new ExerciseOnPage(page, each.id);
  await exercise.open();
  const [mistake] = each.mistakes;
  if (mistake === undefined) throw new Error(`${each.id} has no mistake: npm run check says so`);
  await answerWrong(exercise, mistake);
  await solve(exercise, each);
}

for (const { id, lessons } of chaptersOnDisk()) {
  const isWhole = id === WHOLE;
  const chosen = (exercises: readonly Exercise[]): readonly Exercise[] => (isWhole ? exercises : exercises.slice(0, 1));
  test(`the chapter ${id} can be read from its first lesson to its last, and ${isWhole ? 'every exercise' : 'an exercise of each'} solved`, async ({
    page,
  }) => {
    test.setTimeout(600_000); // a minute for a whole chapter on a quiet machine
    await openLesson(page, lessons[0]?.title ?? '');
    for (const [place, { title, exercises }] of lessons.entries()) {
      await test.step(title, async () => {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        expect(exercises.length).toBeGreaterThan(0);
        for (const each of chosen(exercises)) await work(page, each);
        await page.reload();
        for (const each of chosen(exercises)) await expectSolved(page, each.id, 'solution' in each ? each.solution : undefined);
        if (place < lessons.length - 1) await page.locator('a[rel="next"]').click();
      });
    }
    await page.goto('./');
    for (const { id: solved } of lessons.flatMap(({ exercises }) => chosen(exercises)))
      await expect(page.locator(`[data-progress="${solved}"]`)).toHaveAttribute('data-state', 'solved');
  });
}

test('each wrong answer of an exercise is told what it did', async ({ page }) => {
  const exercise = exercisesOnDisk().find(({ id }) => id === 'tasks/fetch-all');
  if (exercise === undefined) throw new Error('the exercise tasks/fetch-all is gone');
  await openLesson(page, exercise.lesson);
  const onPage = new ExerciseOnPage(page, exercise.id);
  await onPage.open();
  expect(exercise.mistakes.length).toBeGreaterThan(3);
  for (const mistake of exercise.mistakes) await answerWrong(onPage, mistake);
});
