/** The colours of a picture: words keep 4.5 : 1 on whatever they stand on, marks 3 : 1, in light and in dark. */
import { expect, test } from 'vitest';
import {
  COLOURS,
  type Colour,
  STYLES,
  type Style,
  styleOf,
  type StyleName,
} from '../../../../src/components/timeline/drawing/shapes.ts';
import { contrast, palette } from '../../palette.ts';

const SCHEMES = ['light', 'dark'] as const;
const names = Object.keys(STYLES) as StyleName[];

/** What comes of a colour that lets the ground through. */
function over(above: string, ground: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, other] = [above, ground].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((one ?? 0) * opacity + (other ?? 0) * (1 - opacity));
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function ratio(one: Colour, other: Colour, scheme: 'light' | 'dark', opacity = 1): number {
  const [above, below] = [palette.get(one)?.[scheme], palette.get(other)?.[scheme]];
  if (above === undefined || below === undefined) throw new Error(`the palette has no ${one} or ${other}`);
  return contrast(over(above, below, opacity), below);
}

test('every colour is one of the site', () => {
  for (const colour of COLOURS) expect(palette.has(colour), colour).toBe(true);
});

const words = names.filter((name) => 'font' in STYLES[name]);
test.each(words)('words of the style %s can be read', (name) => {
  const { fill }: Style = styleOf(name);
  for (const scheme of SCHEMES)
    for (const ground of ['paper', 'tint'] as const)
      expect(ratio(fill ?? 'ink', ground, scheme), `${ground}, ${scheme}`).toBeGreaterThanOrEqual(4.5);
});

test.each(words)('words of the style %s are paler and can still be read where they are yet to come', (name) => {
  const { fill }: Style = styleOf(name);
  const { opacity = 1 }: Style = styleOf('later');
  for (const scheme of SCHEMES) expect(ratio(fill ?? 'ink', 'paper', scheme, 1 - opacity), scheme).toBeGreaterThanOrEqual(3);
});

/** What tells something, by a colour of its own. */
const MARKS = [
  ...(['running', 'blocking', 'ready', 'waiting', 'waiting-many', 'thread', 'cancelling', 'program'] as const),
  ...(['made', 'made-end', 'done', 'failed', 'cancelled', 'ring', 'timer', 'timer-hand', 'trouble'] as const),
  ...(['instant', 'passing', 'break-mark', 'blocked', 'now-line', 'wake', 'wake-head', 'on-cancelled', 'print-thread'] as const),
] satisfies readonly StyleName[];
test.each(MARKS)('marks of the style %s can be seen', (name) => {
  const { fill, stroke, hatch, opacity }: Style = styleOf(name);
  const colours = [fill, stroke, hatch?.colour].filter((colour) => colour !== undefined);
  for (const scheme of SCHEMES)
    for (const ground of ['paper', 'tint'] as const) {
      const best = Math.max(...colours.map((colour) => ratio(colour, ground, scheme, opacity)));
      expect(best, `${ground}, ${scheme}`).toBeGreaterThanOrEqual(3);
    }
});

test.each([
  ['print', 'running'],
  ['print', 'program'],
  ['on-mark', 'done'],
  ['on-mark', 'failed'],
  ['blocking', 'blocking'],
] as const)('marks of the style %s can be seen on %s', (name, below) => {
  const { stroke, hatch }: Style = styleOf(name);
  const { fill }: Style = styleOf(below);
  for (const scheme of SCHEMES)
    expect(ratio(stroke ?? hatch?.colour ?? 'ink', fill ?? 'paper', scheme), scheme).toBeGreaterThanOrEqual(3);
});
