/** Programs whose runs are drawn in these tests, and frames to draw them in. */
import { axisOf } from '../../../../src/components/timeline/drawing/axis.ts';
import { type Frame, HEADER, rowHeightOf } from '../../../../src/components/timeline/drawing/frame.ts';
import { placesOf, rowsOf } from '../../../../src/components/timeline/drawing/rows.ts';
import { findingsOf, sceneOf } from '../../../../src/components/timeline/drawing/scene.ts';
import { COLOURS, type Palette, type Shape, type StyleName } from '../../../../src/components/timeline/drawing/shapes.ts';
import { type Playback, playbackOf } from '../../../../src/playback/index.ts';
import { watched } from '../../../playback/watched.ts';

/** The playback of a program's run; `asyncio` and `time` are imported already. */
export async function played(body: string): Promise<Playback> {
  const imports = `import { CancelledError, createTask, gather, run, sleep, toThread } from 'asyncio';\nimport * as time from 'time';\n`;
  const { record } = await watched(`${imports}${body}\nrun(main());\n`);
  return playbackOf(record);
}

/** Two that sleep for a second, beside each other. */
export const TWO = `
async function count(name) {
  console.log(name);
  await sleep(1);
  console.log(name, 'again');
}
async function main() {
  await gather(count('A'), count('B'));
}`;

/** Two that block for two seconds each. */
export const BLOCKING = `
async function count(name) {
  console.log(name);
  time.sleep(2);
  return name;
}
async function main() {
  await gather(count('A'), count('B'));
}`;

/** One that is cancelled while it sleeps, and takes its time; one that fails. */
export const CANCELLED = `
async function stubborn() {
  try {
    await sleep(10);
  } finally {
    await sleep(0.5);
  }
}
async function broken() {
  throw new Error('it broke');
}
async function main() {
  const [one, other] = [createTask(stubborn()), createTask(broken())];
  await sleep(1);
  one.cancel();
  await gather(one, other, { returnExceptions: true });
}`;

/** So many siblings of one coroutine. */
export const many = (n: number): string => `
async function ask(n) {
  await sleep(1 + (n % 3));
  return n;
}
async function main() {
  await gather(...Array.from({ length: ${n} }, (_, n) => ask(n)));
}`;

/** A frame of the whole run at 20 pixels a column, with what is set otherwise. */
export function frameOf(playback: Playback, over: Partial<Frame> = {}): Frame {
  const axis = over.axis ?? axisOf(playback);
  const rows = over.rows ?? rowsOf(playback, new Set());
  const zoom = over.zoom ?? 20;
  const rowHeight = rowHeightOf(rows);
  const size = { width: axis.width * zoom, height: HEADER + rows.length * rowHeight };
  return { playback, axis, rows, places: placesOf(rows), zoom, rowHeight, x: 0, y: 0, ...size, names: 0, ...over };
}

/** The shapes of a run. */
export const drawn = (playback: Playback, over: Partial<Frame> = {}): Shape[] =>
  sceneOf(frameOf(playback, over), findingsOf(playback));

type Kind = Shape['shape'];

/** The shapes of a style, which are of one kind. */
export function ofStyle<K extends Kind>(shapes: readonly Shape[], style: StyleName, kind: K): Extract<Shape, { shape: K }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { shape: K }> => shape.style === style && shape.shape === kind);
}

/** What is written, in a style or at all. */
export const textsOf = (shapes: readonly Shape[], style?: StyleName): string[] =>
  shapes.flatMap((shape) => (shape.shape === 'text' && (style === undefined || shape.style === style) ? [shape.text] : []));

/** Each colour by its name: what a palette does not decide. */
export const NAMED = Object.fromEntries(COLOURS.map((colour) => [colour, `var(--${colour})`])) as Palette;
