/** The present step in a scene: its column, a line across, everything after it paler, and who woke whom. */
import type { Playback } from '../../../playback/index.ts';
import { HEADER, type Sheet } from './frame.ts';
import { arrowHead } from './marks.ts';
import { placeOf } from './scene-steps.ts';

/** The most arrows that are drawn: a step may wake a thousand. */
const ARROWS = 24;

/** The lanes that become ready by a step, other than by being made in it. */
export type WokenIn = (step: number) => readonly number[];

/** Finds, once for a playback, who becomes ready in which step. */
export function wakeUpsOf({ lanes }: Playback): WokenIn {
  const woken = new Map<number, number[]>();
  lanes.forEach(({ spans }, lane) => {
    spans.forEach(({ state, from }, place) => {
      if (place === 0 || state !== 'ready' || spans[place - 1]?.state !== 'waiting') return;
      const known = woken.get(from);
      if (known === undefined) woken.set(from, [lane]);
      else known.push(lane);
    });
  });
  return (step) => woken.get(step) ?? [];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Half the height of what an arrow leaves and reaches. */
const EDGE = 9;

/** An arrow from one place to another: from row to row it leaves and arrives at the near edges, in one row it goes over it. */
function arrow({ shapes }: Sheet, from: Point, to: Point): void {
  const down = Math.sign(to.y - from.y);
  const [start, end] = [from.y + (down === 0 ? -EDGE : down * EDGE), to.y - (down === 0 ? EDGE : down * EDGE)];
  const reach = down === 0 ? -14 : (end - start) / 2;
  const points = [from.x, start, from.x, start + reach, to.x, end - (down === 0 ? 14 : reach), to.x, end];
  shapes.push({ shape: 'curve', style: 'wake-ground', points }, { shape: 'curve', style: 'wake', points });
  shapes.push({ shape: 'line', style: 'wake-head', points: arrowHead(to.x, end - (down || 1) * 10, to.x, end), closed: true });
}

/** Draws the present step over the rows. */
export function presentShapesOf(sheet: Sheet, wokenIn: WokenIn): void {
  const { frame, shapes, px } = sheet;
  const { axis, step, width, height, names } = frame;
  if (step === undefined) return;
  const [begin, x] = [Math.max(px(axis.begin(step)), names), px(axis.right(step) + onTheWay(sheet, step))];
  if (x < width) {
    const from = Math.max(x, names);
    shapes.push({ shape: 'rect', style: 'later', x: from, y: HEADER, width: width - from, height: height - HEADER });
  }
  if (x < names || begin > width) return;
  shapes.push({ shape: 'rect', style: 'now', x: begin, y: HEADER, width: x - begin, height: height - HEADER });
  shapes.push({ shape: 'line', style: 'now-line', points: [x, HEADER - 8, x, height] });
  wakeShapesOf(sheet, step, wokenIn);
}

/** How far the position is into the stretch after its step, in units. */
function onTheWay({ frame: { axis, playback, clock } }: Sheet, step: number): number {
  const [t, next] = [playback.steps[step]?.t ?? 0, playback.steps[step + 1]?.t ?? 0];
  if (clock === undefined || clock <= t || next <= t) return 0;
  const length = axis.left(step + 1) - axis.right(step);
  return Math.min(1, (clock - t) / (next - t)) * length;
}

/** Why this step is now, and whom it wakes. */
function wakeShapesOf(sheet: Sheet, step: number, wokenIn: WokenIn): void {
  const { frame, px, middle, rows } = sheet;
  const { axis, playback } = frame;
  const pointOf = (at: number): Point | undefined => {
    const each = playback.steps[at];
    return each === undefined ? undefined : { x: (px(axis.left(at)) + px(axis.right(at))) / 2, y: middle(placeOf(sheet, each)) };
  };
  const here = pointOf(step);
  if (here === undefined) return;
  const kind = playback.steps[step]?.kind;
  if (kind === 'start' || kind === 'resume' || kind === 'callback') {
    const chain = playback.why(step).flatMap((cause) => ('step' in cause ? [cause.step] : []));
    const points = [...new Set(chain)].filter((at) => at !== step).map(pointOf);
    [...points, here].reduce((from, to) => {
      if (from !== undefined && to !== undefined) arrow(sheet, from, to);
      return to;
    });
  }
  for (const lane of wokenIn(step).slice(0, ARROWS)) {
    const place = frame.places.get(lane);
    if (place === undefined || place < rows[0] || place > rows[1]) continue;
    const to = { x: here.x, y: middle(place) };
    if (Math.abs(to.y - here.y) >= 1) arrow(sheet, here, to);
  }
}
