/** Programs in trouble: each gets a clear answer, the page stays alive, and the code is kept. */
import { expect, test, type Page } from '@playwright/test';
import { ExerciseOnPage, exercisesOnDisk, openLesson } from './course.ts';

const ID = 'tasks/fetch-all';

/** Opens the exercise, runs `code`, and hands back the exercise. */
async function run(page: Page, code: string): Promise<ExerciseOnPage> {
  await openLesson(page, /gather/i);
  const exercise = new ExerciseOnPage(page, ID);
  await exercise.open();
  await exercise.write(code);
  await exercise.button('Run').click();
  return exercise;
}

/** The page answers at once, and the code is there after a reload. */
async function aliveAndKept(page: Page, exercise: ExerciseOnPage, code: string): Promise<void> {
  const began = Date.now();
  expect(await page.evaluate(() => 6 * 7)).toBe(42);
  expect(Date.now() - began).toBeLessThan(2500);
  expect((await exercise.code()).trim()).toBe(code.trim());
  await page.reload();
  await exercise.open();
  expect((await exercise.code()).trim()).toBe(code.trim());
  await exercise.write(`console.log('still here');\n`);
  await exercise.button('Run').click();
  await expect(exercise.output).toContainText('still here');
}

test('Stop ends a loop that turns for long at once, and what it printed before is there', async ({ page }) => {
  const code = `console.log('before the loop');\nfor (;;) /^(a+)+$/.test('a'.repeat(22) + 'b');\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText('before the loop');
  const began = Date.now();
  await exercise.button('Stop').click();
  await expect(exercise.output).toContainText(/stopped/i);
  expect(Date.now() - began).toBeLessThan(2900); // well before the clock would
  await aliveAndKept(page, exercise, code);
});

test('an endless loop that nobody stops is ended, in Run and in Check, told its line, and is never a pass', async ({ page }) => {
  // By the number of its turns; on a machine that is very busy by the clock.
  const code = `export async function makeRequests() {\n  for (;;) {}\n}\nfor (;;) {\n}\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText(
    /(50,000,000 turns of a loop|did not end within 3 s).*last seen in the loop at line 4/is,
    {
      timeout: 15_000,
    },
  );
  await exercise.button('Check').click();
  await expect(exercise.verdict).toHaveAttribute('data-verdict', 'stopped', { timeout: 15_000 });
  await expect(exercise.verdict).toContainText(
    /(50,000,000 turns of a loop|did not end within 3 s).*last seen in the loop at line 4/is,
  );
  await expect(exercise.tests('passed')).toHaveCount(0);
  await aliveAndKept(page, exercise, code);
});

test('a regular expression that takes for ever is ended by the clock, and told the loop that it was last seen in', async ({
  page,
}) => {
  const code = `export {};\nfor (const n of [50]) {\n  /^(a+)+$/.test('a'.repeat(n) + 'b');\n}\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText(/did not end within 3 s.*last seen in the loop at line 2/is, { timeout: 15_000 });
  await exercise.button('Check').click();
  await expect(exercise.verdict).toHaveAttribute('data-verdict', 'stopped', { timeout: 15_000 });
  await expect(exercise.verdict).toContainText(/did not end within 3 s.*line 2/is);
  await aliveAndKept(page, exercise, code);
});

test('tasks without an end are ended, and counted', async ({ page }) => {
  const code = `import { createTask, run, sleep } from 'asyncio';\n\nasync function main() {\n  for (;;) createTask(sleep(1));\n}\n\nrun(main());\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText(/more than 50,000 tasks at the same time/i);
  await expect(exercise.output).toContainText(/line 4/i);
  await aliveAndKept(page, exercise, code);
});

test('a program that is right by luck is told in which order the answers came, and can be looked at so', async ({ page }) => {
  const code = exercisesOnDisk()
    .find(({ id }) => id === ID)
    ?.mistakes.find(({ name }) => name === 'collects-as-they-come.ts')?.code;
  if (code === undefined) throw new Error('the mistake that only latencies catch is gone');
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText('Finished after 2 s');
  await exercise.button('Check').click();
  await expect(exercise.verdict).toContainText(/is answered at .* before .* with the latencies of seed 1/);
  await exercise.button('Look at it step by step').click();
  const runs = exercise.section.getByRole('region', { name: /^Two runs of/ });
  await expect(runs).toContainText('latencies of seed 1');
  const yours = runs.getByRole('region', { name: 'Output' }).first();
  await expect(yours).toContainText('sent 4');
  await expect(yours).toContainText(/Finished after 3\.\d+ s/);
  await aliveAndKept(page, exercise, code);
});

test('a program that throws is told the error and its line', async ({ page }) => {
  const code = `import { run, sleep } from 'asyncio';\n\nasync function main() {\n  await sleep(1);\n  throw new Error('the disk is full');\n}\n\nrun(main());\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText('the disk is full');
  await expect(exercise.output).toContainText(/line 5/i);
  await aliveAndKept(page, exercise, code);
});

test('a deadlock is found, and says who waits for what', async ({ page }) => {
  const code = `import { Future, getRunningLoop, run } from 'asyncio';\n\nasync function main() {\n  await getRunningLoop().createFuture();\n}\n\nrun(main());\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText(/deadlock/i);
  await expect(exercise.output).toContainText('Task-1');
  await expect(exercise.output).toContainText(/line 4/i);
  await aliveAndKept(page, exercise, code);
});

test('a syntax error is shown at its line, in the editor and in words, by Run and by Check', async ({ page }) => {
  const code = `async function main() {\n  const answer = = 42;\n}\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText(/line 2/i);
  await expect(exercise.section.locator('.cm-lintRange-error, .cm-lint-marker-error').first()).toBeVisible();
  await exercise.button('Check').click();
  await expect(exercise.verdict).toHaveAttribute('data-verdict', 'error');
  await expect(exercise.verdict).toContainText(/line 2/i);
  await aliveAndKept(page, exercise, code);
});

test('a program that prints for ever is ended, and the output says that it was cut', async ({ page }) => {
  const code = `for (let i = 0; ; i += 1) {\n  console.log('line', i);\n}\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText('line 0');
  await expect(exercise.output).toContainText(/1,?000 lines/i);
  await aliveAndKept(page, exercise, code);
});

test('an endless `sleep(0)` is ended by the loop’s own limit, and told so', async ({ page }) => {
  const code = `import { run, sleep } from 'asyncio';\n\nasync function main() {\n  for (;;) await sleep(0);\n}\n\nrun(main());\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText(/100,000 steps of the event loop/i);
  await expect(exercise.output).not.toContainText(/destroyed/i);
  await aliveAndKept(page, exercise, code);
});

test('a wrong import is marked at its line before anything runs, with the name that was meant', async ({ page }) => {
  const code = `import { run, create_task } from 'asyncio';\n\nrun(create_task());\n`;
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText("cannot import name 'create_task' from 'asyncio'");
  await expect(exercise.output).toContainText('createTask');
  await expect(exercise.output).toContainText(/line 1/i);
  await expect(exercise.section.locator('.cm-lintRange-error').first()).toBeVisible();
  await aliveAndKept(page, exercise, code);
});

test('a program finds neither page, network nor storage, and what it patches is gone with it', async ({ page }) => {
  const code = `const found: string[] = [];
const tryIt = (name: string, reach: () => unknown) => {
  try {
    const it = reach();
    if (it !== undefined) found.push(name);
  } catch {}
};
const all: any = globalThis;
for (const name of ['fetch', 'self', 'window', 'document', 'postMessage', 'indexedDB', 'WebSocket', 'Worker', 'importScripts', 'localStorage', 'require', 'process']) {
  tryIt(name, () => all[name]);
}
const makers: any[] = [function () {}, function* () {}, () => 0, [], {}, /x/, console.log];
for (const made of makers) tryIt('Function', () => made.constructor.constructor('return typeof fetch === "function" ? fetch : undefined')());
tryIt('patched', () => {
  (Array.prototype as any).map = () => ['forged'];
  return [1].map(String)[0] === 'forged' ? 'forged' : undefined;
});
console.log('reached: ' + (found.join(' ') || 'nothing'));
`;
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost|data:|blob:)/.test(request.url())) foreign.push(request.url());
  });
  const exercise = await run(page, code);
  await expect(exercise.output).toContainText('reached: nothing');
  expect(foreign).toEqual([]);
  await aliveAndKept(page, exercise, code);
});
