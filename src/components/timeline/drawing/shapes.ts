/**
 * What a picture is made of: plain shapes in pixels, each with the name of its style. Painters turn them into a canvas or into SVG, and know nothing of runs.
 *
 * Keeps true: states are told apart by fill, hatch, thickness and mark, not by colour alone.
 */

/** The colours of a picture: the tokens of src/styles/tokens.css by their names. */
export const COLOURS = [
  'paper',
  'tint',
  'line-tint',
  'rule',
  'ink',
  'soft',
  'faint',
  'accent',
  'accent-strong',
  'on-accent',
  'selection',
  'good',
  'bad',
  'warn',
  'code-string',
] as const;

export type Colour = (typeof COLOURS)[number];

/** What each colour is in the theme of the moment, in CSS. */
export type Palette = Readonly<Record<Colour, string>>;

export interface Style {
  readonly fill?: Colour;
  /** Slanting lines over the fill, this far apart, in pixels. */
  readonly hatch?: { readonly colour: Colour; readonly gap: number; readonly width: number };
  readonly stroke?: Colour;
  /** Of the stroke, in pixels. */
  readonly width?: number;
  readonly dash?: readonly [on: number, off: number];
  /** 0 to 1. */
  readonly opacity?: number;
  /** Of a text; its size in pixels. */
  readonly font?: 'sans' | 'mono';
  readonly size?: number;
  readonly bold?: boolean;
}

/** Every style that a shape may have. */
export const STYLES = {
  // The ground, and what stands on it.
  ground: { fill: 'paper' },
  chosen: { fill: 'tint' },
  jump: { fill: 'tint' },
  'jump-edge': { stroke: 'rule', width: 1 },
  blocked: { hatch: { colour: 'warn', gap: 10, width: 1 }, opacity: 0.7 },
  'row-rule': { stroke: 'line-tint', width: 1 },
  turn: { stroke: 'rule', width: 1, dash: [1, 3] },

  // The axis.
  instant: { stroke: 'soft', width: 2 },
  passing: { stroke: 'faint', width: 1.5, dash: [2, 3] },
  'break-mark': { fill: 'paper', stroke: 'soft', width: 1.5 },
  time: { fill: 'ink', font: 'sans', size: 12, bold: true },
  passed: { fill: 'soft', font: 'sans', size: 11 },

  'passing-words': { fill: 'soft', font: 'sans', size: 11 },

  // States.
  running: { fill: 'accent' },
  blocking: { fill: 'warn', hatch: { colour: 'paper', gap: 6, width: 1.5 } },
  ready: { fill: 'paper', stroke: 'accent', width: 1, hatch: { colour: 'accent', gap: 5, width: 1.25 } },
  waiting: { stroke: 'faint', width: 1.5 },
  'waiting-many': { fill: 'line-tint', stroke: 'faint', width: 1 },
  thread: { fill: 'paper', stroke: 'accent', width: 1.5 },
  cancelling: { stroke: 'bad', width: 2, dash: [3, 2] },
  program: { fill: 'soft' },

  // Marks.
  made: { stroke: 'faint', width: 1 },
  'made-end': { fill: 'faint' },
  done: { fill: 'good' },
  failed: { fill: 'bad' },
  cancelled: { fill: 'paper', stroke: 'bad', width: 1.75 },
  'on-mark': { stroke: 'paper', width: 1.6 },
  'on-cancelled': { stroke: 'bad', width: 1.75 },
  print: { stroke: 'on-accent', width: 1.75 },
  'print-thread': { stroke: 'accent', width: 1.75 },
  ring: { fill: 'paper', stroke: 'soft', width: 1.25 },
  timer: { fill: 'paper', stroke: 'accent', width: 1.5 },
  'timer-hand': { stroke: 'accent', width: 1.5 },
  trouble: { fill: 'warn' },

  // Words.
  label: { fill: 'soft', font: 'sans', size: 11 },
  'label-blocking': { fill: 'warn', font: 'sans', size: 11 },
  'label-failed': { fill: 'bad', font: 'mono', size: 11 },
  output: { fill: 'code-string', font: 'mono', size: 11 },
  result: { fill: 'soft', font: 'mono', size: 11 },
  name: { fill: 'ink', font: 'sans', size: 13, bold: true },
  'name-soft': { fill: 'soft', font: 'sans', size: 12 },
  title: { fill: 'ink', font: 'sans', size: 16, bold: true },
  branch: { stroke: 'rule', width: 1 },

  // The present step.
  later: { fill: 'paper', opacity: 0.35 },
  now: { fill: 'accent', opacity: 0.14 },
  'now-line': { stroke: 'accent-strong', width: 2 },
  'wake-ground': { stroke: 'paper', width: 4.5 },
  wake: { stroke: 'accent-strong', width: 1.75 },
  'wake-head': { fill: 'accent-strong', stroke: 'paper', width: 1 },
} as const satisfies Readonly<Record<string, Style>>;

export type StyleName = keyof typeof STYLES;

/** Points are x, y, x, y …, all in pixels from the upper left corner. */
export type Shape =
  | {
      readonly shape: 'rect';
      readonly style: StyleName;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly shape: 'dot'; readonly style: StyleName; readonly x: number; readonly y: number; readonly radius: number }
  | { readonly shape: 'line'; readonly style: StyleName; readonly points: readonly number[]; readonly closed?: boolean }
  /** A cubic curve: from, two controls, to. */
  | { readonly shape: 'curve'; readonly style: StyleName; readonly points: readonly number[] }
  | {
      readonly shape: 'text';
      readonly style: StyleName;
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      readonly anchor?: 'middle' | 'end';
    };

/** A style with every field that it may have. */
export const styleOf = (name: StyleName): Style => STYLES[name];
