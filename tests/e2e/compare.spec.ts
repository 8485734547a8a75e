/** Two runs beside each other in the page: the two programs of a lesson, and a failed hidden test's run beside the reference's. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ExerciseOnPage, exercisesOnDisk, LESSONS, openLesson } from './course.ts';

/** What a reader sees of one of the two runs. */
interface Seen {
  /** What happens in it, with its line where its code is on the page. */
  readonly sentence: string;
  readonly printed: readonly string[];
}

/** Two runs on a page, worked as a reader works them. */
class TwoRunsOnPage {
  readonly region: Locator;
  readonly slider: Locator;
  /** What is said of the difference. */
  readonly told: Locator;
  readonly #titles: readonly [string, string];

  constructor(owner: Locator, titles: readonly [string, string]) {
    this.region = owner.getByRole('group', { name: 'Two timelines' });
    this.slider = this.region.getByRole('slider', { name: 'Position' });
    this.told = this.region.locator('.first-difference');
    this.#titles = titles;
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  async isAt(moment: number): Promise<void> {
    await expect(this.region).toHaveAttribute('data-meeting', String(moment));
  }

  /** Both runs and the clock, read at once, as one drawing shows them. */
  async seen(): Promise<{ readonly clock: string; readonly runs: readonly Seen[] }> {
    return this.region.evaluate((region, titles) => {
      const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const outputs = [...region.querySelectorAll('.outputs > div')];
      const runs = titles.map((title, index) => ({
        sentence: text(region.querySelector(`section[aria-label="${title}"] .sentence`)),
        printed: [...(outputs[index]?.querySelectorAll('li:not([aria-hidden="true"]) .text') ?? [])].map(text),
      }));
      return { clock: text(region.querySelector('.clock')), runs };
    }, this.#titles);
  }
}

const GATHER = LESSONS['tasks'] ?? /-/;
const TITLES = ['One after the other', 'All at the same time'] as const;

/** The comparison of lesson 4.2, run. */
async function ofLesson(page: Page): Promise<{ readonly figure: Locator; readonly two: TwoRunsOnPage }> {
  await openLesson(page, GATHER);
  const figure = page.getByRole('figure', { name: 'One after the other, and all at the same time' });
  const run = figure.getByRole('button', { name: 'Run both' });
  await run.scrollIntoViewIfNeeded();
  await run.click();
  const two = new TwoRunsOnPage(figure, TITLES);
  await two.isAt(1);
  return { figure, two };
}

/** Waits until what is checked has failed. On a machine that has no time for the page a check may be stopped by the clock: then once more. */
async function untilFailed(exercise: ExerciseOnPage): Promise<void> {
  await expect(async () => {
    await expect(exercise.verdict).toHaveAttribute('data-verdict', /failed|stopped/);
    if ((await exercise.verdict.getAttribute('data-verdict')) === 'stopped') await exercise.button('Check').click();
    await expect(exercise.verdict).toHaveAttribute('data-verdict', 'failed', { timeout: 5000 });
  }).toPass();
}

/** A run of `tasks/fetch-all` beside the reference's, of the first failed test or of the one that is named. */
async function ofExercise(
  page: Page,
  code: string,
  failed?: string,
): Promise<{ readonly exercise: ExerciseOnPage; readonly section: Locator; readonly two: TwoRunsOnPage }> {
  await openLesson(page, GATHER);
  const exercise = new ExerciseOnPage(page, 'tasks/fetch-all');
  await exercise.open();
  await exercise.check(code);
  await untilFailed(exercise);
  const tests = failed === undefined ? exercise.tests('failed') : exercise.tests('failed').filter({ hasText: failed });
  await tests.first().getByRole('button', { name: 'Look at it step by step' }).click();
  const section = exercise.section.getByRole('region', { name: /^Two runs of/ });
  const two = new TwoRunsOnPage(section, ['Your program', 'The reference']);
  await two.isAt(1);
  return { exercise, section, two };
}

const FETCH_ALL = exercisesOnDisk().find(({ id }) => id === 'tasks/fetch-all');

function mistake(name: string): string {
  const found = FETCH_ALL?.mistakes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`tasks/fetch-all has no mistake ${name}`);
  return found.code;
}

test('a lesson: sequential against gather, with the first difference named, and gone to in both', async ({ page }) => {
  const { figure, two } = await ofLesson(page);
  await expect(two.told).toContainText('The first difference');
  await expect(two.told).toContainText(
    'At 2 s “All at the same time” prints `[1, 2, 3, 4, 5, 6, 7, 8, 9]`; “One after the other” prints it at 18 s. At 0 s “One after the other” sleeps until 2 s (line 7), while “All at the same time” has 9 tasks in flight beside its main one and “One after the other” none.',
  );
  await two.button('Go to the first difference').click();
  expect(await two.seen()).toMatchObject({
    clock: '2 s',
    runs: [
      { printed: [] },
      { sentence: 'main (Task-1) prints “[1, 2, 3, 4, 5, 6, 7, 8, 9]”. Line 19', printed: ['[1, 2, 3, 4, 5, 6, 7, 8, 9]'] },
    ],
  });
  const marked = (side: number): Locator => figure.locator('.side').nth(side).locator('[aria-current="step"]');
  await expect(marked(1)).toHaveText('  console.log(results);');
  await two.button('Go there').click();
  expect(await two.seen()).toMatchObject({
    clock: '0 s',
    runs: [
      { sentence: 'main (Task-1) suspends: it sleeps until 2 s. Line 7' },
      { sentence: 'getRequest (Task-10) suspends: it sleeps until 2 s. Line 7' },
    ],
  });
  for (const side of [0, 1]) await expect(marked(side)).toHaveText('  await sleep(2);');
});

test('a lesson: one position moves both, by pointer, by keyboard and in play, and virtual time goes on in both at once', async ({
  page,
}) => {
  const { two } = await ofLesson(page);
  const last = Number(await two.slider.getAttribute('max'));
  let clock = 0;
  for (let moment = 1; moment <= 40; moment += 1) {
    await two.isAt(moment);
    const now = parseFloat((await two.seen()).clock);
    expect(now).toBeGreaterThanOrEqual(clock);
    clock = now;
    await two.button('Next').click();
  }
  await two.slider.fill(String(last));
  await two.isAt(last);
  const end = await two.seen();
  expect(end).toMatchObject({ clock: '18 s', runs: [{ sentence: 'The program ends.' }, { sentence: 'The program ends.' }] });
  expect(end.runs.map(({ printed }) => printed.length)).toEqual([1, 1]);
  await two.region.focus();
  await page.keyboard.press('ArrowLeft');
  await two.isAt(last - 1);
  await page.keyboard.press('Home');
  await two.isAt(1);
  await page.keyboard.press('n');
  expect((await two.seen()).clock).toBe('2 s');
  await page.keyboard.press('Home');
  await two.region.getByRole('combobox', { name: 'Speed' }).selectOption('×64');
  await two.button('Play').click();
  await two.isAt(last);
});

test('a lesson: both pictures stand on one axis, and are moved along it together', async ({ page }) => {
  const { two } = await ofLesson(page);
  const pixels = async (side: string): Promise<string> =>
    two.region
      .getByRole('region', { name: side, exact: true })
      .locator('canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await Promise.all(TITLES.map(pixels));
  await two.region.focus();
  await page.keyboard.press('+');
  for (const [index, title] of TITLES.entries()) await expect.poll(() => pixels(title)).not.toBe(before[index]);
});

test('a lesson: a link to a moment runs both and opens there', async ({ page }) => {
  await openLesson(page, GATHER);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(`${address}#step=one-by-one-or-together.12`);
  const figure = page.getByRole('figure', { name: 'One after the other, and all at the same time' });
  await new TwoRunsOnPage(figure, TITLES).isAt(12);
});

test('a failed test: what the program did is named, gone to, and marked in the editor', async ({ page }) => {
  const { exercise, section, two } = await ofExercise(page, mistake('awaits-in-the-loop.ts'));
  await expect(section).toBeFocused();
  await expect(section).toContainText('Two runs of “all nine requests are in flight at the same time”');
  await expect(two.told).toContainText(
    'At 0 s the reference prints `sent 1`; your program prints it at 2 s. At 0 s your program sleeps until 2 s (line 10), while the reference has 9 tasks in flight beside its main one and your program none.',
  );
  const marked = exercise.section.locator('.cm-line[aria-current="step"]');
  await expect(marked).toHaveCount(0);
  await two.button('Go to the first difference').click();
  expect(await two.seen()).toEqual({
    clock: '0 s',
    runs: [
      { sentence: 'The test (Task-1) suspends: it sleeps until 2 s. Line 10', printed: ['sent 4'] },
      { sentence: 'getRequest (Task-3) prints “sent 1”.', printed: ['sent 4', 'sent 1'] },
    ],
  });
  await expect(marked).toHaveText('  await sleep(2);');
  await two.button('Last').click();
  expect((await two.seen()).runs.map(({ printed }) => printed.length)).toEqual([9, 9]);
  await section.getByRole('button', { name: 'Close' }).click();
  await expect(section).toHaveCount(0);
  await expect(marked).toHaveCount(0);
});

test('a failed test: nothing of the reference’s code and of the hidden tests is told, and the solution stays locked', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const references = (): string[] => asked.filter((path) => path.includes('/references/'));
  await openLesson(page, GATHER);
  const exercise = new ExerciseOnPage(page, 'tasks/fetch-all');
  await exercise.open();
  await exercise.check(mistake('awaits-in-the-loop.ts'));
  await untilFailed(exercise);
  expect(references()).toEqual([]);
  const before = await page.locator('main').innerHTML();
  await exercise.tests('failed').first().getByRole('button', { name: 'Look at it step by step' }).click();
  const section = exercise.section.getByRole('region', { name: /^Two runs of/ });
  const two = new TwoRunsOnPage(section, ['Your program', 'The reference']);
  const last = Number(await two.slider.getAttribute('max'));
  expect(references()).toHaveLength(1);
  const secret = (FETCH_ALL?.solution ?? '')
    .split('\n')
    .filter((line) => line.includes('gather(') && !before.includes(line.trim()));
  expect(secret.length).toBeGreaterThan(0);
  for (let moment = 1; moment <= last; moment += 7) {
    await two.slider.fill(String(moment));
    await two.isAt(moment);
    const text = (await section.textContent()) ?? '';
    for (const line of secret) expect(text).not.toContain(line.trim());
    expect(text).not.toMatch(/tests\.ts|<lambda>|\bask\b/);
  }
  await expect(exercise.button('Solution')).toHaveAttribute('aria-disabled', 'true');
});

test('a failed test: of several runs each can be looked at, and code that has changed is not marked', async ({ page }) => {
  const { exercise, section, two } = await ofExercise(page, mistake('awaits-in-the-loop.ts'), 'it works for any number of urls');
  await expect(section).toContainText('This test runs the program 3 times.');
  await expect(section.getByRole('button', { name: 'Number 3' })).toHaveAttribute('aria-pressed', 'true');
  await expect(two.told).toContainText('the reference prints `sent 20`; your program prints it at 2 s');
  await section.getByRole('button', { name: 'Number 1' }).click();
  await expect(section.getByRole('button', { name: 'Number 1' })).toHaveAttribute('aria-pressed', 'true');
  await expect(two.told).toContainText(
    'There is no difference to be seen: both end at 0 s. What the test looks at is not to be seen here.',
  );
  await section.getByRole('button', { name: 'Number 2' }).click();
  await expect(two.told).toContainText('Nearly the same');
  await section.getByRole('button', { name: 'Number 3' }).click();
  await two.button('Go to the first difference').click();
  const marked = exercise.section.locator('.cm-line[aria-current="step"]');
  await expect(marked).toHaveCount(1);
  await exercise.write('// another program\n');
  await expect(marked).toHaveCount(0);
  expect((await two.seen()).runs[0]?.sentence).toBe('The test (Task-1) suspends: it sleeps until 2 s.');
});

test('a failed test: under latencies times mean nothing, and what comes out is told', async ({ page }) => {
  const { section, two } = await ofExercise(page, mistake('collects-as-they-come.ts'));
  await expect(section).toContainText('Both run with the latencies of seed 1');
  await expect(two.told).toContainText(/Your program gives .*; the reference gives/);
});

test('a failed test: what a program calls its tasks and prints is text, never markup', async ({ page }) => {
  const evil = `<img src=x onerror=\\"document.title='gone'\\"><style>*{display:none}</style>`;
  const { section, two } = await ofExercise(
    page,
    `import { createTask, sleep } from 'asyncio';
export async function getRequest(url: number): Promise<string> { console.log("${evil}"); await sleep(2); return 'page ' + url; }
export async function makeRequests(urls: number[]): Promise<string[]> {
  const pages: string[] = [];
  for (const url of urls) pages.push(await createTask(getRequest(url), { name: "${evil}".repeat(200) }));
  return pages;
}
`,
  );
  await two.button('Go to the first difference').click();
  await expect(two.told).toContainText('<img src=x onerror=');
  expect(await section.locator('img, style, script').count()).toBe(0);
  expect(await page.title()).not.toBe('gone');
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
});

for (const { name, width } of [
  { name: 'a phone', width: 360 },
  { name: 'a wide screen', width: 1280 },
]) {
  test(`on ${name} a page with two runs does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const { two } = await ofLesson(page);
    await two.button('Go to the first difference').click();
    expect(await overflow()).toBeLessThanOrEqual(0);
    const failed = await ofExercise(page, mistake('awaits-in-the-loop.ts'));
    await failed.two.button('Go to the first difference').click();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}
