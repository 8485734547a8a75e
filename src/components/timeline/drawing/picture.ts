/**
 * The picture of a whole run, to be kept: title, names, lanes, legend, all as shapes.
 *
 * Keeps true: it is never larger than it was allowed to be; what had to be left out is said in it.
 */
import type { Playback } from '../../../playback/index.ts';
import { timelineWords } from '../../words/timeline.ts';
import type { Axis } from './axis.ts';
import { type Frame, HEADER, sheetOf } from './frame.ts';
import { legendShapes, moved } from './legend.ts';
import { rowTextsOf } from './row-texts.ts';
import { placesOf, type Row } from './rows.ts';
import { type Findings, sceneOf } from './scene.ts';
import type { Shape } from './shapes.ts';
import { fitting, shown, widthOfText } from './texts.ts';

const say = timelineWords.drawing.picture;

/** Pixels of a column where there is room, and at least. */
const NATURAL = 20;
const NARROWEST = 2;
/** Pixels around everything, of the title, of the names, and of a line of small print. */
const EDGE = 20;
const TITLE = 34;
const NAMES = 200;
const NOTE = 22;
const INDENT = 12;
/** The least that a picture is wide: its title and its legend have room. */
const LEAST = 640;
/** The legend of a wide picture is seen at a glance. */
const WIDEST_LEGEND = 1200;

/** Pixels that a picture may have. */
export interface Bounds {
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
  /** What had to be left out, in words; empty where nothing was. */
  readonly left: readonly string[];
}

/** What a picture is of: a run, and how its reader has folded it. */
export interface Subject {
  readonly playback: Playback;
  readonly axis: Axis;
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  readonly findings: Findings;
  readonly title: string;
}

/** Draws a run as a whole, or as much of it as the bounds allow. */
export function pictureOf(subject: Subject, bounds: Bounds): Picture {
  const { playback, axis, rowHeight, findings } = subject;
  const widest = bounds.width - 2 * EDGE - NAMES;
  const zoom = Math.max(NARROWEST, Math.min(NATURAL, widest / axis.width));
  const lanes = Math.min(widest, axis.width * zoom);
  const width = Math.max(LEAST, lanes + NAMES + 2 * EDGE);
  const key = legendShapes(Math.min(width, WIDEST_LEGEND) - 2 * EDGE);
  const around = EDGE + TITLE + HEADER + EDGE + key.height + 2 * NOTE + EDGE;
  const fit = Math.max(1, Math.floor((bounds.height - around) / rowHeight));
  const rows = subject.rows.slice(0, fit);
  const left = [
    ...(lanes < axis.width * zoom ? [say.cutSteps(axis.stepAt(lanes / zoom) + 1, playback.steps.length)] : []),
    ...(rows.length < subject.rows.length ? [say.cutRows(rows.length, subject.rows.length)] : []),
  ];
  const height = HEADER + rows.length * rowHeight;
  const view = { playback, axis, rows, places: placesOf(rows), zoom, rowHeight, x: 0, y: 0 };
  const frame: Frame = { ...view, width: lanes + NAMES, height, names: NAMES };
  const title = fitting(shown(subject.title), width - 2 * EDGE, 16);
  const shapes: Shape[] = [...moved([...sceneOf(frame, findings), ...namesOf(frame, findings)], EDGE, EDGE + TITLE)];
  let y = EDGE + TITLE + height + EDGE;
  for (const text of left) {
    y += NOTE;
    shapes.push({ shape: 'text', style: 'label-failed', x: EDGE, y: y - 8, text });
  }
  shapes.push(...moved(key.shapes, EDGE, y));
  y += key.height + EDGE;
  const ground: Shape = { shape: 'rect', style: 'ground', x: 0, y: 0, width, height: y };
  return {
    shapes: [ground, { shape: 'text', style: 'title', x: EDGE, y: EDGE + 16, text: title }, ...shapes],
    width,
    height: y,
    left,
  };
}

/** The names of the rows, over whatever of the lanes reaches below them. */
function namesOf(frame: Frame, findings: Findings): Shape[] {
  const { middle, top } = sheetOf(frame);
  const ground: Shape = { shape: 'rect', style: 'ground', x: 0, y: HEADER, width: NAMES, height: frame.height - HEADER };
  const texts = frame.rows.flatMap((row, place): Shape[] => {
    const { what, which } = rowTextsOf(row, frame.playback, findings, undefined);
    const x = Math.min(row.depth, 6) * INDENT;
    const y = middle(place) + 4;
    const first = fitting(what, NAMES - x - 8, 13);
    const after = x + widthOfText(first, 13.5) + 10; // bold letters are wider
    const second = fitting(which, NAMES - after - 8, 12);
    const below = Math.round(top(place) + frame.rowHeight) - 0.5;
    return [
      { shape: 'text', style: 'name', x, y, text: first },
      { shape: 'text', style: 'name-soft', x: after, y, text: second },
      { shape: 'line', style: 'row-rule', points: [0, below, NAMES, below] },
    ];
  });
  return [ground, ...texts];
}
