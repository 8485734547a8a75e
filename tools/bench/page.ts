/**
 * Measures what a reader feels, in real Chromium against the built site: click on Run to output and click on Check to verdict, cold (first click on a fresh page)
 * and warm, Run of a listing in Python, and what a lesson page weighs before and after the first interaction.
 *
 * Times are taken in the page, from the click to the change of the document; sizes are bytes of JavaScript and of everything, gzipped as a host would.
 */
import { globSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { serve } from '../serve.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LESSON = 'tasks/gather/';
const EXERCISE = 'tasks/fetch-all';
const SECTION = `section[data-exercise="${EXERCISE}"]`;
/** The Python side of the lesson's first listing. */
const PYTHON = 'figure.listing .side';

/** Milliseconds from a click on `button` of the first element that `selector` finds until it is busy no more. */
async function timeClick(page: Page, button: 'Run' | 'Check', selector = SECTION): Promise<number> {
  return page.evaluate(
    async ({ within, name }) => {
      const section = document.querySelector(within);
      const target = [...(section?.querySelectorAll('button') ?? [])].find((each) => each.textContent.trim().startsWith(name));
      if (section === null || target === undefined) throw new Error(`no button ${name} in ${within}`);
      const busy = (): boolean => section.querySelector('[aria-busy="true"]') !== null;
      return new Promise<number>((resolve) => {
        let began = 0;
        let worked = false;
        const observer = new MutationObserver(() => {
          if (busy()) worked = true;
          else if (worked) {
            observer.disconnect();
            resolve(performance.now() - began);
          }
        });
        observer.observe(section, { subtree: true, childList: true, attributes: true, characterData: true });
        began = performance.now();
        target.click();
      });
    },
    { within: selector, name: button },
  );
}

/** A fresh page with the exercise in view and its editor there. `weigh` collects what was loaded. */
async function open(
  browser: Browser,
  url: string,
): Promise<{ page: Page; weigh: () => Promise<{ script: number; all: number }> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<{ script: boolean; size: number }>[] = [];
  const seen = new Set<string>();
  page.on('response', (response) => {
    // What comes from the page itself (a blob) costs no transfer, and what was loaded once a host lets the browser keep.
    if (!response.url().startsWith('http') || seen.has(response.url())) return;
    seen.add(response.url());
    const type = response.headers()['content-type'] ?? '';
    bodies.push(
      response.body().then(
        (body) => ({ script: type.includes('javascript'), size: gzipSync(body).length }),
        () => ({ script: false, size: 0 }),
      ),
    );
  });
  await page.goto(`${url}${LESSON}`);
  await page.waitForLoadState('networkidle');
  const weigh = async (): Promise<{ script: number; all: number }> => {
    const loaded = await Promise.all(bodies);
    const sum = (chosen: typeof loaded): number => chosen.reduce((total, { size }) => total + size, 0);
    return { script: sum(loaded.filter(({ script }) => script)), all: sum(loaded) };
  };
  return { page, weigh };
}

async function showEditor(page: Page): Promise<void> {
  const section = page.locator(SECTION);
  await section.scrollIntoViewIfNeeded();
  await section.getByRole('textbox', { name: 'Your code' }).waitFor();
}

/** Runs the Python listing on fresh pages: nothing loaded yet, everything in the browser's cache, the interpreter started. */
async function timePython(
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Record<'cold' | 'returning' | 'warm', number[]> & { readonly bytes: number }> {
  const times: Record<'cold' | 'returning' | 'warm', number[]> = { cold: [], returning: [], warm: [] };
  let bytes = 0;
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    const { page, weigh } = await open(browser, url);
    const before = await weigh();
    times.cold.push(await timeClick(page, 'Run', PYTHON));
    bytes = (await weigh()).all - before.all;
    await page.reload({ waitUntil: 'networkidle' });
    times.returning.push(await timeClick(page, 'Run', PYTHON));
    for (let again = 0; again < Math.ceil(rounds / 5); again += 1) times.warm.push(await timeClick(page, 'Run', PYTHON));
    await page.context().close();
  }
  return { ...times, bytes };
}

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
function row(name: string, times: readonly number[]): string {
  const ordered = sorted(times);
  const at = (share: number): string =>
    (ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? NaN).toFixed(0).padStart(6);
  return `${name.padEnd(44)}${at(0)}${at(0.5)}${at(1)}   ms (min, median, max of ${times.length})`;
}

/** `npm run bench -- page [--rounds 20]`: measures and prints. @param args what follows the word `page` */
export async function benchPage(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '20' } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds must be a whole number from 1, got '${values.rounds}'`);
  const browser = await chromium.launch({
    executablePath: readFileSync(`${ROOT}node_modules/.loopwise-browser`, 'utf8'),
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-component-update',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const { server, url } = await serve(`${ROOT}dist`, 0, '/some/sub-path/');
  try {
    const [file = ''] = globSync(`exercises/*-${EXERCISE.replace('/', '/*-')}/solution.ts`, { cwd: ROOT });
    const solution = readFileSync(`${ROOT}${file}`, 'utf8');
    console.log(`${browser.version()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
    const cold: Record<'Run' | 'Check', number[]> = { Run: [], Check: [] };
    for (let round = 0; round < Math.min(rounds, 5); round += 1) {
      for (const button of ['Run', 'Check'] as const) {
        const { page } = await open(browser, url);
        await showEditor(page);
        cold[button].push(await timeClick(page, button));
        await page.context().close();
      }
    }
    const { page, weigh } = await open(browser, url);
    const before = await weigh();
    await showEditor(page);
    const inView = await weigh();
    const section = page.locator(SECTION);
    await section.getByRole('textbox', { name: 'Your code' }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(solution);
    const compiledCold = await timeClick(page, 'Check');
    const warm: Record<'Run' | 'Check', number[]> = { Run: [], Check: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const button of ['Run', 'Check'] as const) {
        await page.waitForTimeout(300); // a reader looks at the answer meanwhile; the spare is made
        warm[button].push(await timeClick(page, button));
      }
    }
    const edited: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await section.getByRole('textbox', { name: 'Your code' }).click();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.insertText(`// ${String(round)}\n`);
      await page.waitForTimeout(300);
      edited.push(await timeClick(page, 'Check'));
    }
    const after = await weigh();
    const python = await timePython(browser, url, rounds);
    console.log(row('Run to output, cold (untouched starter)', cold.Run));
    console.log(row('Check to verdict, cold (untouched starter)', cold.Check));
    console.log(row('Check to verdict, first after an edit', [compiledCold]));
    console.log(row('Run to output, warm', warm.Run));
    console.log(row('Check to verdict, warm', warm.Check));
    console.log(row('Check to verdict, warm, just edited', edited));
    console.log(row('Run of Python to output, cold', python.cold));
    console.log(row('Run of Python to output, on a second visit', python.returning));
    console.log(row('Run of Python to output, warm', python.warm));
    const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(11);
    console.log(`\n${'gzipped'.padEnd(44)}${'JavaScript'.padStart(11)}${'everything'.padStart(13)}`);
    for (const [name, weight] of Object.entries({
      'lesson page, before an editor is in view': before,
      'with an editor in view': inView,
      'after Run, Check and an edit': after,
    })) {
      console.log(`${name.padEnd(44)}${kilobytes(weight.script)}${kilobytes(weight.all).padStart(13)}`);
    }
    console.log(`${'the first Run of Python brings'.padEnd(44)}${kilobytes(python.bytes).padStart(24)}`);
    console.log(`\ngoals: warm Check ≤ 150 ms, lesson page ≤ 60 KB of JavaScript before an editor is in view`);
  } finally {
    await browser.close();
    server.close();
  }
}
