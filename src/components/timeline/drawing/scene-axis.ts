/** The axis of a scene: virtual times along the top, stretches in which time passes, and the turns of the loop, down through all rows. */
import { timelineWords } from '../../words/timeline.ts';
import { seconds } from '../../words/numbers.ts';
import { HEADER, type Sheet } from './frame.ts';
import { widthOfText } from './texts.ts';

/** From how many pixels a column on each turn of the loop has its line. */
const TURNS_FROM = 5;
/** Heights of times and of the line of the axis. */
const TIME_Y = 15;
const LINE_Y = 29;
const SMALL = 11;

/** Stretches and turns, below everything else. */
export function groundOf(sheet: Sheet): void {
  const { frame, shapes, px } = sheet;
  const [first, last] = sheet.steps;
  const { axis, playback, zoom, height, width } = frame;
  for (const { kind, from, to } of axis.stretches) {
    const [x, end] = [px(from), px(to)];
    if (end < frame.names || x > width) continue;
    // The loop's row keeps free of hatching, for the words in it.
    const [style, y] = kind === 'jump' ? (['jump', HEADER] as const) : (['blocked', Math.max(HEADER, sheet.top(1))] as const);
    shapes.push({ shape: 'rect', style, x, y, width: end - x, height: height - y });
    whyTimePasses(sheet, timelineWords.drawing[kind === 'jump' ? 'allWait' : 'nobodyElse'], x, end);
  }
  if (zoom < TURNS_FROM) return;
  for (let step = first; step <= last; step += 1) {
    if (playback.steps[step]?.kind !== 'turn') continue;
    const x = Math.round(px(axis.left(step))) + 0.5;
    shapes.push({ shape: 'line', style: 'turn', points: [x, HEADER, x, height] });
  }
}

/** In the loop's row: what it means that time passes, line by line, where there is room. */
function whyTimePasses({ shapes, isRoomy, rows, top }: Sheet, lines: readonly string[], x: number, end: number): void {
  const fits = lines.every((line) => widthOfText(line, SMALL) <= end - x - 2);
  if (!fits || !isRoomy || rows[0] > 0) return;
  lines.forEach((text, line) => {
    shapes.push({ shape: 'text', style: 'passing-words', x: (x + end) / 2, y: top(0) + 18 + line * 13, text, anchor: 'middle' });
  });
}

/** A break in the axis: two slanting strokes. */
function breakMark(x: number): readonly number[] {
  return [x - 3, LINE_Y + 6, x + 1, LINE_Y - 6, x + 5, LINE_Y - 6, x + 1, LINE_Y + 6];
}

/** Times, above everything else. */
export function axisShapesOf({ frame, shapes, px }: Sheet): void {
  const { axis, names, width } = frame;
  shapes.push({ shape: 'rect', style: 'ground', x: 0, y: 0, width, height: HEADER });
  for (const { kind, from, to, seconds: passed } of axis.stretches) {
    const [x, end] = [px(from), px(to)];
    if (end < names || x > width) continue;
    shapes.push({ shape: 'line', style: 'passing', points: [x, LINE_Y, end, LINE_Y] });
    if (end - x < 12) continue;
    const middle = (x + end) / 2;
    if (kind === 'jump') shapes.push({ shape: 'line', style: 'break-mark', points: breakMark(middle), closed: true });
    const text = timelineWords.drawing.gap(passed);
    if (widthOfText(text, 11) + 8 <= end - x)
      shapes.push({ shape: 'text', style: 'passed', x: middle, y: TIME_Y, text, anchor: 'middle' });
  }
  /** Where the last time that was written ends: times that have no room are left out. */
  let written = names;
  axis.instants.forEach(({ t, from, to }, index) => {
    const [x, end] = [px(from), px(to)];
    if (end < names || x > width) return;
    shapes.push({ shape: 'line', style: 'instant', points: [x, LINE_Y, Math.max(end, x + 1), LINE_Y] });
    shapes.push({ shape: 'line', style: 'instant', points: [x, LINE_Y - 4, x, LINE_Y + 4] });
    // The time of an instant whose beginning is scrolled out stays in sight as long as there is any of it.
    const text = seconds(t);
    const room = index + 1 < axis.instants.length ? px(axis.instants[index + 1]?.from ?? to) : Infinity;
    const at = Math.max(x, names + 4);
    if (at < written || at + widthOfText(text, 12) > room) return;
    shapes.push({ shape: 'text', style: 'time', x: at, y: TIME_Y, text });
    written = at + widthOfText(text, 12) + 8;
  });
}
