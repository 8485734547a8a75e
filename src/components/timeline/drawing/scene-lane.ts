/**
 * A lane of a scene: its states from left to right, what it waits on, how it ended.
 *
 * Keeps true: spans that are narrower than a pixel become one shape a pixel, that of the state that matters most, so that a lane never has more shapes than
 * the window has pixels.
 */
import type { LaneState, Span } from '../../../playback/index.ts';
import { timelineWords } from '../../words/timeline.ts';
import { END, endMark } from './marks.ts';
import type { Sheet } from './frame.ts';
import type { Shape } from './shapes.ts';
import { fitting, shown, waitsOf, widthOfText } from './texts.ts';

/** Half heights of what is drawn for a state. */
const RUNNING = 7;
const READY = 4.5;
const THREAD = 5.5;
/** From how many pixels on a wait is labelled, and the size of labels. */
const LABELLED_FROM = 24;
const LABEL = 11;
/** Which of the states that share a pixel is shown: the one that stands first. */
const RANK: readonly LaneState[] = ['blocking', 'failed', 'cancelled', 'finished', 'running', 'ready', 'waiting'];

/** The first of `spans` that ends after `step`. */
function firstAfter(spans: readonly Span[], step: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) > step) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A span, and where it is drawn. */
interface Piece {
  readonly span: Span;
  readonly isThread: boolean;
  readonly x: number;
  readonly end: number;
  readonly y: number;
}

/** Draws the part of a lane that is in sight. */
export function laneShapesOf(sheet: Sheet, index: number, place: number): void {
  const { frame, steps, px } = sheet;
  const { playback, axis } = frame;
  const lane = playback.lanes[index];
  if (lane === undefined) return;
  const { spans } = lane;
  const y = sheet.middle(place);
  const isThread = lane.kind === 'thread';
  /** Several spans in one pixel: what is shown of them. */
  let crowd: { readonly x: number; span: Span } | undefined;
  const flush = (): void => {
    if (crowd !== undefined) draw(sheet, { span: crowd.span, isThread, x: crowd.x, end: crowd.x + 1, y });
    crowd = undefined;
  };
  for (let at = Math.max(0, firstAfter(spans, steps[0]) - 1); at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.from > steps[1]) break;
    const isLast = at === spans.length - 1;
    if (span.from === span.to && !isLast) continue;
    const x = px(axis.left(span.from));
    const end = isLast ? px(axis.right(span.to)) : px(axis.left(span.to));
    if (end - x >= 1 || isLast) {
      flush();
      // On whole pixels: neighbours meet without a seam.
      const piece = { span, isThread, x: Math.round(x), end: Math.round(end), y };
      if (span.state === 'blocking') drawBlocking(sheet, piece);
      else if (span.state === 'waiting') drawWaiting(sheet, piece);
      else draw(sheet, piece);
      if (isLast) drawResult(sheet, lane.result, piece);
      continue;
    }
    const pixel = Math.floor(x);
    if (crowd?.x !== pixel) {
      flush();
      crowd = { x: pixel, span };
    } else if (RANK.indexOf(span.state) < RANK.indexOf(crowd.span.state)) crowd.span = span;
  }
  flush();
}

/** A state, without words. */
function draw({ shapes }: Sheet, { span, isThread, x, end, y }: Piece): void {
  const width = Math.max(end - x, 1);
  switch (span.state) {
    case 'running':
    case 'blocking':
      // A thread goes on beside the loop: it takes no turn of it.
      if (isThread) shapes.push({ shape: 'rect', style: 'thread', x, y: y - THREAD, width, height: 2 * THREAD });
      else shapes.push({ shape: 'rect', style: 'running', x, y: y - RUNNING, width, height: 2 * RUNNING });
      break;
    case 'ready':
      shapes.push({ shape: 'rect', style: 'ready', x, y: y - READY, width, height: 2 * READY });
      break;
    case 'waiting':
      shapes.push({ shape: 'line', style: 'waiting', points: [x, y, x + width, y] });
      break;
    case 'finished':
    case 'failed':
    case 'cancelled':
      shapes.push(...endMark(span.state, x + END, y));
      return;
  }
  if (span.cancelling) shapes.push(cancelling({ x, end: x + width, y }));
}

/** A dashed line below a lane that is being cancelled, whatever it does meanwhile. */
const cancelling = ({ x, end, y }: Pick<Piece, 'x' | 'end' | 'y'>): Shape => ({
  shape: 'line',
  style: 'cancelling',
  points: [x, y + 10, end, y + 10],
});

/** A thin line, with what is waited on in it; the words stay in sight while their line is. */
function drawWaiting(sheet: Sheet, piece: Piece): void {
  const { frame, shapes } = sheet;
  const { span, x, end, y } = piece;
  const from = Math.max(x, frame.names);
  const to = Math.min(end, frame.width);
  const room = to - from - 18;
  const [long, short] = waitsOf(span, frame.playback);
  const text = room < LABELLED_FROM ? '' : widthOfText(long, LABEL) <= room ? long : fitting(short, room, LABEL);
  if (text === '') {
    draw(sheet, piece);
    return;
  }
  const at = from + 10;
  const after = Math.min(at + widthOfText(text, LABEL) + 3, end);
  shapes.push({ shape: 'line', style: 'waiting', points: [x, y, at - 4, y] });
  shapes.push({ shape: 'text', style: 'label', x: at, y: y + 4, text });
  shapes.push({ shape: 'line', style: 'waiting', points: [after, y, end, y] });
  if (span.cancelling) shapes.push(cancelling(piece));
}

/** A blocking call: the task holds the loop while time passes. In the column before it runs as always. */
function drawBlocking(sheet: Sheet, piece: Piece): void {
  const { frame, shapes, px } = sheet;
  const { span, y, end } = piece;
  const x = Math.round(px(frame.axis.right(span.from)));
  draw(sheet, { ...piece, end: x });
  if (piece.isThread || end <= x) return;
  shapes.push({ shape: 'rect', style: 'blocking', x, y: y - RUNNING - 1, width: end - x, height: 2 * RUNNING + 2 });
  const { steps } = frame.playback;
  const [from, to] = [Math.max(x, frame.names), Math.min(end, frame.width)];
  const text = timelineWords.drawing.blocksFor((steps[span.to]?.t ?? 0) - (steps[span.from]?.t ?? 0));
  const width = widthOfText(text, LABEL) + 6;
  if (width > to - from - 8) return;
  // In the bar, on a ground of its own: below it may stand what was printed.
  const middle = (from + to) / 2;
  shapes.push({ shape: 'rect', style: 'ground', x: middle - width / 2, y: y - RUNNING, width, height: 2 * RUNNING });
  shapes.push({ shape: 'text', style: 'label-blocking', x: middle, y: y + 4, text, anchor: 'middle' });
}

/** What a lane ended with, where nothing else is any more. */
function drawResult({ frame, shapes }: Sheet, result: string | undefined, { span, x, y }: Piece): void {
  if (result === undefined || result === 'None') return;
  const from = x + 2 * END + 5;
  const style = span.state === 'failed' ? 'label-failed' : 'result';
  const text = fitting(shown(result, 48), Math.min(frame.width - from - 4, 260), LABEL, 'mono');
  if (text !== '') shapes.push({ shape: 'text', style, x: from, y: y + 4, text });
}
