/** The guide "Your first exercise" (CONTRIBUTING.md), done step by step in a copy of the repository, works: its exercise is proven, judged in the page, graded. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ExerciseOnPage } from './course.ts';
import { copyRepository, readGuide, run, start, write, type Served, type Step } from './guide.ts';

/** The exercise of the guide, and the title of its lesson. */
const ID = 'practice/basket-total';
const LESSON = 'A basket of prices';

let home: string;
let served: Served | undefined;
test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'loopwise-guide-'));
});
test.afterEach(() => {
  served?.end();
  rmSync(home, { recursive: true });
});

/** The text of a file of the guide, by the end of its path. */
function textOf(steps: readonly Step[], end: string): string {
  const step = steps.find((each) => each.kind === 'file' && each.path.endsWith(end));
  if (step?.kind !== 'file') throw new Error(`the guide has no ${end}`);
  return step.text;
}

test('the guide leads from a fresh clone to an exercise that is solved in the page and graded', async ({ page }) => {
  test.setTimeout(300_000); // 60 s on a quiet machine: it builds the site
  const repository = join(home, 'loopwise');
  copyRepository(repository);
  const guide = readGuide();
  expect(guide.filter(({ kind }) => kind === 'command').length).toBeGreaterThanOrEqual(5);

  for (const step of guide) {
    if (step.kind === 'file') {
      write(repository, step.path, step.text);
    } else if (step.line === 'npm start') {
      served = await start(repository, step.line);
      await page.goto(served.url);
      await page.getByRole('link', { name: LESSON }).first().click();
      const exercise = new ExerciseOnPage(page, ID);
      await exercise.open();
      expect((await exercise.code()).trim()).toBe(textOf(guide, '/starter.ts').trim());
      await exercise.button('Check').click();
      await expect(exercise.verdict).toHaveAttribute('data-verdict', 'failed');
      await exercise.check(textOf(guide, '/mistakes/one-after-the-other.ts'));
      await expect(exercise.verdict).toContainText('yours took 3 s');
      await exercise.check(textOf(guide, '/solution.ts'));
      await expect(exercise.verdict).toHaveAttribute('data-verdict', 'passed');
      await expect(exercise.tests('passed')).toHaveCount(2);
    } else {
      await test.step(step.line, () => {
        expect(run(repository, step.line)).toMatchObject({ status: 0 });
      });
    }
  }
  expect(served).toBeDefined();
  const [, ...rows] = readFileSync(join(home, 'results.csv'), 'utf8').trim().split('\n');
  expect(rows).toEqual([
    expect.stringMatching(/^"ada","practice\/basket-total","passed",2,2,/),
    expect.stringMatching(/^"ben","practice\/basket-total","failed",1,2,".*yours took 3 s/),
  ]);
});
