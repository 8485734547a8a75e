/** Progress in a file: saved on the home page, loaded there again, code included; a bad file changes nothing and says why. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { exercisesOnDisk, ExerciseOnPage, LESSONS, openLesson } from './course.ts';

const ID = 'tasks/fetch-all';

const section = (page: Page): Locator => page.getByRole('region', { name: 'Take your progress along' });
const said = (page: Page): Locator => section(page).getByRole('status');
const line = (page: Page): Locator => page.locator(`[data-progress="${ID}"]`);

/** Solves the exercise with its own solution, and comes back to the home page. */
async function solve(page: Page): Promise<string> {
  const { solution } = exercisesOnDisk().find(({ id }) => id === ID) ?? { solution: '' };
  const code = `${solution.trimEnd()}\n// solved by me\n`;
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, ID);
  await exercise.open();
  await exercise.check(code);
  await expect(exercise.verdict).toHaveAttribute('data-verdict', 'passed');
  await page.goto('./');
  await expect(line(page)).toHaveAttribute('data-state', 'solved');
  return code;
}

/** The file that the browser was handed. */
async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section(page).getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^loopwise-progress-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await download.path(), 'utf8');
}

async function choose(page: Page, text: string, name = 'mine.json'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    section(page).getByRole('button', { name: 'Load from a file…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

test('what was solved is saved, and loaded again in a browser that knows nothing of it, code included', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const code = await solve(page);
  const file = await saved(page);
  await expect(said(page)).toContainText('Saved 1 exercise');
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.reload();
  await expect(line(page)).toHaveAttribute('data-state', 'untouched');

  await choose(page, file);
  const preview = section(page).getByRole('group', { name: 'What mine.json would change' });
  await expect(preview.getByRole('listitem')).toHaveText(/new here/);
  await expect(preview.getByRole('heading')).toBeFocused();
  await expect(line(page)).toHaveAttribute('data-state', 'untouched');
  await page.keyboard.press('Tab');
  await expect(preview.getByRole('button', { name: 'Load it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Loaded: 1 exercise changed');
  await expect(preview).toBeHidden();
  await expect(line(page)).toHaveAttribute('data-state', 'solved');

  await choose(page, file);
  await expect(said(page)).toContainText('nothing would change');

  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, ID);
  await exercise.open();
  expect((await exercise.code()).trim()).toBe(code.trim());
  expect(complaints).toEqual([]);
});

test('code that is here already stays, and the file’s is one press away', async ({ page }) => {
  await solve(page);
  const file = await saved(page);
  const other = file.replace('// solved by me', '// written elsewhere');
  await choose(page, other);
  await expect(section(page).getByRole('listitem')).toHaveText(/your code here stays/);
  await section(page).getByRole('button', { name: 'Load it' }).click();
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, ID);
  await exercise.open();
  expect(await exercise.code()).toContain('// solved by me');
  await exercise.button('Show that code').click();
  await expect(exercise.editor).toContainText('// written elsewhere');
});

test('a bad file changes nothing and says why; so does one that the reader decides against', async ({ page }) => {
  await solve(page);
  const file = await saved(page);
  const before = await stored(page);
  const bad: readonly (readonly [string, RegExp])[] = [
    ['{ not json', /bad\.json was not loaded, and nothing was changed\. It is not JSON/],
    ['{"some":"other file"}', /no progress of this site/],
    [file.replace('"version": 1', '"version": 99'), /A newer version of this site has saved it \(version 99/],
    [
      file.replace(/"attempts": \d+/, '"attempts": "many"'),
      /exercises\["tasks\/fetch-all"\]\.attempts should be a whole number, and is "many"/,
    ],
  ];
  for (const [text, why] of bad) {
    await choose(page, text, 'bad.json');
    await expect(said(page)).toHaveText(why);
    expect(await stored(page)).toBe(before);
  }
  await choose(page, file.replace('// solved by me', '// another'));
  await section(page).getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect(said(page)).toHaveText('Nothing was changed.');
  await expect(section(page).getByRole('button', { name: 'Load from a file…' })).toBeFocused();
  expect(await stored(page)).toBe(before);
});
