/** Small marks on a lane, each told from the others by its form. */
import type { Shape } from './shapes.ts';

/** Radius of the mark at a lane's end, in pixels. */
export const END = 6;

const check = (x: number, y: number): readonly number[] => [x - 2.8, y + 0.2, x - 0.8, y + 2.4, x + 3, y - 2.4];
const stroke = (x: number, y: number, size: number, rises: boolean): readonly number[] =>
  rises ? [x - size, y + size, x + size, y - size] : [x - size, y - size, x + size, y + size];

/** How a lane ended: a check on a full disc, a cross on a full disc, a ring with a bar through it. */
export function endMark(state: 'finished' | 'failed' | 'cancelled', x: number, y: number): Shape[] {
  switch (state) {
    case 'finished':
      return [
        { shape: 'dot', style: 'done', x, y, radius: END },
        { shape: 'line', style: 'on-mark', points: check(x, y) },
      ];
    case 'failed':
      return [
        { shape: 'dot', style: 'failed', x, y, radius: END },
        { shape: 'line', style: 'on-mark', points: stroke(x, y, 2.4, false) },
        { shape: 'line', style: 'on-mark', points: stroke(x, y, 2.4, true) },
      ];
    case 'cancelled':
      return [
        { shape: 'dot', style: 'cancelled', x, y, radius: END - 1 },
        { shape: 'line', style: 'on-cancelled', points: stroke(x, y, 3.4, true) },
      ];
  }
}

/** A printed line: an angle as of a prompt. */
export const printMark = (x: number, y: number, inThread: boolean): Shape => ({
  shape: 'line',
  style: inThread ? 'print-thread' : 'print',
  points: [x - 1.8, y - 3.5, x + 1.8, y, x - 1.8, y + 3.5],
});

/** A timer that fires: a clock; a stroke where there is little room. */
export const timerMark = (x: number, y: number, room = 10): Shape[] =>
  room < 9
    ? [{ shape: 'line', style: 'timer-hand', points: [x, y - 4, x, y + 4] }]
    : [
        { shape: 'dot', style: 'timer', x, y, radius: 5 },
        { shape: 'line', style: 'timer-hand', points: [x, y - 3.2, x, y, x + 2.4, y] },
      ];

/** A turn of the loop: a ring. */
export const turnMark = (x: number, y: number, room = 6): Shape => ({
  shape: 'dot',
  style: 'ring',
  x,
  y,
  radius: Math.min(3, room / 2),
});

/** A warning, a log line, an error: a triangle. */
export const troubleMark = (x: number, y: number): Shape => ({
  shape: 'line',
  style: 'trouble',
  points: [x - 5, y + 4.5, x, y - 4.5, x + 5, y + 4.5],
  closed: true,
});

/** The head of an arrow that points from the one point to the other. */
export function arrowHead(fromX: number, fromY: number, x: number, y: number): readonly number[] {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  return [x, y, x - 7 * dx - 3.5 * dy, y - 7 * dy + 3.5 * dx, x - 7 * dx + 3.5 * dy, y - 7 * dy - 3.5 * dx];
}
