/**
 * `npm run bench -- timeline`: how fast the timeline of a large run is drawn, and how evenly it moves, in real Chromium. The run is a program's own, of 10,000
 * events and 1,000 tasks; the page is made for this and shows the timeline alone.
 *
 * A frame's time is from one to the next as the browser gives them: 16.7 ms where nothing is late. `--painters` measures both painters beside each other
 * (docs/decisions/0011).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { chromium, type Page } from 'playwright';
import { compileInNode } from '../../src/compiler/node.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { runInNode } from '../../src/sandbox/node.ts';
import { serve } from '../serve.ts';
import type { Look, Motion, Painter } from './timeline-page.tsx';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** 1,000 tasks: half of them wait, in groups that wake at times of their own, half of them end at once; one prints now and then. */
const program = (waiting: number): string => `
import { gather, run, sleep } from 'asyncio';
async function getRequest(n: number) {
  await sleep(1 + (n % 10) / 10);
  if (n % 50 === 0) console.log('answer', n);
  return n;
}
async function look(n: number) { return n; }
async function main() {
  await gather(...Array.from({ length: 999 }, (_, n) => (n < ${waiting} ? getRequest(n) : look(n))));
}
run(main());
`;

/** Events, and tasks with `main`, that the run is to have. */
const EVENTS = 10_000;

/** A record of as many events as are kept of a run, whole: as many of its tasks wait as bring it there. */
async function largeRecord(): Promise<RunRecord> {
  const recordOf = async (waiting: number): Promise<RunRecord> => {
    const compiled = await compileInNode(program(waiting), 'large.ts');
    if (!compiled.ok) throw new Error('the program of the benchmark does not compile');
    return runInNode(compiled.program);
  };
  const [few, more] = [await recordOf(100), await recordOf(200)];
  const each = (more.events.length - few.events.length) / 100;
  const record = await recordOf(100 + Math.floor((EVENTS - few.events.length) / each));
  if (record.dropped !== undefined || record.outcome !== 'finished') throw new Error('the record of the benchmark is not whole');
  return record;
}

/** Styles that a component brings along as text, as Vite understands it. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup(builder) {
    builder.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-style',
    }));
    builder.onLoad({ filter: /./, namespace: 'inline-style' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** A folder with the page and what it loads. */
async function layOut(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-timeline-'));
  await build({
    entryPoints: [fileURLToPath(new URL('timeline-page.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [inlineStyles],
    outfile: join(folder, 'page.js'),
  });
  const tokens = readFileSync(join(ROOT, 'src/styles/tokens.css'), 'utf8');
  const base = readFileSync(join(ROOT, 'src/styles/base.css'), 'utf8');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><style>${tokens}${base}</style><body><main></main><script type="module" src="page.js"></script></body></html>`,
  );
  return folder;
}

function row(name: string, taken: readonly number[]): string {
  const ordered = [...taken].sort((a, b) => a - b);
  const at = (share: number): string =>
    (ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? NaN).toFixed(1).padStart(8);
  return `${name.padEnd(46)}${at(0.5)}${at(0.95)}${at(1)}   ms (median, p95, max of ${taken.length})`;
}

/** Times between frames while `act` goes on. */
async function during(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    window.timelineBench.watch();
  });
  await act();
  await page.evaluate(() => window.timelineBench.watched());
  await page.waitForTimeout(100); // the last frame is taken
  return page.evaluate(() => window.timelineBench.watched());
}

/** Where the canvas is on the page. */
async function boxOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('canvas').boundingBox();
  if (box === null) throw new Error('there is no canvas');
  return box;
}

/** Drags the position to and fro through the window; at its right edge the window moves along. */
async function drag(page: Page, moves: number): Promise<void> {
  const { x, y, width } = await boxOf(page);
  await page.mouse.move(x + 40, y + 100);
  await page.mouse.down();
  await page.mouse.move(x + width - 40, y + 110, { steps: moves / 2 });
  await page.mouse.move(x + width - 5, y + 110, { steps: moves / 10 });
  await page.mouse.move(x + 40, y + 90, { steps: (moves * 4) / 10 });
  await page.mouse.up();
}

async function zoom(page: Page, times: number): Promise<void> {
  const { x, y, width } = await boxOf(page);
  await page.mouse.move(x + width / 2, y + 100);
  await page.keyboard.down('Control');
  for (let n = 0; n < times; n += 1) await page.mouse.wheel(0, n < times / 2 ? -8 : 8);
  await page.keyboard.up('Control');
}

async function scrollRows(page: Page, times: number): Promise<void> {
  const { x, y } = await boxOf(page);
  await page.mouse.move(x + 40, y + 100);
  for (let n = 0; n < times; n += 1) await page.mouse.wheel(0, n < times / 2 ? 120 : -120);
}

async function measureTimeline(page: Page, moves: number): Promise<void> {
  const measured = async (name: string, act: (page: Page, moves: number) => Promise<void>): Promise<void> => {
    console.log(row(name, await during(page, () => act(page, moves))));
  };
  await measured('dragging', drag);
  await measured('zooming', zoom);
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  await measured('dragging, the whole run in sight', drag);
  const folded = page.locator('[role="treeitem"][aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  await measured('dragging, whole run, 1,000 rows unfolded', drag);
  await measured('zooming, 1,000 rows unfolded', zoom);
  await measured('scrolling through 1,000 rows', scrollRows);
}

async function measurePainters(page: Page, frames: number): Promise<void> {
  console.log('\nhow long the page is busy with a frame');
  const names: Readonly<Record<Look, string>> = {
    folded: '',
    unfolded: ', 1,000 rows unfolded',
    whole: ', whole run, 1,000 rows unfolded',
  };
  for (const look of ['folded', 'unfolded', 'whole'] as const satisfies readonly Look[]) {
    for (const motion of ['drag', 'scroll'] as const satisfies readonly Motion[]) {
      for (const painter of ['canvas', 'svg', 'svg, kept'] as const satisfies readonly Painter[]) {
        const sweep = { painter, motion, look, frames };
        const taken = await page.evaluate(
          (asked) => window.timelineBench.sweep(asked.painter, asked.motion, asked.look, asked.frames),
          sweep,
        );
        console.log(row(`${painter}: ${motion}${names[look]}`, taken));
      }
    }
  }
}

/** `npm run bench -- timeline [--moves 200] [--painters]`: measures and prints. @param args what follows the word `timeline` */
export async function benchTimeline(args: readonly string[]): Promise<void> {
  const options = { moves: { type: 'string', default: '200' }, painters: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const moves = Number(values.moves);
  if (!Number.isInteger(moves) || moves < 10)
    throw new TypeError(`--moves must be a whole number from 10, got '${values.moves}'`);
  const record = await largeRecord();
  const folder = await layOut();
  const { server, url } = await serve(folder, 0);
  const browser = await chromium.launch({
    executablePath: readFileSync(`${ROOT}node_modules/.loopwise-browser`, 'utf8'),
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-component-update',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    console.log(
      `${browser.version()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1) ?? '?'}\n${record.events.length.toLocaleString('en')} events, ${record.tasks.length.toLocaleString('en')} tasks\n`,
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const opened = [];
    for (let round = 0; round < 5; round += 1) {
      await page.goto(url);
      opened.push(await page.evaluate((text) => window.timelineBench.open(text), JSON.stringify(record)));
    }
    const [{ steps, lanes } = { steps: 0, lanes: 0 }] = opened;
    console.log(
      row(
        `record to playback (${steps.toLocaleString('en')} steps, ${lanes} lanes)`,
        opened.map(({ playback }) => playback),
      ),
    );
    console.log(
      row(
        'record to the timeline on the screen',
        opened.map(({ drawing }) => drawing),
      ),
    );
    const moments = await page.evaluate(() => window.timelineBench.moments(10_000));
    console.log(row('the loop by the end of a step, of neighbours', moments.neighbours));
    console.log(row('the loop by the end of a step, far away', moments.jumps));
    if (values.painters) await measurePainters(page, moves);
    else await measureTimeline(page, moves);
    console.log('\ngoal: 60 frames a second while dragging, 16.7 ms from one to the next');
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
