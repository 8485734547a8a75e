/** Plays an exercise of the kind `loop` on a page: picks at each decision what the run did, which a run in Node says. */
import { expect, test, type Page } from '@playwright/test';
import { loopGameOf, playbackOf, type Decision } from '../../src/playback/index.ts';
import { recordOf } from '../sandbox/run.ts';
import { ExerciseOnPage } from './course.ts';

/** The decisions of a program's loop, in order. */
export async function decisionsOf(program: string): Promise<Decision[]> {
  return loopGameOf(playbackOf(await recordOf(program, 'program.ts'))).beats.flatMap((beat) =>
    beat.kind === 'decision' ? [beat.decision] : [],
  );
}

/** Plays it to its end. The first decision is made wrong first: that is refused, with its reason, and nothing moves. */
export async function playLoop(page: Page, { id, program }: { readonly id: string; readonly program: string }): Promise<void> {
  const exercise = new ExerciseOnPage(page, id);
  await exercise.section.scrollIntoViewIfNeeded();
  const asked = exercise.section.getByRole('region', { name: 'What happens next' });
  const decisions = await decisionsOf(program);
  await test.step(id, async () => {
    for (const [place, { choices }] of decisions.entries()) {
      const buttons = asked.locator('.choices').getByRole('button');
      await expect(asked).toContainText(`Decision ${String(place + 1)} of ${String(decisions.length)}`);
      await expect(buttons).toHaveCount(choices.length);
      if (place === 0) {
        await buttons.nth(choices.findIndex(({ refusal }) => refusal !== undefined)).click();
        await expect(asked.getByRole('status')).not.toBeEmpty();
        await expect(asked).toContainText(`Decision 1 of ${String(decisions.length)} · 1 wrong pick`);
      }
      await buttons.nth(choices.findIndex(({ refusal }) => refusal === undefined)).click();
    }
    await expect(asked).toContainText('The program has ended');
  });
}
