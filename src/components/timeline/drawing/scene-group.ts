/** A folded row of a scene: how many of its lanes run, are ready, or wait, one on the other, from left to right. */
import { LIVING, type Tally } from './tally.ts';
import type { Sheet } from './frame.ts';
import type { StyleName } from './shapes.ts';

/** What is left free above and below. */
const MARGIN = 4;

const STYLE = { running: 'running', blocking: 'running', ready: 'ready', waiting: 'waiting-many' } as const satisfies Record<
  (typeof LIVING)[number],
  StyleName
>;

/** Columns in which as many are in each state as in `step`, from `x` pixels on. */
interface Column {
  step: number;
  readonly x: number;
}

/** Where columns begin that differ from those before, at most one a pixel; then the end. */
function changes({ frame: { axis }, steps: [first, last], px }: Sheet, { counts, first: made }: Tally): Column[] {
  const found: Column[] = [];
  const { running, blocking, ready, waiting } = counts;
  let column: Column | undefined;
  for (let step = Math.max(first, made); step <= last; step += 1) {
    const before = column?.step ?? -1;
    if (
      running[step] === running[before] &&
      blocking[step] === blocking[before] &&
      ready[step] === ready[before] &&
      waiting[step] === waiting[before]
    )
      continue;
    const x = px(axis.left(step));
    if (column !== undefined && x - column.x < 1) column.step = step;
    else found.push((column = { step, x }));
  }
  return found;
}

/** Draws the part of a folded row that is in sight. */
export function groupShapesOf(sheet: Sheet, tally: Tally, place: number): void {
  const { frame, shapes, px } = sheet;
  const bottom = sheet.top(place) + frame.rowHeight - MARGIN;
  const unit = (frame.rowHeight - 2 * MARGIN) / Math.max(tally.most, 1);
  const columns = changes(sheet, tally);
  const last = px(frame.axis.right(sheet.steps[1]));
  // From below: what waits, what is ready, what runs. One that runs among a thousand is one pixel high at least.
  const from = columns.map(() => bottom);
  for (const state of [...LIVING].reverse()) {
    let upper: number[] = [];
    let lower: number[] = [];
    const flush = (): void => {
      const back: number[] = [];
      for (let index = lower.length - 2; index >= 0; index -= 2) back.push(lower[index] ?? 0, lower[index + 1] ?? 0);
      if (upper.length > 0) shapes.push({ shape: 'line', style: STYLE[state], points: [...upper, ...back], closed: true });
      [upper, lower] = [[], []];
    };
    columns.forEach(({ step, x }, index) => {
      const n = tally.counts[state][step] ?? 0;
      const below = from[index] ?? bottom;
      if (n === 0) {
        flush();
        return;
      }
      const above = below - Math.max(n * unit, state === 'waiting' ? 1 : 2.5);
      const end = columns[index + 1]?.x ?? last;
      upper.push(x, above, end, above);
      lower.push(x, below, end, below);
      from[index] = above;
    });
    flush();
  }
}
