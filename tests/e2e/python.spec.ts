/**
 * Listings in Python, run by real CPython in the page: loaded by the first Run and by nothing else, kept from then on, stopped, edited, stepped through; and
 * hostile programs, which reach nothing and leave nothing behind.
 */
import { expect, test, type Browser, type Locator, type Page, type Request } from '@playwright/test';
import { words } from '../../src/components/words.ts';
import { PYTHON_LIMITS } from '../../src/python/protocol.ts';
import { startLoggingServer, type LoggingServer } from '../attacks/server.ts';
import { notePrograms } from '../python/of-notes.ts';
import { AS_READERS } from './as-readers.ts';
import { pythonAttacksToRun } from './python-attacks.ts';

test.use({ launchOptions: AS_READERS });

/** Real milliseconds that CPython may take to start on a busy machine. */
const START = 150_000;
test.describe.configure({ timeout: 2 * START });

/** The Python side of one listing, worked as a reader works it. */
class PythonListing {
  readonly side: Locator;
  readonly #page: Page;

  constructor(page: Page, figure: Locator) {
    this.#page = page;
    this.side = figure.locator('.side').first();
  }

  get ending(): Locator {
    return this.side.locator('.ending');
  }

  button(name: string): Locator {
    return this.side.getByRole('button', { name, exact: true });
  }

  /** Runs it, and waits for its end. */
  async run(): Promise<void> {
    await this.button('Run').click();
    await expect(this.side.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: START });
    await expect(this.ending).toBeVisible();
  }

  lines(): Promise<string[]> {
    return this.side.locator('.output .lines .text').allTextContents();
  }

  /** Replaces the whole text, as pasting does. */
  async write(code: string): Promise<void> {
    const editor = this.side.getByRole('textbox');
    if (!(await editor.isVisible())) await this.button('Edit').click();
    await editor.click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(code);
  }
}

/** The program of note 004 with this number, as noted, on the page of the notes. */
const ofNote004 = (page: Page, number: string): PythonListing =>
  new PythonListing(page, page.locator('h2#note-004 ~ figure', { hasText: `Program ${number}, as noted` }).first());

/** Hears what of Python a page asks for. */
function askedOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request: Request) => {
    const [, name] = /\/generated\/(python-library|python|cpython)-\w+\.(?:bin|html)$/.exec(request.url()) ?? [];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

test('nothing of Python is loaded before Run; then all of it is, with its progress, and once', async ({ page }) => {
  const asked = askedOf(page);
  await page.goto('notes/');
  const counting = ofNote004(page, '1');
  await counting.side.scrollIntoViewIfNeeded();
  await expect(counting.side).toContainText(/The first Run loads it: \d+\.\d MB/);
  await counting.button('Run').hover();
  expect(asked).toEqual([]);
  // The library is held back, so that the bar can be looked at.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/python-library-*', async (route) => {
    await held;
    await route.continue();
  });
  await counting.button('Run').click();
  const bar = counting.side.getByRole('progressbar', { name: 'Loading Python' });
  await expect(counting.side.getByRole('status')).toHaveText(/^Loading Python: [1-9]\d*\.\d of \d+\.\d MB$/);
  const part = await bar.evaluate((element: HTMLProgressElement) => element.value / element.max);
  expect(part).toBeGreaterThan(0.2);
  expect(part).toBeLessThan(1);
  release();
  await expect(counting.ending).toHaveText(words.run.finished(1), { timeout: START });
  expect(await counting.lines()).toEqual(['One', 'One', 'One', 'Two', 'Two', 'Two', 'program.py executed in 1.00 seconds.']);
  expect([...asked].sort()).toEqual(['cpython', 'python', 'python', 'python-library']);
  await ofNote004(page, '2').run();
  expect(asked).toHaveLength(4);
  await page.unroute('**/python-library-*'); // while anything is routed, nothing comes from the cache
  await page.reload();
  await ofNote004(page, '1').run();
  const again = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.bin'))
      .map((entry) => (entry as PerformanceResourceTiming).transferSize),
  );
  expect(again, 'the second visit takes its files from the cache').toEqual([0, 0, 0]);
});

test('every program of the notes runs, and the faulty ones show CPython’s own error', async ({ page }) => {
  test.setTimeout(4 * START);
  await page.goto('notes/');
  const listings = page.locator('figure.listing');
  await expect(listings).toHaveCount(notePrograms().length);
  const said: string[] = [];
  for (const figure of await listings.all()) {
    const listing = new PythonListing(page, figure);
    await listing.run();
    const error = listing.side.locator('.said');
    const ended = (await listing.ending.getAttribute('class')) ?? '';
    if (ended.includes('finished')) await expect(error).toHaveCount(0);
    else
      said.push(
        ((await error.textContent()) ?? '')
          .trimEnd()
          .split('\n')
          .findLast((line) => /^\w+: /.test(line)) ?? ended,
      );
  }
  expect(said).toEqual([
    "SyntaxError: 'await' outside async function",
    "SyntaxError: invalid character '–' (U+2013)",
    "NameError: name 'io_bound' is not defined",
    "NameError: name 'main' is not defined. Did you mean: 'min'?",
    "AttributeError: module 'asyncio' has no attribute 'delay'",
    "RuntimeError: There is no current event loop in thread 'MainThread'.",
  ]);
});

test('a run is stepped through as its TypeScript twin is', async ({ page }) => {
  await page.goto('notes/');
  const figure = page.locator('h2#note-004 ~ figure').first();
  const stepsOf = async (side: Locator): Promise<string> => {
    await side.getByRole('button', { name: 'Run', exact: true }).click();
    await side.getByRole('button', { name: 'Step through' }).click({ timeout: START });
    await side.getByRole('button', { name: 'Next', exact: true }).click();
    const step = await side.getByText(/^Step 2 of \d+$/).textContent();
    await side.getByRole('button', { name: 'Close the timeline' }).click();
    return step ?? '';
  };
  const [python, twin] = [figure.locator('.side').first(), figure.locator('.side').last()];
  const steps = await stepsOf(python);
  expect(steps).toBe(await stepsOf(twin));
  await python.getByRole('button', { name: 'Step through' }).click();
  for (let i = 0; i < 12; i += 1) await python.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(python.locator('.code .line[aria-current="step"]')).toHaveText(/\S/);
});

test('a program without an end is stopped or ended, and the next run has another interpreter of the same bytes', async ({
  page,
}) => {
  const asked = askedOf(page);
  await page.goto('notes/');
  const listing = ofNote004(page, '1');
  await listing.write('print("begun")\nwhile True:\n    pass\n');
  await listing.run();
  await expect(listing.ending).toHaveText(words.run.overBudget['wall-clock'](PYTHON_LIMITS.wallClock));
  expect(await listing.lines()).toEqual(['begun']);
  await listing.button('Run').click();
  await expect(listing.side.locator('.output .lines')).toContainText('begun', { timeout: START });
  await listing.button('Stop').click();
  await expect(listing.ending).toHaveText(words.run.stopped);
  await listing.write(
    'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())\n',
  );
  await listing.run();
  await expect(listing.ending).toHaveText(words.run.overBudget['loop-steps'](PYTHON_LIMITS.loopSteps));
  await listing.write('while True:\n    print("line")\n');
  await listing.run();
  await expect(listing.ending).toHaveText(words.run.overBudget.output(PYTHON_LIMITS.outputLines));
  expect(asked.filter((name) => name === 'cpython')).toHaveLength(1);
});

test('what a reader writes outlives a reload, and Reset can be undone; the editor is loaded when it is asked for', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('notes/');
  const listing = ofNote004(page, '1');
  await listing.side.scrollIntoViewIfNeeded();
  await expect(listing.button('Run')).toHaveAttribute('aria-disabled', 'false');
  const before = scripts.length;
  await listing.write('print("mine")\n');
  expect(scripts.slice(before).filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0);
  await page.reload();
  await expect(listing.side.locator('.code')).toContainText('print("mine")');
  await expect(listing.side.getByRole('textbox')).toHaveCount(0);
  await listing.run();
  expect(await listing.lines()).toEqual(['mine']);
  await listing.button('Reset').click();
  await expect(listing.side.locator('.code')).toContainText('async def count()');
  await expect(listing.side.locator('.code')).not.toContainText('mine');
  await listing.button('Undo reset').click();
  await expect(listing.side.locator('.code')).toContainText('print("mine")');
});

/** What the second program of note 004 prints. */
const HONEST = ['Hello ...', 'Hello ...', '... World!', '... World!'];

interface Place {
  readonly page: Page;
  readonly server: LoggingServer;
}
let place: Place | undefined;

async function placeOfAttacks(browser: Browser, baseURL: string | undefined): Promise<Place> {
  if (place !== undefined) return place;
  const page = await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
  await page.goto('notes/');
  place = { page, server: await startLoggingServer() };
  return place;
}

test.describe('hostile programs', () => {
  test.afterAll(async () => {
    await place?.page.context().close();
    await place?.server.close();
    place = undefined;
  });

  for (const { name, tries, code, prints } of pythonAttacksToRun())
    test(`${name}: ${tries}`, async ({ browser, baseURL }) => {
      const { page, server } = await placeOfAttacks(browser, baseURL);
      const title = await page.title();
      const hostile = ofNote004(page, '1');
      const source = code.replaceAll('SERVER', server.url);
      await hostile.write(source);
      await hostile.run();
      if (prints !== undefined)
        expect(await hostile.lines()).toEqual(prints.map((line) => line.replaceAll('SERVER', server.url)));
      // Another listing runs as if nothing had been.
      const honest = ofNote004(page, '2');
      await honest.run();
      await expect(honest.ending).toHaveClass(/finished/);
      expect(await honest.lines()).toEqual(HONEST);
      expect(server.log, 'nothing has reached the server').toEqual([]);
      expect(await page.title()).toBe(title);
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['loopwise:listing:notes.004_s1_verbatim']);
      expect(
        JSON.parse((await page.evaluate(() => localStorage.getItem('loopwise:listing:notes.004_s1_verbatim'))) ?? ''),
      ).toMatchObject({ draft: source });
    });
});
