/** Stepping through runs in the page: note 004's two programs, forwards and backwards, by pointer and by keyboard, and the addresses of steps. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ExerciseOnPage, LESSONS, openLesson } from './course.ts';

/** What a reader sees of a run at a step. */
interface Seen {
  readonly sentence: string;
  readonly running: string;
  readonly queue: readonly string[];
  readonly timers: readonly string[];
  readonly printed: readonly string[];
  /** The tasks of the program and how they are. */
  readonly tasks: Readonly<Record<string, string>>;
  /** The marked line of the code. */
  readonly line: string | undefined;
}

/** The timeline of a run, worked as a reader works it. */
class TimelineOnPage {
  readonly region: Locator;
  readonly slider: Locator;
  readonly #owner: Locator;

  /** @param owner what the run belongs to: a listing or an exercise */
  constructor(owner: Locator) {
    this.#owner = owner;
    this.region = owner.getByRole('region', { name: 'Timeline' });
    this.slider = this.region.getByRole('slider', { name: 'Position' });
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  /** Runs the program and opens the timeline. */
  async open(): Promise<void> {
    await this.#owner.getByRole('button', { name: 'Run', exact: true }).click();
    await this.#owner.getByRole('button', { name: 'Step through' }).click();
    await expect(this.region).toHaveAttribute('data-step', '1');
    await expect(this.region).toBeFocused();
  }

  /** Drags to a step, from 1. */
  async go(step: number): Promise<void> {
    await this.slider.fill(String(step));
    await this.isAt(step);
  }

  async isAt(step: number): Promise<void> {
    await expect(this.region).toHaveAttribute('data-step', String(step));
  }

  /** All that is shown of the present step, read at once, as one drawing shows it. */
  async seen(): Promise<Seen> {
    return this.#owner.evaluate((owner) => {
      const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const texts = (selector: string): string[] => [...owner.querySelectorAll(selector)].map(text);
      const tasks = [...owner.querySelectorAll('[role="treeitem"]')].flatMap((row) => {
        const [what, which, state] = ['.lanes-what', '.lanes-which', '.lanes-state'].map((part) => text(row.querySelector(part)));
        return which?.startsWith('Task-') === true ? [[`${what ?? ''} (${which})`, state ?? '']] : [];
      });
      return {
        sentence: text(owner.querySelector('.now .sentence')),
        running: text(owner.querySelector('.running .region-name')?.nextElementSibling),
        queue: texts('[aria-label="Ready queue"] [data-turn]'),
        timers: texts('[aria-label="Timers"] li'),
        printed: texts('[aria-label="Output so far"] li:not([aria-hidden="true"]) .text'),
        tasks: Object.fromEntries(tasks) as Record<string, string>,
        line: [...owner.querySelectorAll('[aria-current="step"]')].filter((each) => each.matches('.line, .cm-line')).map(text)[0],
      };
    });
  }
}

const LISTING = { countasync: 'Listing: Three counters, one second', hello: 'Listing: Hello, hello' };

/** The side of a listing that is in TypeScript. */
function sideOf(page: Page, listing: keyof typeof LISTING): Locator {
  const language = page.getByText('TypeScript', { exact: true });
  return page.getByRole('figure', { name: LISTING[listing] }).locator('.side', { has: language });
}

async function timelineOf(page: Page, listing: keyof typeof LISTING): Promise<TimelineOnPage> {
  await openLesson(page, LESSONS['event-loop'] ?? /-/);
  return new TimelineOnPage(sideOf(page, listing));
}

/** What must be seen at some steps, from 1. */
type Expected = Readonly<Record<number, Partial<Seen>>>;

const NOBODY = 'nobody: the loop itself is at work';

const COUNTASYNC: Expected = {
  5: {
    sentence: 'main (Task-1) makes count (Task-2), which joins the queue.',
    running: 'main (Task-1)',
    queue: ['count (Task-2) starts'],
    line: 'await gather(count(), count(), count());',
  },
  9: {
    sentence: 'Iteration 2 of the loop. In the queue: count (Task-2), count (Task-3) and count (Task-4).',
    running: NOBODY,
    queue: ['count (Task-2) starts', 'count (Task-3) starts', 'count (Task-4) starts'],
    tasks: {
      'main (Task-1)': 'waits for gather',
      'count (Task-2)': 'ready',
      'count (Task-3)': 'ready',
      'count (Task-4)': 'ready',
    },
    printed: [],
    line: undefined,
  },
  12: {
    sentence: 'count (Task-2) suspends: it sleeps until 1 s.',
    running: NOBODY,
    queue: ['count (Task-3) starts', 'count (Task-4) starts'],
    timers: ['1 s wakes count (Task-2)'],
    printed: ['One'],
    tasks: {
      'main (Task-1)': 'waits for gather',
      'count (Task-2)': 'sleeps until 1 s',
      'count (Task-3)': 'ready',
      'count (Task-4)': 'ready',
    },
    line: 'await sleep(1); // non-blocking, gives execution back to async engine',
  },
  18: {
    sentence: 'count (Task-4) suspends: it sleeps until 1 s.',
    queue: [],
    timers: ['1 s wakes count (Task-2)', '1 s wakes count (Task-3)', '1 s wakes count (Task-4)'],
    printed: ['One', 'One', 'One'],
  },
  19: {
    sentence: 'Iteration 3 of the loop. Nothing was ready, so the clock jumps to the next timer, at 1 s. 3 timers are due.',
    queue: ['timer of count (Task-2)', 'timer of count (Task-3)', 'timer of count (Task-4)'],
    timers: [],
  },
  24: {
    sentence: 'count (Task-2) resumes: its sleep is over.',
    running: 'count (Task-2)',
    queue: ['count (Task-3) resumes', 'count (Task-4) resumes'],
    tasks: {
      'main (Task-1)': 'waits for gather',
      'count (Task-2)': 'running',
      'count (Task-3)': 'ready',
      'count (Task-4)': 'ready',
    },
    printed: ['One', 'One', 'One'],
    line: 'await sleep(1); // non-blocking, gives execution back to async engine',
  },
  25: { sentence: 'count (Task-2) prints “Two”.', printed: ['One', 'One', 'One', 'Two'], line: `console.log('Two');` },
  38: {
    sentence: 'main (Task-1) resumes: gather is done.',
    running: 'main (Task-1)',
    queue: [],
    tasks: {
      'main (Task-1)': 'running',
      'count (Task-2)': 'done',
      'count (Task-3)': 'done',
      'count (Task-4)': 'done',
    },
    line: 'await gather(count(), count(), count());',
  },
  56: {
    sentence: 'The program ends.',
    printed: ['One', 'One', 'One', 'Two', 'Two', 'Two', 'countasync.ts executed in 1.00 seconds.'],
  },
};

const HELLO: Expected = {
  8: { sentence: 'Iteration 2 of the loop. In the queue: hello (Task-2) and hello (Task-3).', running: NOBODY },
  10: { sentence: 'hello (Task-2) prints “Hello ...”.', running: 'hello (Task-2)', line: `console.log('Hello ...');` },
  14: {
    queue: [],
    timers: ['1 s wakes hello (Task-2)', '1 s wakes hello (Task-3)'],
    printed: ['Hello ...', 'Hello ...'],
    tasks: {
      'main (Task-1)': 'waits for gather',
      'hello (Task-2)': 'sleeps until 1 s',
      'hello (Task-3)': 'sleeps until 1 s',
    },
    line: 'await sleep(1);',
  },
  18: { queue: ['hello (Task-2) resumes', 'hello (Task-3) resumes'], timers: [] },
  22: {
    sentence: 'hello (Task-3) resumes: its sleep is over.',
    running: 'hello (Task-3)',
    // The callback of gather stands behind it: it was queued when the first hello was done.
    queue: ['gather, because hello (Task-2) is done'],
    tasks: { 'main (Task-1)': 'waits for gather', 'hello (Task-2)': 'done', 'hello (Task-3)': 'running' },
    printed: ['Hello ...', 'Hello ...', '... World!'],
  },
};

for (const [listing, expected] of [
  ['countasync', COUNTASYNC],
  ['hello', HELLO],
] as const) {
  test(`${listing}: queue, lanes, timers, line and output are right at named steps, and the same on the way back`, async ({
    page,
  }) => {
    const timeline = await timelineOf(page, listing);
    await timeline.open();
    const last = Number(await timeline.slider.getAttribute('max'));
    const forwards: Seen[] = [];
    for (let step = 1; step <= last; step += 1) {
      await timeline.isAt(step);
      forwards.push(await timeline.seen());
      if (step < last) await page.keyboard.press('ArrowRight');
    }
    for (const [step, wanted] of Object.entries(expected)) {
      const seen = forwards[Number(step) - 1];
      const told = Object.fromEntries(Object.keys(wanted).map((key) => [key, seen?.[key as keyof Seen]]));
      expect({ step, ...told }).toEqual({ step, ...wanted });
    }
    for (let step = last; step >= 1; step -= 1) {
      await timeline.isAt(step);
      expect({ step, ...(await timeline.seen()) }).toEqual({ step, ...forwards[step - 1] });
      if (step > 1) await page.keyboard.press('ArrowLeft');
    }
  });
}

test('it can be dragged to a step, and a cause leads to where it happened', async ({ page }) => {
  const timeline = await timelineOf(page, 'countasync');
  await timeline.open();
  await timeline.go(27);
  await expect(timeline.region).toContainText('Why now: the timer for 1 s fired → future F3 is done → count (Task-3) was ready');
  await timeline.button('the timer for 1 s fired').click();
  await timeline.isAt(21);
  expect((await timeline.seen()).sentence).toBe('The timer for 1 s fires: count (Task-3) joins the queue.');
  await timeline.button('Back').click();
  await timeline.isAt(20);
  await timeline.button('Last').click();
  await timeline.isAt(56);
  await timeline.button('First').click();
  await timeline.isAt(1);
});

test('the picture can be dragged through, zoomed, and unfolded', async ({ page }) => {
  const timeline = await timelineOf(page, 'countasync');
  await timeline.open();
  const step = async (): Promise<number> => Number(await timeline.region.getAttribute('data-step'));
  const canvas = timeline.region.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0 } = (await canvas.boundingBox()) ?? {};
  await page.mouse.move(x + width / 4 - 20, y + 70);
  await page.mouse.down();
  await page.mouse.move(x + width / 4, y + 70);
  await expect.poll(step).toBeGreaterThan(1);
  const pressed = await step();
  await page.mouse.move(x + width / 2, y + 75, { steps: 4 });
  await expect.poll(step).toBeGreaterThan(pressed);
  await page.mouse.move(x + width / 4, y + 80, { steps: 4 });
  await timeline.isAt(pressed);
  await page.mouse.up();
  await page.mouse.move(x + width / 2, y + 75);
  await timeline.isAt(pressed);

  const scroller = timeline.region.locator('.lanes-scroll');
  const room = (): Promise<number> => scroller.evaluate((element) => element.scrollWidth - element.clientWidth);
  await timeline.button('Zoom in').click();
  await timeline.region.focus();
  await expect.poll(room).toBeGreaterThan(0);
  const once = await room();
  await page.keyboard.press('+');
  await expect.poll(room).toBeGreaterThan(once);
  await page.keyboard.press('-');
  await expect.poll(room).toBe(once);
  await timeline.button('Show the whole run').click();
  await expect.poll(room).toBe(0);

  const tasks = timeline.region.getByRole('tree', { name: 'Tasks' }).getByRole('treeitem');
  const group = tasks.filter({ hasText: 'of asyncio itself' });
  const rows = await tasks.count();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await expect(tasks).toHaveCount(rows + 2);
  await page.keyboard.press('ArrowLeft');
  await expect(tasks).toHaveCount(rows);
});

test('the table of steps says the same in words, follows the position, and can be narrowed to a task or to what is printed', async ({
  page,
}) => {
  const timeline = await timelineOf(page, 'countasync');
  await timeline.open();
  await timeline.go(24);
  const table = timeline.region.getByRole('table', { name: 'Steps' });
  const current = table.locator('tr[aria-current="step"]');
  await expect(table).toHaveAttribute('aria-rowcount', '57');
  await expect(current).toHaveText('241 scount (Task-2) resumes: its sleep is over.');
  await expect(current).toHaveAttribute('aria-rowindex', '25');
  const filter = timeline.region.getByRole('combobox', { name: 'Show' });
  await filter.selectOption('printed lines');
  await expect(table.locator('tbody tr')).toHaveCount(7);
  await filter.selectOption('count (Task-2)');
  await expect(table.locator('tbody td:last-child')).toHaveText([
    'main (Task-1) makes count (Task-2), which joins the queue.',
    'count (Task-2) starts.',
    'count (Task-2) prints “One”.',
    'count (Task-2) suspends: it sleeps until 1 s.',
    'count (Task-2) resumes: its sleep is over.',
    'count (Task-2) prints “Two”.',
    'count (Task-2) is done.',
  ]);
  await table.getByRole('button', { name: '12', exact: true }).click();
  await timeline.isAt(12);
  await page.keyboard.press('ArrowDown');
  await timeline.isAt(24);
  await expect(table.getByRole('button', { name: '24', exact: true })).toBeFocused();
});

test('Play goes to the end by itself, and stops when the reader moves', async ({ page }) => {
  const timeline = await timelineOf(page, 'countasync');
  await timeline.open();
  await timeline.button('Play').click();
  await expect(timeline.button('Pause')).toBeVisible();
  await timeline.go(20);
  await expect(timeline.button('Play')).toBeVisible();
  await timeline.region.getByRole('combobox', { name: 'Speed' }).selectOption('×64');
  await timeline.button('Play').click();
  await timeline.isAt(56);
  await expect(timeline.button('Play')).toBeVisible();
});

test('a task that is chosen is gone through from one of its steps to the next, by two buttons', async ({ page }) => {
  const timeline = await timelineOf(page, 'countasync');
  await timeline.open();
  const ofTask = timeline.region.getByRole('group', { name: 'Steps of count (Task-2)' });
  await expect(ofTask).toBeHidden();
  await timeline.region.getByRole('treeitem', { name: 'Task-2' }).click();
  const [earlier, later] = [ofTask.getByRole('button', { name: 'Earlier' }), ofTask.getByRole('button', { name: 'Later' })];
  await expect(earlier).toHaveAttribute('aria-disabled', 'true');
  // Steps 10 to 12 are its first turn; it sleeps until step 24.
  await timeline.go(11);
  await later.click();
  await timeline.isAt(12);
  await later.click();
  await timeline.isAt(24);
  await earlier.click();
  await timeline.isAt(12);
  await timeline.go(56);
  await expect(later).toHaveAttribute('aria-disabled', 'true');
  await timeline.region.getByRole('treeitem', { name: 'Task-2' }).click();
  await expect(ofTask).toBeHidden();
});

test('all of it by keyboard alone', async ({ page }) => {
  const timeline = await timelineOf(page, 'countasync');
  const listing = sideOf(page, 'countasync');
  const run = listing.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toHaveAttribute('aria-disabled', 'false');
  await run.focus();
  await page.keyboard.press('Enter');
  const open = listing.getByRole('button', { name: 'Step through' });
  await expect(open).toBeVisible();
  for (let presses = 0; presses < 5 && !(await open.evaluate((button) => button === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(timeline.region).toBeFocused();
  const press = async (key: string, step: number): Promise<void> => {
    await page.keyboard.press(key);
    await timeline.isAt(step);
  };
  await press('ArrowRight', 2);
  await press('ArrowRight', 3);
  await press('ArrowLeft', 2);
  await press('n', 11);
  await press('n', 14);
  await press('p', 11);
  // This step is about Task-2: its next one, and the next one after its sleep.
  await press('Shift+ArrowRight', 12);
  await press('Shift+ArrowRight', 24);
  await press('Shift+ArrowLeft', 12);
  await press('t', 19);
  await press('Shift+t', 9);
  await press('End', 56);
  await press('Home', 1);
  await page.keyboard.press('Space');
  await expect(timeline.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(timeline.button('Play')).toBeVisible();
  await press('Home', 1);
  await page.keyboard.press('Shift+Tab');
  await expect(listing.getByRole('button', { name: 'Close the timeline' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await timeline.isAt(1);
  await page.keyboard.press('Enter');
  await expect(timeline.region).toHaveCount(0);
  expect(await listing.locator('.line[aria-current]').count()).toBe(0);
});

test('what happens is announced step by step, and not while it plays', async ({ page }) => {
  const timeline = await timelineOf(page, 'hello');
  await timeline.open();
  const live = timeline.region.locator('[aria-live]').filter({ hasText: 'The program begins.' });
  await expect(live).toHaveAttribute('aria-live', 'polite');
  await timeline.button('Play').click();
  await expect(timeline.region.locator('.now [aria-live]')).toHaveAttribute('aria-live', 'off');
});

test('a link to a step opens there, stepping changes the address, and closing takes the step out of it', async ({ page }) => {
  await openLesson(page, LESSONS['event-loop'] ?? /-/);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(`${address}#step=countasync.12`);
  const listing = sideOf(page, 'countasync');
  const timeline = new TimelineOnPage(listing);
  await timeline.isAt(12);
  await expect(timeline.region).toBeInViewport();
  expect((await timeline.seen()).line).toBe('await sleep(1); // non-blocking, gives execution back to async engine');
  await timeline.button('Next').click();
  await expect(page).toHaveURL(`${address}#step=countasync.13`);
  await page.evaluate(() => {
    window.location.hash = '#step=hello.10';
  });
  const hello = new TimelineOnPage(sideOf(page, 'hello'));
  await hello.isAt(10);
  await expect(hello.region).toBeInViewport();
  await sideOf(page, 'hello').getByRole('button', { name: 'Close the timeline' }).click();
  await expect(page).toHaveURL(new RegExp(`^${address}#?$`));
});

test('a step that the run does not have is answered by the nearest, and garbage by nothing', async ({ page }) => {
  await openLesson(page, LESSONS['event-loop'] ?? /-/);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(`${address}#step=countasync.900`);
  const timeline = new TimelineOnPage(sideOf(page, 'countasync'));
  await timeline.isAt(56);
  await expect(timeline.region).toContainText('The link asks for step 900. This run has 56 steps: the nearest is shown.');
  for (const garbage of ['#step=countasync.0', '#step=nobody.3', '#step=<b>.1', '#step=']) {
    await page.goto('about:blank');
    await page.goto(`${address}${garbage}`);
    await expect(page.getByRole('button', { name: 'Run', exact: true }).first()).toHaveAttribute('aria-disabled', 'false');
    await expect(page.getByRole('region', { name: 'Timeline' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Step through' })).toHaveCount(0);
  }
});

test('the button “Link to this step” copies an address that opens there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const timeline = await timelineOf(page, 'hello');
  await timeline.open();
  await timeline.go(14);
  await timeline.button('Link to this step').click();
  await expect(timeline.region.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/#step=hello\.14$/);
});

test('the picture of a run is saved as SVG and as PNG, and its events as a Chrome trace', async ({ page }) => {
  const timeline = await timelineOf(page, 'countasync');
  await timeline.open();
  await timeline.region.getByText('Save this run').click();
  const saved = async (button: string, file: string): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent('download'), timeline.button(button).click()]);
    expect(download.suggestedFilename()).toBe(file);
    await expect(timeline.region.getByRole('status').filter({ hasText: `Saved ${file}.` })).toBeVisible();
    return readFileSync(await download.path());
  };
  const svg = await saved('Picture (SVG)', 'countasync.svg');
  const drawn = await page.evaluate((text) => {
    const image = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: image.documentElement.nodeName,
      texts: [...image.querySelectorAll('text')].map(({ textContent }) => textContent),
    };
  }, svg.toString());
  expect(drawn.root).toBe('svg');
  expect(drawn.texts).toEqual(expect.arrayContaining(['countasync', 'main', 'count', 'Task-4', 'One', '+1 s']));

  const png = await saved('Picture (PNG)', 'countasync.png');
  const size = await page.evaluate(
    async (bytes) => {
      const { width, height } = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      return { width, height };
    },
    [...png],
  );
  expect(size.width).toBeGreaterThan(1000);
  expect(size.height).toBeGreaterThan(300);

  const trace = JSON.parse((await saved('Chrome trace', 'countasync.trace.json')).toString()) as {
    traceEvents: { ph: string; name: string; dur?: number }[];
  };
  const asleep = trace.traceEvents.filter(({ ph, name }) => ph === 'X' && name === 'sleeps until 1 s');
  expect(asleep.map(({ dur = 0 }) => Math.round(dur / 1e5))).toEqual([10, 10, 10]);
});

test('an exercise’s run marks its line in the editor, until the code is changed', async ({ page }) => {
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, 'tasks/fetch-all');
  await exercise.open();
  await exercise.write(
    `import { run, sleep } from 'asyncio';\n\nasync function main() {\n  await sleep(1);\n  console.log('late');\n}\n\nrun(main());\n`,
  );
  const timeline = new TimelineOnPage(exercise.section);
  await timeline.open();
  await page.keyboard.press('n');
  const { sentence, printed, line } = await timeline.seen();
  expect({ sentence, printed, line }).toEqual({
    sentence: 'main (Task-1) prints “late”.',
    printed: ['late'],
    line: `console.log('late');`,
  });
  await expect(page).toHaveURL(/#step=tasks-fetch-all\.\d+$/);
  const at = (await timeline.region.getAttribute('data-step')) ?? '';
  await exercise.write(`console.log('other');\n`);
  await expect(timeline.region).toContainText('Your code has changed since, so no line is marked.');
  expect((await timeline.seen()).line).toBeUndefined();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(exercise.section.locator('.cm-line[aria-current]')).toHaveText(`  console.log('late');`);
  await timeline.isAt(Number(at));
});

test('a link to a step of an exercise brings its reader there', async ({ page }) => {
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(`${address}#step=tasks-fetch-all.3`);
  const timeline = new TimelineOnPage(page.locator('section[data-exercise="tasks/fetch-all"]'));
  await timeline.isAt(3);
  await expect(timeline.region).toBeInViewport();
});

test('nothing of it is loaded before a reader asks', async ({ page }) => {
  const scripts = new Map<string, Promise<string>>();
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript') === true) scripts.set(response.url(), response.text());
  });
  const withTimeline = async (): Promise<number> => {
    await page.waitForLoadState('networkidle');
    const texts = await Promise.all(scripts.values());
    return texts.filter((text) => text.includes('asyncio tidies up')).length;
  };
  const timeline = await timelineOf(page, 'hello');
  const listing = sideOf(page, 'hello');
  await listing.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(listing.getByRole('button', { name: 'Step through' })).toBeVisible();
  expect(await withTimeline()).toBe(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await listing.getByRole('button', { name: 'Step through' }).click();
  await timeline.isAt(1);
  expect(await withTimeline()).toBeGreaterThan(0);
});

for (const { name, width } of [
  { name: 'a phone', width: 360 },
  { name: 'a wide screen', width: 1600 },
]) {
  test(`on ${name} a page with open timelines does not scroll sideways, and code and controls are seen together`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    const timeline = await timelineOf(page, 'countasync');
    await timeline.open();
    await timeline.go(24);
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await expect(timeline.button('Next')).toBeInViewport();
    const listing = sideOf(page, 'countasync');
    await expect(listing.locator('.line[aria-current]')).toBeInViewport();
    const hello = new TimelineOnPage(sideOf(page, 'hello'));
    await hello.open();
    await hello.go(14);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}
