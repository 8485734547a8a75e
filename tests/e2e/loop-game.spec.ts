/** "You are the loop" in the page: every wrong pick of every game is told why, a game is played by mouse and by keyboard, and stays solved. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { chaptersOnDisk, ExerciseOnPage, openLesson } from './course.ts';
import { decisionsOf } from './loop.ts';

const GAMES = chaptersOnDisk().flatMap(({ lessons }) =>
  lessons.flatMap(({ title, exercises }) => exercises.flatMap((each) => ('program' in each ? [{ ...each, lesson: title }] : []))),
);

/** A game on a page. */
class GameOnPage {
  readonly section: Locator;
  readonly asked: Locator;
  readonly question: Locator;
  readonly choices: Locator;
  readonly refusal: Locator;
  readonly #page: Page;

  constructor(page: Page, id: string) {
    this.#page = page;
    this.section = new ExerciseOnPage(page, id).section;
    this.asked = this.section.getByRole('region', { name: 'What happens next' });
    this.question = this.asked.locator('.question');
    this.choices = this.asked.getByRole('list').getByRole('button');
    this.refusal = this.asked.getByRole('status');
  }

  async open(): Promise<void> {
    await this.section.scrollIntoViewIfNeeded();
    await expect(this.asked).toBeVisible();
  }

  /** The panel of a name, such as the ready queue. */
  panel(name: string): Locator {
    return this.section.getByRole('group', { name });
  }

  /** Picks a choice by keyboard, from the question on. */
  async press(choice: number): Promise<void> {
    for (let at = 0; at <= choice; at += 1) await this.#page.keyboard.press('Tab');
    await expect(this.choices.nth(choice)).toBeFocused();
    await this.#page.keyboard.press('Enter');
  }
}

async function openGame(page: Page, { id, lesson }: (typeof GAMES)[number]): Promise<GameOnPage> {
  await openLesson(page, lesson);
  const game = new GameOnPage(page, id);
  await game.open();
  return game;
}

test('the course has a game in the chapter on the event loop, and in the one on tasks', () => {
  expect(GAMES.map(({ id }) => id.split('/')[0])).toEqual(expect.arrayContaining(['event-loop', 'tasks']));
});

for (const each of GAMES) {
  test(`${each.id}: by mouse, each wrong pick is told why and moves nothing; what is solved stays solved`, async ({ page }) => {
    const decisions = await decisionsOf(each.program);
    const game = await openGame(page, each);
    let wrong = 0;
    for (const [place, { choices, moment }] of decisions.entries()) {
      const decision = `Decision ${String(place + 1)} of ${String(decisions.length)}`;
      await expect(game.asked).toContainText(decision);
      await expect(game.choices).toHaveCount(choices.length);
      await expect(game.panel('Ready queue').locator('ol > li')).toHaveCount(moment.queue.length);
      await expect(game.panel('Timers').locator('ul > li')).toHaveCount(moment.timers.length);
      await expect(game.section.locator('.clock')).toContainText(`Clock ${String(moment.t)} s`);
      const question = (await game.question.textContent()) ?? '';
      for (const [choice, { refusal }] of choices.entries()) {
        if (refusal === undefined) continue;
        await game.choices.nth(choice).click();
        wrong += 1;
        await expect(game.asked).toContainText(`${decision} · ${String(wrong)} wrong ${wrong === 1 ? 'pick' : 'picks'}`);
        await expect(game.refusal).toHaveText(/^✗ .{20,}\.$/);
        await expect(game.question).toHaveText(question);
      }
      await game.choices.nth(choices.findIndex(({ refusal }) => refusal === undefined)).click();
      await expect(game.refusal).toBeEmpty();
    }
    await expect(game.question).toHaveText(
      `The program has ended. You have played its loop with ${String(wrong)} wrong ${wrong === 1 ? 'pick' : 'picks'}.`,
    );
    await expect(game.section).toContainText('✓ Solved');
    await page.reload();
    await game.open();
    await expect(game.section).toContainText('✓ Solved');
    await expect(game.asked).toContainText(`Decision 1 of ${String(decisions.length)} · no wrong pick`);
    await page.goto('./');
    await expect(page.locator(`[data-progress="${each.id}"]`)).toHaveAttribute('data-state', 'solved');
  });

  test(`${each.id}: by keyboard alone, the focus is at the question after each pick; and it can be begun again`, async ({
    page,
  }) => {
    const decisions = await decisionsOf(each.program);
    const game = await openGame(page, each);
    await game.question.focus();
    for (const { choices } of decisions) {
      await game.press(choices.findIndex(({ refusal }) => refusal === undefined));
      await expect(game.question).toBeFocused();
    }
    await expect(game.question).toHaveText('The program has ended, and you have played its loop without a wrong pick.');
    await expect(game.section).toContainText('✓ Solved');
    await page.keyboard.press('Tab');
    await expect(game.section.getByRole('button', { name: 'Start again' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(game.asked).toContainText(`Decision 1 of ${String(decisions.length)} · no wrong pick`);
    await expect(game.section).toContainText('✓ Solved');
  });
}

test('the reasons are those of the loop: first in, first out; the clock waits for nobody; gather waits for all', async ({
  page,
}) => {
  const dinner = GAMES.find(({ id }) => id === 'tasks/play-gather');
  if (dinner === undefined) throw new Error('the game tasks/play-gather is gone');
  const game = await openGame(page, dinner);
  const pick = (name: string): Promise<void> => game.choices.filter({ hasText: name }).click();
  const refused = async (name: string, why: string): Promise<void> => {
    await pick(name);
    await expect(game.refusal).toHaveText(`✗ ${why}`);
  };
  await pick('waits for gather');
  await refused(
    'cook (Task-2)',
    'Everything that was ready when this iteration began has run. cook (Task-2) has joined the queue since: its turn is in the next iteration.',
  );
  await pick('End this iteration');
  await refused('cook (Task-3)', 'cook (Task-3) is queued behind cook (Task-2): the queue is first in, first out.');
  await pick('cook (Task-2)');
  await pick('waits for a timer');
  await expect(game.section.getByRole('region', { name: 'What has happened' }).getByRole('listitem').last()).toHaveText(
    'cook (Task-3) suspends: it sleeps until 1 s.',
  );
  await refused('It stays at 0 s', 'Nobody is ready, and nothing can happen before the next timer, at 1 s.');
  await refused('It jumps to 2 s', 'There is a timer before that, at 1 s: the clock never jumps over one.');
  await pick('It jumps to 1 s');
  await refused('The timer for 2 s', 'The timer for 2 s is not due: the clock stands at 1 s.');
  await pick('The timer for 1 s');
  await expect(game.panel('Ready queue').getByRole('listitem')).toHaveText('timer of cook (Task-3) · this iteration');
  await pick('None is due');
  await pick('End this iteration');
  await pick('It stays at 1 s');
  await pick('The task is done');
  await refused(
    'gather, because cook (Task-3) is done',
    'Everything that was ready when this iteration began has run. “gather, because cook (Task-3) is done” has joined the queue since: its turn is in the next iteration.',
  );
  await pick('End this iteration');
  await expect(game.question).toHaveText('Next: gather hears that cook (Task-3) is done. Who becomes ready by it?');
  await refused('main (Task-1)', 'main (Task-1) waits for gather, which is not done.');
});

test('the rules can be read beside the game, and hints are opened one by one', async ({ page }) => {
  const [first] = GAMES;
  if (first === undefined) throw new Error('there is no game');
  const game = await openGame(page, first);
  await game.section.getByText('The rules of the loop', { exact: true }).click();
  await expect(game.section.getByText('The ready queue is first in, first out. Who joins it stands at its end.')).toBeVisible();
  await game.section.getByRole('button', { name: /^Hint \(1 of/ }).click();
  await expect(game.section.getByRole('button', { name: /^Hint \(2 of/ })).toBeVisible();
});
