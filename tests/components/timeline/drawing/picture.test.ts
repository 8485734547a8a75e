/** The picture of a whole run, as it is saved: title, names, legend, and bounds that hold. */
import { describe, expect, test } from 'vitest';
import { axisOf } from '../../../../src/components/timeline/drawing/axis.ts';
import { rowHeightOf } from '../../../../src/components/timeline/drawing/frame.ts';
import { legend } from '../../../../src/components/timeline/drawing/legend.ts';
import { type Bounds, type Picture, pictureOf } from '../../../../src/components/timeline/drawing/picture.ts';
import { rowsOf } from '../../../../src/components/timeline/drawing/rows.ts';
import { findingsOf } from '../../../../src/components/timeline/drawing/scene.ts';
import type { Shape } from '../../../../src/components/timeline/drawing/shapes.ts';
import { svgOf } from '../../../../src/components/timeline/drawing/svg.ts';
import type { Playback } from '../../../../src/playback/index.ts';
import { many, NAMED, played, textsOf, TWO } from './drawn.ts';

const ROOMY: Bounds = { width: 16_000, height: 8_000 };

function pictured(playback: Playback, bounds = ROOMY, unfolded: readonly string[] = [], title = 'two.ts'): Picture {
  const rows = rowsOf(playback, new Set(unfolded));
  const made = { playback, axis: axisOf(playback), rows, rowHeight: rowHeightOf(rows), findings: findingsOf(playback), title };
  return pictureOf(made, bounds);
}

/** The corner to which a shape reaches; of a text, where it is set. */
function reach(shape: Shape): readonly [x: number, y: number] {
  if ('points' in shape) {
    const at = (odd: number): number => Math.max(...shape.points.filter((_, index) => index % 2 === odd));
    return [at(0), at(1)];
  }
  if (shape.shape === 'rect') return [shape.x + shape.width, shape.y + shape.height];
  return shape.shape === 'dot' ? [shape.x + shape.radius, shape.y + shape.radius] : [shape.x, shape.y];
}

describe('a small run', () => {
  test('is there as a whole, with its title, the names of its tasks and a legend', async () => {
    const { shapes, left } = pictured(await played(TWO));
    const texts = textsOf(shapes);
    for (const text of ['two.ts', 'event loop', 'main', 'count', 'Task-2', 'Task-3', '0 s', '1 s', 'A again'])
      expect(texts).toContain(text);
    for (const { words } of legend()) expect(texts).toContain(words);
    expect(left).toEqual([]);
  });

  test('has nothing outside of its size, and nothing of a present step', async () => {
    const { shapes, width, height } = pictured(await played(TWO));
    for (const shape of shapes) {
      const [x, y] = reach(shape);
      expect(x).toBeLessThanOrEqual(width + 1);
      expect(y).toBeLessThanOrEqual(height + 1);
    }
    expect(shapes.filter(({ style }) => style === 'later' || style === 'now')).toEqual([]);
  });
});

describe('a huge run', () => {
  test('keeps within its bounds, and says what is left out', async () => {
    const playback = await played(many(1000));
    const bounds = { width: 3000, height: 2000 };
    const { shapes, width, height, left } = pictured(playback, bounds, ['group 1']);
    expect(width).toBeLessThanOrEqual(bounds.width);
    expect(height).toBeLessThanOrEqual(bounds.height);
    expect(left).toHaveLength(2);
    expect(left[0]).toMatch(/^Cut: [\d,]+ of [\d,]+ steps are shown\.$/);
    expect(left[1]).toMatch(/^Cut: \d+ of 1,00\d rows are shown\.$/);
    expect(textsOf(shapes)).toEqual(expect.arrayContaining([...left]));
  });

  test('makes a file of at most a few megabytes', async () => {
    const { shapes, width, height } = pictured(await played(many(1000)), ROOMY, ['group 1']);
    expect(svgOf(shapes, width, height, NAMED, '').length).toBeLessThan(5_000_000);
  });

  test('has narrower columns before anything is cut', async () => {
    const playback = await played(many(12));
    const { width, left } = pictured(playback, { width: 1200, height: 2000 });
    expect(width).toBeLessThanOrEqual(1200);
    expect(left).toEqual([]);
  });
});

test('a title is bounded', async () => {
  const { shapes } = pictured(await played(TWO), ROOMY, [], 'x'.repeat(10_000));
  expect(Math.max(...textsOf(shapes).map(({ length }) => length))).toBeLessThan(200);
});
