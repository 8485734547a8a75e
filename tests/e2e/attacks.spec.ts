/**
 * The hostile programs of tests/attacks, in the page: real Chromium, each sandbox in a process of its own, as readers have it. Each ends as its header says;
 * nothing gets out; afterwards the page answers at once, the code is still there, nothing else is changed, and the next program runs clean.
 *
 * `npm test` runs the core of them (`coreOf`), `npm run attacks` all. One page serves many attacks, as a reader's would.
 */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { words } from '../../src/components/words.ts';
import { armed, armedText, attacksToRun, type Attack } from '../attacks/attack.ts';
import { startLoggingServer, type LoggingServer } from '../attacks/server.ts';
import { AS_READERS } from './as-readers.ts';
import { ExerciseOnPage, LESSONS, openLesson } from './course.ts';

test.use({ launchOptions: AS_READERS });

/** Where programs are run that no exercise judges. */
const PLAYGROUND = 'tasks/fetch-all';
/** Work on another exercise, which must be there afterwards as it was before. */
const OTHER = {
  key: 'loopwise:exercise:event-loop/countdown',
  value: '{"version":1,"draft":"// mine","attempts":3,"hintsShown":1}',
};
/** Real milliseconds within which the page must answer. */
const AT_ONCE = 100;
/** Real milliseconds that the slowest attack may take: the clock for all is at 30 s. */
const LONGEST = 45_000;

interface Place {
  readonly page: Page;
  readonly exercise: ExerciseOnPage;
  readonly id: string;
  readonly server: LoggingServer;
}

let place: Place | undefined;

test.afterAll(async () => {
  await place?.page.context().close();
  await place?.server.close();
  place = undefined;
});

/** The page with exercise `id`: the one that the attack before has left, if it is there. */
async function placeWith(id: string, browser: Browser, baseURL: string | undefined): Promise<Place> {
  if (place?.id === id) return place;
  const server = place?.server ?? (await startLoggingServer());
  const page = place?.page ?? (await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })).newPage());
  if (place === undefined)
    await page.addInitScript(({ key, value }) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    }, OTHER);
  await openLesson(page, LESSONS[id.split('/')[0] ?? ''] ?? /-/);
  const exercise = new ExerciseOnPage(page, id);
  await exercise.open();
  return (place = { page, exercise, id, server });
}

/** What the browser's storage holds of one exercise. */
function stored(page: Page, key: string): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(name), key);
}

/** How a run ended, in the words of the headers, as the page tells it. */
async function endingOf({ exercise }: Place, { ends }: Attack): Promise<string> {
  const ending = exercise.output.locator('.ending');
  await expect(ending).toBeVisible({ timeout: LONGEST });
  const text = (await ending.textContent()) ?? '';
  const kind = (await ending.getAttribute('class')) ?? '';
  if (text === words.run.doesNotCompile) return 'refused';
  for (const [budget, say] of Object.entries(words.run.overBudget)) {
    const [before = '', after = ''] = say(0).split('0');
    if (text.startsWith(before) && text.endsWith(after)) return budget;
  }
  if (kind.includes('finished')) return 'finished';
  if (kind.includes('deadlock')) return 'deadlock';
  if (!kind.includes('raised')) return text;
  const told = (await exercise.output.textContent()) ?? '';
  return ends.find((end) => end.startsWith('raised ') && (end === 'raised anything' || told.includes(end.slice(7)))) ?? told;
}

/** How long the page takes to do something and to draw it; the best of three, as other work of this machine is not the page's fault. */
function answerTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const times: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const began = performance.now();
      await new Promise((resolve) => setTimeout(resolve));
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  });
}

async function attempt(at: Place, attack: Attack): Promise<void> {
  const { page, exercise, server } = at;
  const code = armed(attack, server.url);
  await exercise.write(code);
  await exercise.button(attack.judged === undefined ? 'Run' : 'Check').click();
  if (attack.judged === undefined) {
    expect(attack.ends).toContain(await endingOf(at, attack));
    const lines = await exercise.output.locator('.lines .text').allTextContents();
    for (const line of attack.prints) expect(lines).toContain(armedText(line, attack, server.url));
    for (const text of attack.printsNot) expect(lines.filter((line) => line.includes(text))).toEqual([]);
    for (const text of attack.says) await expect(exercise.output).toContainText(text);
  } else {
    await expect(exercise.verdict).toHaveAttribute('data-verdict', new RegExp(`^(${attack.judged.outcomes.join('|')})$`), {
      timeout: LONGEST,
    });
    for (const text of [...attack.says, ...attack.printsNot.map(() => '')]) await expect(exercise.verdict).toContainText(text);
    for (const text of attack.printsNot) await expect(exercise.verdict.locator('.lines')).not.toContainText([text]);
  }
  const answered = await answerTime(page);
  test.info().annotations.push({ type: 'milliseconds to an answer', description: answered.toFixed(1) });
  expect(answered, 'the page answers at once').toBeLessThan(AT_ONCE);
  expect(JSON.parse((await stored(page, `loopwise:exercise:${at.id}`)) ?? '{}')).toMatchObject({ draft: code });
  expect(await stored(page, OTHER.key)).toBe(OTHER.value);
  await exercise.write(`console.log('after ${attack.name}');\n`);
  await exercise.button('Run').click();
  await expect(exercise.output.locator('.ending.finished')).toBeVisible();
  expect(await exercise.output.locator('.lines .text').allTextContents()).toEqual([`after ${attack.name}`]);
  expect(server.log, 'nothing has reached the server').toEqual([]);
}

const attacks = attacksToRun('page');
const exerciseOf = ({ judged }: Attack): string => judged?.exercise ?? PLAYGROUND;
for (const exercise of new Set(attacks.map(exerciseOf)))
  for (const attack of attacks.filter((each) => exerciseOf(each) === exercise))
    test(`${attack.name}: ${attack.tries}`, async ({ browser, baseURL }) => {
      await attempt(await placeWith(exercise, browser, baseURL), attack);
    });

test('the server that must hear nothing hears this browser', async ({ page }) => {
  const server = await startLoggingServer();
  await page.goto(`${server.url}/got-out`);
  expect(server.log).toContain('GET /got-out HTTP/1.1');
  await server.close();
});

test('each sandbox has a process of its own: the browser isolates as a reader’s does', async ({ browser, baseURL }) => {
  const { page } = await placeWith(PLAYGROUND, browser, baseURL);
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const own = targetInfos.filter(({ type, url }) => type === 'iframe' && url.includes('/generated/runner-'));
  expect(own.length, 'frames with a process of their own').toBeGreaterThan(0);
  expect(page.frames().filter((frame) => frame.url().includes('/generated/runner-'))).toHaveLength(own.length);
});

/** What code does that has the worker and its frame to itself: the inner wall is taken down for it. */
const TAKEN_OVER = `
const tried = [];
const attempt = (name, call) => { try { const got = call(); Promise.resolve(got).then(() => tried.push(name + ' worked'), () => tried.push(name + ' refused')); } catch { tried.push(name + ' refused'); } };
const url = 'SERVER';
attempt('fetch', () => fetch(url, { mode: 'no-cors' }));
attempt('XMLHttpRequest', () => { const x = new XMLHttpRequest(); x.open('GET', url, false); x.send(); });
attempt('WebSocket', () => new Promise((yes, no) => { const s = new WebSocket(url.replace('http', 'ws')); s.onopen = yes; s.onerror = no; }));
attempt('EventSource', () => new Promise((yes, no) => { const s = new EventSource(url); s.onopen = yes; s.onerror = no; }));
attempt('import', () => import(url));
attempt('importScripts', () => importScripts(url));
attempt('indexedDB', () => new Promise((yes, no) => { const r = indexedDB.open('x'); r.onsuccess = yes; r.onerror = no; }));
attempt('caches', () => caches.open('x'));
attempt('localStorage', () => localStorage.setItem('x', 'y'));
attempt('cookie', () => { document.cookie = 'x=y'; });
attempt('a page of the site', () => parent.document.title);
`;

test('with the inner wall taken down, the outer one holds: no request, no storage, no way to the page', async ({
  browser,
  baseURL,
}) => {
  const server = await startLoggingServer();
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  const attackOn = (where: string): string => TAKEN_OVER.replaceAll('SERVER', `${server.url}/${where}`);
  const inWorker = `${attackOn('worker')} addEventListener('message', ({ ports: [port] }) => setInterval(() => port.postMessage({ type: 'failure', message: 'taken over: ' + tried.sort().join(', ') }), 100), { once: true });`;
  const inFrame = `${attackOn('frame')} { const Own = Blob; Blob = class extends Own { constructor(parts, options) { super([${JSON.stringify(inWorker)}, ...parts], options); } }; }
    setTimeout(() => { new Image().src = url; try { top.location = url; } catch {} open(url); location = url; }, 3000);`;
  await page.route('**/runner-*.html', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('<script>', () => `<script>${inFrame}</script><script>`),
    });
  });
  await openLesson(page, LESSONS['tasks'] ?? /-/);
  const exercise = new ExerciseOnPage(page, PLAYGROUND);
  await exercise.open();
  await exercise.write(`for (;;) {}\n`);
  await exercise.button('Run').click();
  await expect(exercise.output).toContainText('taken over: ');
  await expect(exercise.output).toContainText('fetch refused');
  await expect(exercise.output).not.toContainText('worked');
  // The next frame, which waits for its use, tries to go elsewhere meanwhile: it is gone from its place, but nowhere else.
  const runners = (): number => page.frames().filter((frame) => frame.url().includes('/generated/runner-')).length;
  await expect.poll(runners).toBe(0);
  expect(page.url()).toContain('/some/sub-path/');
  expect(server.log).toEqual([]);
  await context.close();
  await server.close();
});

test('what a reader has written outlives a hostile program and a reload', async ({ browser, baseURL }) => {
  const at = await placeWith(PLAYGROUND, browser, baseURL);
  const code = `console.log('before');\nfor (;;) console.log();\n`;
  await at.exercise.write(code);
  await at.exercise.button('Run').click();
  await expect(at.exercise.output.locator('.ending')).toBeVisible();
  await at.page.reload();
  await at.exercise.open();
  expect((await at.exercise.code()).trim()).toBe(code.trim());
});
