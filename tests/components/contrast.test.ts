/** The palette: text keeps 4.5 : 1 on whatever it stands on, in light and in dark. */
import { expect, test } from 'vitest';
import { contrast, palette } from './palette.ts';

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
