/** What is seen of a run, and where: the part of the axis and of the rows that lies in a window of so many pixels. */
import type { Playback } from '../../../playback/index.ts';
import type { Axis } from './axis.ts';
import type { Row } from './rows.ts';
import type { Shape } from './shapes.ts';

/** Pixels of the axis above the rows. */
export const HEADER = 38;
/** Pixels of a row where each has room for what it prints, and where there are many. */
export const ROOMY = 42;
const TIGHT = 26;
/** The most rows that are roomy. */
const ROOMY_ROWS = 14;

export const rowHeightOf = (rows: readonly Row[]): number => (rows.length <= ROOMY_ROWS ? ROOMY : TIGHT);

/** All lengths are pixels. */
export interface Frame {
  readonly playback: Playback;
  readonly axis: Axis;
  readonly rows: readonly Row[];
  /** The row in which a lane is seen. */
  readonly places: ReadonlyMap<number, number>;
  /** Pixels of a unit of the axis. */
  readonly zoom: number;
  readonly rowHeight: number;
  /** What is scrolled out to the left and above. */
  readonly x: number;
  readonly y: number;
  /** Of the whole picture, with the axis above and the names at the left. */
  readonly width: number;
  readonly height: number;
  /** Of the names at the left; 0 where they are not part of the picture. */
  readonly names: number;
  /** The present step; undefined for a picture of the whole run, in which nothing is yet to come. */
  readonly step?: number | undefined;
  /** Virtual seconds of the position, when it is on its way to the next step. */
  readonly clock?: number | undefined;
  /** Place of the row that is chosen. */
  readonly chosen?: number | undefined;
}

/** A frame with what all parts of a scene ask of it, and the shapes so far. */
export interface Sheet {
  readonly frame: Frame;
  readonly shapes: Shape[];
  /** First and last step, and first and last row, of which something is seen. */
  readonly steps: readonly [first: number, last: number];
  readonly rows: readonly [first: number, last: number];
  readonly isRoomy: boolean;
  /** Pixels from the left for a place on the axis in units. */
  readonly px: (units: number) => number;
  /** The upper edge of a row, and the middle of what is drawn in it. */
  readonly top: (place: number) => number;
  readonly middle: (place: number) => number;
}

export function sheetOf(frame: Frame): Sheet {
  const { axis, rows, zoom, rowHeight, x, y, width, height, names } = frame;
  const isRoomy = rowHeight >= ROOMY;
  const top = (place: number): number => HEADER + place * rowHeight - y;
  return {
    frame,
    shapes: [],
    steps: [axis.stepAt(x / zoom), axis.stepAt((x + width - names) / zoom)],
    rows: [Math.max(0, Math.floor(y / rowHeight)), Math.min(rows.length - 1, Math.floor((y + height - HEADER) / rowHeight))],
    isRoomy,
    px: (units) => names + units * zoom - x,
    top,
    middle: (place) => top(place) + (isRoomy ? 15 : rowHeight / 2),
  };
}
