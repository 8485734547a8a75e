/** Every exercise, in the page, with every declared mistake and with its solution: each is told what it did, and what is solved stays solved. */
import { expect, test } from '@playwright/test';
import { ExerciseOnPage, exercisesOnDisk, openLesson } from './course.ts';

for (const { id, lesson, solution, mistakes } of exercisesOnDisk()) {
  test(`${id}: each of ${String(mistakes.length)} wrong answers is told what it did, the solution passes and stays solved`, async ({
    page,
  }) => {
    await openLesson(page, lesson);
    const exercise = new ExerciseOnPage(page, id);
    await exercise.open();
    for (const { name, code, fails, says } of mistakes) {
      await test.step(name, async () => {
        await exercise.check(code);
        await expect(exercise.verdict).toHaveAttribute('data-verdict', /failed|error/);
        await expect(exercise.tests('failed')).toHaveCount(fails.length);
        for (const title of fails) await expect(exercise.tests('failed').filter({ hasText: title })).toHaveCount(1);
        for (const text of says) await expect(exercise.verdict).toContainText(text);
      });
    }
    await exercise.check(solution);
    await expect(exercise.verdict).toHaveAttribute('data-verdict', 'passed');
    await expect(exercise.tests('failed')).toHaveCount(0);
    await page.reload();
    await exercise.open();
    await expect(exercise.section).toContainText(/solved/i);
    expect((await exercise.code()).trim()).toBe(solution.trim());
  });
}
