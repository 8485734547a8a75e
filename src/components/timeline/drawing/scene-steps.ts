/** What single steps leave on a scene: lines from who makes a task to the task, prints, timers, turns of the loop, troubles. */
import type { Step, StepKind } from '../../../playback/index.ts';
import { printMark, timerMark, troubleMark, turnMark } from './marks.ts';
import type { Sheet } from './frame.ts';
import { fitting, shown } from './texts.ts';

/** From how many pixels a column on the marks of the loop's own row are drawn. */
const MARKS_FROM = 4;
/** Half the height of a bar in the loop's row. */
const PROGRAM = 4;
const OUTPUT = 11;
/** The least between two lines to the same row, in pixels. */
const APART = 3;
/** The row of the loop. */
const LOOP = 0;

/** The row that a step is about. */
export const placeOf = ({ frame }: Sheet, { lane }: Step): number =>
  lane === undefined ? LOOP : (frame.places.get(lane) ?? LOOP);

/** Lines from parents to children, below the lanes. */
export function branchShapesOf(sheet: Sheet): void {
  const { frame, shapes, steps, px, rows } = sheet;
  const { playback, axis, places } = frame;
  /** Where the last line to a row stands: a folded row may have a thousand. */
  const drawn = new Map<number, number>();
  for (let step = steps[0]; step <= steps[1]; step += 1) {
    const each = playback.steps[step];
    if (each?.kind !== 'create' && each?.kind !== 'thread') continue;
    const parent = each.lane === undefined ? undefined : playback.lanes[each.lane]?.parent;
    const from = parent === undefined ? undefined : places.get(parent);
    const to = placeOf(sheet, each);
    if (from === undefined || from === to || to < rows[0] || to > rows[1]) continue;
    const x = Math.round(px(axis.left(step))) + 0.5;
    if (x - (drawn.get(to) ?? -Infinity) < APART) continue;
    drawn.set(to, x);
    const [y, end] = [sheet.middle(from), sheet.middle(to)];
    shapes.push({ shape: 'line', style: 'made', points: [x, y, x, end] });
    shapes.push({ shape: 'dot', style: 'made-end', x, y: end, radius: 2.5 });
  }
}

/** Marks and what was printed, above the lanes. */
export function stepShapesOf(sheet: Sheet): void {
  const { frame, shapes, steps, px } = sheet;
  const { playback, axis, zoom } = frame;
  /** Where the next print of each row begins: what is printed before has room until there. */
  const taken = new Map<number, number>();
  let lastMark = Infinity;
  for (let step = steps[1]; step >= steps[0]; step -= 1) {
    const each = playback.steps[step];
    if (each === undefined) continue;
    const place = placeOf(sheet, each);
    if (place < sheet.rows[0] || place > sheet.rows[1]) continue;
    const [x, end, y] = [px(axis.left(step)), px(axis.right(step)), sheet.middle(place)];
    const middle = (x + end) / 2;
    if (each.kind === 'print') {
      if (lastMark - middle >= 1 || zoom >= 1)
        shapes.push(printMark(middle, y, each.lane !== undefined && playback.lanes[each.lane]?.kind === 'thread'));
      lastMark = middle;
      printedText(sheet, each, x, place, taken.get(place) ?? frame.width);
      taken.set(place, x);
    } else if (each.kind === 'trouble') shapes.push(troubleMark(middle, y));
  }
}

/** Kinds of steps in which nothing runs that the loop's row would show. */
const IDLE: ReadonlySet<StepKind> = new Set<StepKind>(['turn', 'timer', 'deadlock']);

/** The loop's own row: its turns and timers as marks, callbacks and what runs outside of tasks as bars. */
export function loopShapesOf(sheet: Sheet): void {
  const { frame, shapes, steps, rows, px } = sheet;
  const { playback, axis, zoom } = frame;
  if (rows[0] > LOOP) return;
  const y = sheet.middle(LOOP);
  /** Where the bar begins that has not ended yet. */
  let bar: number | undefined;
  for (let step = steps[0]; step <= steps[1] + 1; step += 1) {
    const { kind, lane } = playback.steps[step] ?? {};
    const [x, end] = [px(axis.left(step)), px(axis.right(step))];
    const isBar = step <= steps[1] && kind !== undefined && lane === undefined && !IDLE.has(kind);
    if (isBar) bar ??= x;
    else if (bar !== undefined) {
      const [from, to] = [Math.round(bar), Math.round(step > steps[1] ? px(axis.right(steps[1])) : px(axis.begin(step)))];
      shapes.push({
        shape: 'rect',
        style: 'program',
        x: from,
        y: y - PROGRAM,
        width: Math.max(to - from, 1),
        height: 2 * PROGRAM,
      });
      bar = undefined;
    }
    if (step > steps[1] || zoom < MARKS_FROM) continue;
    if (kind === 'turn') shapes.push(turnMark((x + end) / 2, y, end - x));
    else if (kind === 'timer') shapes.push(...timerMark((x + end) / 2, y, end - x));
    else if (kind === 'deadlock') shapes.push(troubleMark((x + end) / 2, y));
  }
}

/** A printed line below its mark, as far as there is room. */
function printedText({ frame, shapes, isRoomy, top }: Sheet, step: Step, x: number, place: number, until: number): void {
  if (!isRoomy) return;
  const text = frame.playback.record.events[step.event]?.['text'];
  if (typeof text !== 'string') return;
  const fits = fitting(shown(text.trim(), 60), until - x - 8, OUTPUT, 'mono');
  if (fits !== '') shapes.push({ shape: 'text', style: 'output', x: x + 1, y: top(place) + 36, text: fits });
}
