/** The site as a place: the way from home to the first listing, its weight, its silence towards other servers, keyboard and narrow screens. */
import { gzipSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ExerciseOnPage, LESSONS, openLesson } from './course.ts';

/** The TypeScript side of a page's first listing. */
const twinOnPage = (page: Page): Locator => page.locator('figure.listing .side', { hasText: 'TypeScript' }).first();

test('the first thing that a reader can run is the note’s program: nine requests, two seconds', async ({ page }) => {
  await page.goto('./');
  await twinOnPage(page).getByRole('button', { name: 'Run', exact: true }).click();
  const output = twinOnPage(page).getByRole('region', { name: 'Output' });
  await expect(output).toContainText('[1, 2, 3, 4, 5, 6, 7, 8, 9]');
  await expect(output).toContainText(/2(\.0+)? s/);
});

test('from the home page to lesson 4.2, its listing runs', async ({ page }) => {
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  await twinOnPage(page).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(twinOnPage(page).getByRole('region', { name: 'Output' })).toContainText('[1, 2, 3, 4, 5, 6, 7, 8, 9]');
});

test('nobody else’s server is asked for anything, nothing is missing, and no page breaks its own policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const missing: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '-') && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const lesson of Object.values(LESSONS)) {
    await openLesson(page, lesson);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy" i]')).toHaveAttribute('content', /default-src 'none'/);
    const section = page.locator('section[data-exercise]').first();
    const exercise = new ExerciseOnPage(page, (await section.getAttribute('data-exercise')) ?? '-');
    await exercise.open();
    await exercise.check('const x: number = 1;\n');
    await expect(exercise.verdict).toHaveAttribute('data-verdict', /failed|error/);
  }
  expect({ foreign, missing, complaints }).toEqual({ foreign: [], missing: [], complaints: [] });
});

test('a lesson page costs at most 60 KB of JavaScript, gzipped, before an editor is in view', async ({ page }) => {
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript') === true)
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  await page.waitForLoadState('networkidle');
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n'),
  );
  const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, gzipSync(inline).length);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
});

test('an exercise can be worked by keyboard alone, and Tab can leave the editor', async ({ page }) => {
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, 'tasks/fetch-all');
  await exercise.open();
  await exercise.editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(`console.log('by keyboard');\n`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(exercise.output).toContainText('by keyboard');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(exercise.editor).not.toBeFocused();
  const reached: string[] = [];
  for (let presses = 0; presses < 8; presses += 1) {
    reached.push(await page.evaluate(() => document.activeElement?.textContent.trim() ?? ''));
    await page.keyboard.press('Tab');
  }
  expect(reached.join(' | ')).toMatch(/Run.*Check.*Reset.*Hint/);
});

test('Reset brings the starter back and can be undone; hints come one by one; the last one unlocks the solution beside one’s own code', async ({
  page,
}) => {
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, 'tasks/fetch-all');
  await exercise.open();
  const starter = await exercise.code();
  const mine = `// mine\nconsole.log('mine');`;
  await exercise.write(mine);
  await exercise.button('Reset').click();
  await expect.poll(() => exercise.code()).toBe(starter);
  await exercise.button(/undo/i).click();
  await expect.poll(() => exercise.code()).toBe(mine);
  await expect(exercise.button(/^Solution/)).toBeDisabled();
  for (;;) {
    const hint = exercise.button(/^Hint/);
    if ((await hint.count()) === 0 || (await hint.isDisabled())) break;
    await hint.click();
  }
  await exercise.button(/^Solution/).click();
  await expect(exercise.section).toContainText('gather(');
  expect(await exercise.code()).toBe(mine);
});

for (const { name, width } of [
  { name: 'a phone', width: 360 },
  { name: 'a wide screen', width: 1600 },
]) {
  test(`on ${name} no page scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./');
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    for (const lesson of Object.values(LESSONS)) {
      await openLesson(page, lesson);
      await page.locator('section[data-exercise]').first().scrollIntoViewIfNeeded();
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
  });
}
