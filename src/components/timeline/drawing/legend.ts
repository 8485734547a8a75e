/** What the marks of a picture mean: a small sample of each, and its words. */
import { timelineWords } from '../../words/timeline.ts';
import { endMark, printMark, timerMark, troubleMark, turnMark } from './marks.ts';
import type { Shape, StyleName } from './shapes.ts';
import { widthOfText } from './texts.ts';

/** Pixels of a sample. */
export const SAMPLE = { width: 44, height: 24 } as const;

type Key = keyof typeof timelineWords.drawing.legend;

export interface Sample {
  readonly key: Key;
  readonly words: string;
  /** In a box of `SAMPLE`, from its upper left corner. */
  readonly shapes: readonly Shape[];
}

const { width, height } = SAMPLE;
const [LEFT, RIGHT, Y] = [2, width - 2, height / 2];

const bar = (style: StyleName, half: number): Shape => ({
  shape: 'rect',
  style,
  x: LEFT,
  y: Y - half,
  width: RIGHT - LEFT,
  height: 2 * half,
});
const line = (style: StyleName, y = Y): Shape => ({ shape: 'line', style, points: [LEFT, y, RIGHT, y] });

const DRAWN: Readonly<Record<Key, readonly Shape[]>> = {
  running: [bar('running', 7)],
  ready: [bar('ready', 4.5)],
  waiting: [line('waiting')],
  blocking: [bar('blocking', 8)],
  thread: [bar('thread', 5.5)],
  cancelling: [line('waiting', Y - 4), line('cancelling', Y + 6)],
  done: endMark('finished', width / 2, Y),
  failed: endMark('failed', width / 2, Y),
  cancelled: endMark('cancelled', width / 2, Y),
  many: [
    { shape: 'line', style: 'waiting-many', points: [LEFT, 22, LEFT, 12, 20, 12, 20, 15, RIGHT, 15, RIGHT, 22], closed: true },
    {
      shape: 'line',
      style: 'ready',
      points: [LEFT, 12, LEFT, 4, 20, 4, 20, 8, RIGHT, 8, RIGHT, 15, 20, 15, 20, 12],
      closed: true,
    },
    { shape: 'rect', style: 'running', x: 20, y: 5.5, width: RIGHT - 20, height: 2.5 },
  ],
  made: [
    { shape: 'line', style: 'made', points: [width / 2 + 0.5, 2, width / 2 + 0.5, height - 5] },
    { shape: 'dot', style: 'made-end', x: width / 2 + 0.5, y: height - 5, radius: 2.5 },
  ],
  print: [bar('running', 7), printMark(width / 2, Y, false)],
  turn: [turnMark(width / 2, Y)],
  timer: timerMark(width / 2, Y),
  program: [bar('program', 4)],
  trouble: [troubleMark(width / 2, Y)],
  jump: [bar('jump', 11), { shape: 'line', style: 'passing', points: [LEFT, Y, RIGHT, Y] }],
};

/** Every sample, in the order in which they are told. */
export const legend = (): readonly Sample[] =>
  (Object.keys(DRAWN) as Key[]).map((key) => ({ key, words: timelineWords.drawing.legend[key], shapes: DRAWN[key] }));

/** Shapes moved by so many pixels. */
export function moved(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) =>
    'points' in shape
      ? { ...shape, points: shape.points.map((value, index) => value + (index % 2 === 0 ? dx : dy)) }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );
}

const SIZE = 12;
const LINE = 26;
const BETWEEN = 18;

/** The legend as a part of a picture, in lines of so many pixels. @returns its shapes from the upper left corner, and their height */
export function legendShapes(room: number): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  for (const { words, shapes: sample } of legend()) {
    const wide = SAMPLE.width + 6 + widthOfText(words, SIZE) + BETWEEN;
    if (x > 0 && x + wide > room) [x, y] = [0, y + LINE];
    shapes.push(...moved(sample, x, y));
    shapes.push({ shape: 'text', style: 'name-soft', x: x + SAMPLE.width + 6, y: y + SAMPLE.height / 2 + 4, text: words });
    x += wide;
  }
  return { shapes, height: y + LINE };
}
