/** The palette: text keeps 4.5 : 1 on whatever it stands on, in light and in dark. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const palette = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const code = [...palette.keys()].filter((name) => name.startsWith('code-'));
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'soft', 'faint', 'accent', 'accent-strong', 'good', 'bad', 'warn'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'tint'] as const,
  ]),
  ...code.flatMap((text) => ['paper', 'tint', 'line-tint'].map((ground) => [text, ground] as const)),
  // In the difference, comments are drawn in the soft ink.
  ...[...code.filter((name) => name !== 'code-comment'), 'soft'].flatMap((text) =>
    ['added', 'added-line', 'removed', 'removed-line'].map((ground) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
];

test('there is a palette', () => {
  expect(palette.size).toBeGreaterThan(20);
});

test.each(pairs)('%s on %s can be read', (text, ground) => {
  for (const scheme of ['light', 'dark'] as const) {
    const [above, below] = [palette.get(text)?.[scheme], palette.get(ground)?.[scheme]];
    if (above === undefined || below === undefined) throw new Error(`the palette has no ${above === undefined ? text : ground}`);
    expect(contrast(above, below), scheme).toBeGreaterThanOrEqual(4.5);
  }
});
