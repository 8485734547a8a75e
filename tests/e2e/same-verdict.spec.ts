/**
 * The same verdict everywhere: the solution and a wrong answer of each exercise are judged in the page's sandbox and twice in Node's (in a process of its own,
 * and in a thread that has judged others), and the verdicts are the same bytes, messages, lines and times included.
 *
 * The page's sandbox is driven by itself, without the screen: what the screen does with a verdict is held by exercises.spec.ts.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { bundle } from '../../src/sandbox/bundle.ts';
import { checkInNode, PATIENT_LIMITS, replayInNode } from '../../src/sandbox/node.ts';
import type { Sandbox } from '../../src/sandbox/page.ts';
import { isWhole, readExercises } from '../../tools/check/exercise.ts';
import { Threads } from '../../tools/check/threads.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Programs that the page judges at the same time; Node, which is done sooner, judges one after the other. */
const LANES = 2;

/** A wrong answer that is caught under other latencies alone. */
const LATENCIES_ONLY = '05-fetch-all/mistakes/collects-as-they-come.ts';

/** What the page is given to work with. */
interface Driven {
  readonly theSandbox: Pick<Sandbox, 'check' | 'replay'>;
}

interface Attempt {
  readonly file: string;
  readonly program: CompiledProgram;
  readonly tests: CompiledProgram;
}

async function compiled(text: string, name: string, path: string): Promise<CompiledProgram> {
  const result = await compileInNode(text, name);
  if (!result.ok) throw new Error(`${path} does not compile: ${result.errors[0]?.message ?? ''}`);
  return result.program;
}

/** The solution of every exercise and those of its wrong answers that are chosen, with the hidden tests that judge them. */
async function attempts(
  choose: <T extends { readonly path: string }>(mistakes: readonly T[]) => readonly T[],
): Promise<Attempt[]> {
  const all = readExercises(REPOSITORY).exercises.map(async (exercise) => {
    if (!isWhole(exercise)) throw new Error(`${exercise.id} lacks a file: npm run check says which`);
    const { files, mistakes } = exercise;
    const tests = await compiled(files['tests.ts'].text, 'tests.ts', files['tests.ts'].path);
    return Promise.all(
      [files['solution.ts'], ...choose(mistakes)].map(async ({ text, path }) => ({
        file: relative(REPOSITORY, path),
        program: await compiled(text, 'main.ts', path),
        tests,
      })),
    );
  });
  return (await Promise.all(all)).flat();
}

/** Works `each` on all items, some at a time, in order. */
async function inLanes<T, R>(lanes: number, items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await each(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Opens the site and makes its sandbox, without a part of its screen. */
async function openSandbox(page: Page): Promise<void> {
  await page.goto('./');
  const code = await bundle('page.ts', { globalName: 'loopwisePage' });
  await page.evaluate(`${code};
    globalThis.theSandbox = loopwisePage.createSandbox({ runnerUrl: new URL(document.documentElement.dataset.runner, document.baseURI).href });`);
}

/** The verdict in the page, as text. */
const inPage = (page: Page, { program, tests }: Attempt): Promise<string> =>
  page.evaluate(
    async (given) => {
      const { theSandbox } = globalThis as unknown as Driven;
      return JSON.stringify(await theSandbox.check(given.program, given.tests, { limits: given.limits }).result);
    },
    { program, tests, limits: PATIENT_LIMITS },
  );

test('the solution and a wrong answer of every exercise are judged alike in the page and in Node', async ({ page }) => {
  test.setTimeout(600_000); // a minute on a quiet machine: three hundred sandboxes are started
  const all = await attempts((mistakes) => mistakes.slice(0, 1));
  await openSandbox(page);
  const threads = new Threads(1);
  const inAThread = async ({ program, tests }: Attempt): Promise<string> => JSON.stringify(await threads.check(program, tests));
  const inAProcess = async ({ program, tests }: Attempt): Promise<string> =>
    JSON.stringify(await checkInNode(program, tests, PATIENT_LIMITS));
  const [there, here, again] = await Promise.all([
    inLanes(LANES, all, (attempt) => inPage(page, attempt)),
    inLanes(1, all, inAProcess),
    inLanes(1, all, inAThread),
  ]).finally(() => threads.end());
  expect(all.length).toBeGreaterThan(100);
  for (const [index, { file }] of all.entries()) {
    const verdict = here[index] ?? '';
    expect({ file, verdict: there[index] }).toEqual({ file, verdict });
    expect({ file, verdict: again[index] }).toEqual({ file, verdict });
    expect(verdict).toContain(`"outcome":"${file.endsWith('solution.ts') ? 'passed' : 'failed'}"`);
  }
});

test('what is ended by a limit is judged alike, with its line', async ({ page }) => {
  await openSandbox(page);
  const tests = await compiled(
    `import { expect, run, test } from 'grader'; test('it ends', ({ program }) => { expect(run(() => program.f()).result).toBe(1); });`,
    'tests.ts',
    'tests.ts',
  );
  for (const [body, says] of [
    ['for (;;) {}', 'more than 50,000,000 turns of a loop without a pause. It was last seen in the loop at line 3'],
    ['for (;;) createTask(sleep(1));', 'more than 50,000 tasks at the same time (line 3)'],
    ['for (;;) await sleep(0);', 'more than 100000 steps of the event loop'],
    ['for (;;) console.log(1);', 'more than 1000 lines'],
  ] as const) {
    const source = `import { createTask, sleep } from 'asyncio';\nexport async function f() {\n  ${body}\n}\n`;
    const attempt = { file: body, program: await compiled(source, 'main.ts', body), tests };
    const here = JSON.stringify(await checkInNode(attempt.program, tests, PATIENT_LIMITS));
    expect(await inPage(page, attempt)).toBe(here);
    expect(here).toContain('"outcome":"stopped"');
    expect(here).toContain(says);
  }
});

test('a replay is the same run in the page and in Node', async ({ page }) => {
  await openSandbox(page);
  const [attempt] = (await attempts((mistakes) => mistakes.filter(({ path }) => path.endsWith(LATENCIES_ONLY)))).filter(
    ({ file }) => file.endsWith(LATENCIES_ONLY),
  );
  if (attempt === undefined) throw new Error('the mistake that only latencies catch is gone');
  const { program, tests } = attempt;
  const [failed] = (await checkInNode(program, tests, PATIENT_LIMITS)).tests.filter(({ state }) => state === 'failed');
  const what = { program, tests, of: { test: failed?.name ?? '', seed: failed?.seed } };
  const replayed = await replayInNode(what);
  const here = JSON.stringify(replayed);
  const there = await page.evaluate(async (given) => {
    const { theSandbox } = globalThis as unknown as Driven;
    return JSON.stringify(await theSandbox.replay(given).result);
  }, what);
  expect(there).toBe(here);
  expect(replayed.record.events.length).toBeGreaterThan(0);
  const [judged] = failed?.runs.slice(-1) ?? [];
  // Only a replay, which is looked at step by step, says which task is the hidden test's own.
  const tasks = judged?.tasks.map((task) => (task.coroutine === '<lambda>' ? { ...task, coroutine: 'the test' } : task));
  expect({ ...replayed.record, events: [] }).toEqual({ ...judged, tasks });
});
