/** Predictions in the page: answered by pointer, by buttons, by keyboard, right and wrong. What is right comes from a run in Node, never from this file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { playbackOf, predictionOf, type Asks, type Playback, type Prediction } from '../../src/playback/index.ts';
import { readLessons, type UsedPrediction } from '../../tools/check/lesson.ts';
import { recordOf } from '../sandbox/run.ts';
import { openLesson } from './course.ts';

const LESSONS = readLessons(fileURLToPath(new URL('../..', import.meta.url))).filter(({ predictions }) => predictions.length > 0);

interface Asked {
  readonly source: string;
  readonly playback: Playback;
  readonly prediction: Prediction;
}

/** Runs a program as the build did, and asks it. */
async function asked({ program = '', asks, each, at }: UsedPrediction): Promise<Asked> {
  const source = readFileSync(program, 'utf8');
  const playback = playbackOf(await recordOf(source, basename(program)));
  return { source, playback, prediction: predictionOf(playback, { asks: asks as Asks, each, at }) };
}

/** A prediction on a page, worked as a reader works it. */
class PredictionOnPage {
  readonly figure: Locator;
  readonly said: Locator;
  readonly timeline: Locator;
  readonly lines: Locator;
  readonly #page: Page;

  constructor(page: Page, place = 0) {
    this.#page = page;
    this.figure = page.getByRole('figure', { name: /^Prediction: / }).nth(place);
    this.said = this.figure.locator('.judgement');
    this.timeline = this.figure.getByRole('region', { name: 'Timeline' });
    this.lines = this.figure.getByRole('list', { name: 'The printed lines, first at the top' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.figure.scrollIntoViewIfNeeded();
    await expect(this.button('Answer')).toBeEnabled();
  }

  button(name: string): Locator {
    return this.figure.getByRole('button', { name, exact: true });
  }

  async answer(): Promise<void> {
    await this.button('Answer').click();
  }

  /** The lines as they stand. */
  async order(): Promise<string[]> {
    return this.lines.locator('.text').allTextContents();
  }

  /** Puts the lines in order by their buttons' keys, and sees that the focus goes with each line that is moved. */
  async putInOrder(wanted: readonly string[]): Promise<void> {
    for (const [place, text] of wanted.entries()) {
      const from = (await this.order()).findIndex((line, at) => at >= place && line === text);
      const row = await this.lines.nth(from).getAttribute('data-line');
      const up = this.figure.locator(`[data-line="${row ?? ''}"]`).getByRole('button', { name: /up$/ });
      if (from > place) await up.focus();
      for (let at = from; at > place; at -= 1) {
        await this.#page.keyboard.press('ArrowUp');
        await expect(up).toBeFocused();
      }
    }
    expect(await this.order()).toEqual(wanted);
  }

  /** Gives the answer that a run in Node gave. */
  async give(prediction: Prediction): Promise<void> {
    if (prediction.asks === 'order') await this.putInOrder(prediction.lines.map(({ text }) => text));
    if (prediction.asks === 'time') await this.write([...prediction.lines.map(({ t }) => t), prediction.elapsed]);
    if (prediction.asks === 'next')
      await this.figure
        .getByRole('radio')
        .nth(prediction.candidates.findIndex(({ lane }) => lane === prediction.lane))
        .check();
    await this.answer();
  }

  async write(times: readonly number[]): Promise<void> {
    const fields = this.figure.getByRole('textbox');
    await expect(fields).toHaveCount(times.length);
    for (const [place, time] of times.entries()) await fields.nth(place).fill(String(Math.round(time * 1000) / 1000));
  }

  /** Drags the line at `from` to the place `to`, with the mouse. */
  async drag(from: number, to: number): Promise<void> {
    await this.lines.nth(Math.min(from, to)).scrollIntoViewIfNeeded();
    await this.lines.nth(Math.max(from, to)).scrollIntoViewIfNeeded();
    const start = await this.lines.nth(from).boundingBox();
    const end = await this.lines.nth(to).boundingBox();
    if (start === null || end === null) throw new Error('a line is not on the page');
    const x = start.x + 60;
    await this.#page.mouse.move(x, start.y + start.height / 2);
    await this.#page.mouse.down();
    // A line gives way when the pointer is past its middle.
    await this.#page.mouse.move(x, end.y + end.height / 2 + (to > from ? 2 : -2), { steps: 12 });
    await this.#page.mouse.up();
  }

  /** Where the timeline stands, from 0. */
  async isAt(step: number): Promise<void> {
    await expect(this.timeline).toHaveAttribute('data-step', String(step + 1));
  }
}

/** Opens the lesson with the first prediction of a kind. */
async function open(page: Page, asks: Asks, each = false): Promise<Asked & { readonly on: PredictionOnPage }> {
  const lesson = LESSONS.find(({ predictions: [first] }) => first?.asks === asks && first.each === each);
  const [first] = lesson?.predictions ?? [];
  if (lesson === undefined || first === undefined) throw new Error(`no lesson asks for ${asks} first`);
  await openLesson(page, lesson.title);
  const on = new PredictionOnPage(page);
  await on.open();
  return { on, ...(await asked(first)) };
}

for (const { id, title, predictions } of LESSONS) {
  test(`what a run in Node does is the right answer in ${id ?? title}`, async ({ page }) => {
    await openLesson(page, title);
    await expect(page.getByRole('figure', { name: /^Prediction: / })).toHaveCount(predictions.length);
    for (const [place, prediction] of predictions.entries()) {
      const on = new PredictionOnPage(page, place);
      await on.open();
      await on.give((await asked(prediction)).prediction);
      await expect(on.said).toHaveAttribute('data-right', 'true');
      await expect(on.said).toContainText('Right: ');
      await expect(on.timeline).toBeVisible();
    }
  });
}

test('an order is given by dragging, and a wrong one is told where it departs from the run; the timeline opens there', async ({
  page,
}) => {
  const { on, source, playback, prediction } = await open(page, 'order');
  if (prediction.asks !== 'order') throw new Error('another question was asked');
  const right = prediction.lines.map(({ text }) => text);
  await expect(on.figure.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
  const before = await on.order();
  expect([...before].sort()).toEqual([...right].sort());
  expect(before).not.toEqual(right);

  // All lines right, but the last two the other way round.
  for (const [place, text] of right.entries()) {
    const from = (await on.order()).findIndex((line, at) => at >= place && line === text);
    if (from > place) await on.drag(from, place);
  }
  expect(await on.order()).toEqual(right);
  const last = right.length - 1;
  await on.drag(last - 1, last);
  expect(await on.order()).toEqual([...right.slice(0, -2), right[last], right[last - 1]]);
  await on.answer();

  const line = prediction.lines[last - 1];
  await expect(on.said).toHaveAttribute('data-right', 'false');
  await expect(on.said).toContainText(
    `The first ${String(last - 1)} lines are right. As line ${String(last)} you put “${right[last] ?? ''}”. The run printed “${right[last - 1] ?? ''}” there.`,
  );
  await on.isAt(line?.step ?? -1);
  await expect(on.figure.locator('.line[aria-current="step"]')).toHaveText(
    source.split('\n')[(playback.at(line?.step ?? 0).position?.line ?? 0) - 1] ?? '',
  );

  await on.lines.nth(last).getByRole('button', { name: /up$/ }).click();
  await expect(on.said).toContainText('You have changed your answer since.');
  await on.answer();
  await expect(on.said).toHaveAttribute('data-right', 'true');
  await on.isAt(prediction.lines[0]?.step ?? -1);
});

test('a line is moved by its buttons, which go no further than the ends, and where it has come to is said aloud', async ({
  page,
}) => {
  const { on } = await open(page, 'order');
  const [first = '', second = '', ...rest] = await on.order();
  const row = on.lines.filter({ hasText: first }).first();
  await row.getByRole('button', { name: `Move “${first}” up` }).press('Enter');
  expect(await on.order()).toEqual([first, second, ...rest]);
  await row.getByRole('button', { name: `Move “${first}” down` }).click();
  expect(await on.order()).toEqual([second, first, ...rest]);
  await expect(on.figure.getByText(`“${first}” is now line 2 of ${String(rest.length + 2)}.`)).toBeAttached();
  await expect(row.getByRole('button', { name: `Move “${first}” down` })).toBeFocused();
});

test('a time that is too short is told at the move of the clock that goes beyond it; what is no number is not judged', async ({
  page,
}) => {
  const { on, prediction } = await open(page, 'time');
  if (prediction.asks !== 'time') throw new Error('another question was asked');
  await on.answer();
  await expect(on.said).toHaveText('Write a number of seconds into each field first.');
  await expect(on.figure.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
  const field = on.figure.getByRole('textbox', { name: 'Seconds in all' });
  await field.focus();
  await page.keyboard.type('0,25 s');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(on.said).toContainText(`You said 0.25 s. It took ${String(prediction.elapsed)} s.`);
  await on.isAt(prediction.moves.find(({ to }) => to > 0.25)?.step ?? -1);
  await on.write([prediction.elapsed]);
  await on.answer();
  await expect(on.said).toContainText(`Right: it takes ${String(prediction.elapsed)} s.`);
});

test('the time of each line is asked for, and the first wrong one is told with why', async ({ page }) => {
  const { on, prediction } = await open(page, 'time', true);
  if (prediction.asks !== 'time') throw new Error('another question was asked');
  const right = [...prediction.lines.map(({ t }) => t), prediction.elapsed];
  await on.write(right.map((t, place) => (place === 1 ? t + 0.5 : t)));
  await on.answer();
  await expect(on.said).toContainText(`It takes ${String(prediction.elapsed)} s: that is right. The times of the lines are not.`);
  const line = prediction.lines[1];
  await expect(on.said.getByRole('listitem').first()).toContainText(
    `Line 2, “${line?.text ?? ''}”: you said ${String((line?.t ?? 0) + 0.5)} s, it was printed at ${String(line?.t)} s: `,
  );
  await on.isAt(line?.step ?? -1);
});

test('who runs next is chosen by the arrow keys, and a wrong choice is told why that task does not run', async ({ page }) => {
  const { on, prediction } = await open(page, 'next');
  if (prediction.asks !== 'next') throw new Error('another question was asked');
  await on.answer();
  await expect(on.said).toHaveText('Choose a task first.');
  const tasks = on.figure.getByRole('group', { name: 'Tasks that are not done' }).getByRole('radio');
  await expect(tasks).toHaveCount(prediction.candidates.length);
  const right = prediction.candidates.findIndex(({ lane }) => lane === prediction.lane);
  const wrong = right === 0 ? 1 : 0;
  await tasks.first().focus();
  await page.keyboard.press('Space');
  for (let at = 0; at < wrong; at += 1) await page.keyboard.press('ArrowDown');
  await expect(tasks.nth(wrong)).toBeChecked();
  await on.answer();
  await expect(on.said).toContainText(/^✗ It is not .* runs next\./);
  await expect(on.said.getByRole('listitem')).toHaveCount(2);
  await on.isAt(prediction.step);
  await tasks.nth(wrong).focus();
  for (let at = wrong; at < right; at += 1) await page.keyboard.press('ArrowDown');
  for (let at = wrong; at > right; at -= 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(on.said).toHaveAttribute('data-right', 'true');
});

test('who gives up is shown what the run did, and is told neither right nor wrong', async ({ page }) => {
  const { on, prediction } = await open(page, 'order');
  if (prediction.asks !== 'order') throw new Error('another question was asked');
  await on.button('Show me').click();
  await expect(on.said).toContainText('The run printed the lines in this order:');
  await expect(on.said).not.toHaveAttribute('data-right');
  const reasons = on.said.getByRole('listitem');
  await expect(reasons).toHaveCount(prediction.lines.length);
  for (const [place, { text }] of prediction.lines.entries()) await expect(reasons.nth(place)).toContainText(`“${text}”: `);
  await on.isAt(prediction.lines[0]?.step ?? -1);
});

for (const [screen, viewport] of Object.entries({ phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 720 } }))
  test(`on a ${screen} what is told of a long program can be seen at once, and no code covers it`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const length = ({ predictions: [first] }: (typeof LESSONS)[number]): number =>
      readFileSync(first?.program ?? '', 'utf8').length;
    const longest = LESSONS.toSorted((a, b) => length(b) - length(a))[0];
    await openLesson(page, longest?.title ?? '');
    const on = new PredictionOnPage(page);
    await on.open();
    await on.button('Show me').click();
    await expect(on.timeline).toBeVisible();
    const headline = on.said.locator('.headline');
    await expect(headline).toBeInViewport({ ratio: 1 });
    const inFront = await headline.evaluate((element) => {
      const { left, top, bottom } = element.getBoundingClientRect();
      return [top + 1, bottom - 1].every((y) => element.contains(document.elementFromPoint(left + 4, y)));
    });
    expect(inFront).toBe(true);
  });
