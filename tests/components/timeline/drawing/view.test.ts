/** How a reader looks at a run: zoom, place, what is folded. */
import { beforeAll, describe, expect, test } from 'vitest';
import { axisOf } from '../../../../src/components/timeline/drawing/axis.ts';
import { tallyOf } from '../../../../src/components/timeline/drawing/tally.ts';
import { createLanesView } from '../../../../src/components/timeline/drawing/view.ts';
import type { Playback } from '../../../../src/playback/index.ts';
import { many, played, TWO } from './drawn.ts';

let two: Playback;
let large: Playback;
beforeAll(async () => {
  two = await played(TWO);
  large = await played(many(200));
});

describe('the zoom', () => {
  test('shows a small run as a whole, and of a large one as much as can be read', () => {
    const small = createLanesView(two);
    small.open(1000);
    expect(small.axis.width * small.zoom.value).toBeCloseTo(1000, 6);
    const big = createLanesView(large);
    big.open(1000);
    expect(big.zoom.value).toBe(12);
    big.fit(1000);
    expect(big.axis.width * big.zoom.value).toBeCloseTo(1000, 6);
  });

  test('keeps what is under the pointer there', () => {
    const view = createLanesView(large);
    view.open(1000);
    view.x.value = 500;
    const units = (500 + 300) / view.zoom.value;
    view.zoomBy(2, 300, 1000);
    expect(view.zoom.value).toBe(24);
    expect((view.x.value + 300) / view.zoom.value).toBeCloseTo(units, 6);
  });

  test('has ends: the whole run, and a column that is wide enough', () => {
    const view = createLanesView(large);
    view.open(1000);
    view.zoomBy(1e-9, 0, 1000);
    expect(view.axis.width * view.zoom.value).toBeCloseTo(1000, 6);
    expect(view.x.value).toBe(0);
    view.zoomBy(1e9, 0, 1000);
    expect(view.zoom.value).toBe(90);
  });

  test('is shared by two runs beside each other, and their place along the axis', () => {
    const [left, right] = [axisOf(two, large), axisOf(large, two)];
    const one = createLanesView(two, left);
    const other = createLanesView(large, right, one);
    one.open(800);
    one.x.value = 40;
    expect([other.zoom.value, other.x.value]).toEqual([one.zoom.value, 40]);
    other.y.value = 100;
    expect(one.y.value).toBe(0);
  });
});

describe('following the position', () => {
  test('scrolls to a step that is out of sight, and not to one that is in sight', () => {
    const view = createLanesView(large);
    view.open(600);
    view.follow(3, 600, 400);
    expect([view.x.value, view.y.value]).toEqual([0, 0]);
    const last = large.steps.length - 1;
    view.follow(last, 600, 400);
    const end = view.axis.right(last) * view.zoom.value;
    expect(end).toBeGreaterThan(view.x.value);
    expect(end).toBeLessThanOrEqual(view.x.value + 600);
    const at = view.x.value;
    view.follow(last - 2, 600, 400);
    expect(view.x.value).toBe(at);
    view.follow(0, 600, 400);
    expect(view.x.value).toBe(0);
  });

  test('scrolls to the row of the step', () => {
    const view = createLanesView(large);
    view.toggle('group 1');
    view.open(600);
    const step = large.steps.findIndex(({ kind, lane }) => kind === 'start' && lane === 150);
    view.follow(step, 600, 400);
    const top = (view.places.value.get(150) ?? 0) * view.rowHeight.value;
    expect(top).toBeGreaterThanOrEqual(view.y.value);
    expect(top + view.rowHeight.value).toBeLessThanOrEqual(view.y.value + 400 - 38);
  });
});

test('a row is unfolded and folded again, and lanes are found where they are seen', () => {
  const view = createLanesView(large);
  const before = view.rows.value.length;
  expect(view.places.value.get(150)).toBe(2);
  view.toggle('group 1');
  expect(view.rows.value.length).toBe(before + 200);
  expect(view.places.value.get(150)).toBeGreaterThan(100);
  view.toggle('group 1');
  expect(view.rows.value.length).toBe(before);
});

test('a folded row counts each of its lanes once in each step, from the step in which it was made', () => {
  const lanes = large.lanes.flatMap(({ coroutine }, lane) => (coroutine === 'ask' ? [lane] : []));
  const { counts, first, most } = tallyOf(large, lanes);
  expect(most).toBe(200);
  large.steps.forEach((_, step) => {
    const expected: Record<string, number> = {};
    for (const lane of lanes) {
      const state = large.lanes[lane]?.spans.findLast(({ from }) => from <= step)?.state;
      if (state !== undefined) expected[state] = (expected[state] ?? 0) + 1;
    }
    const counted = Object.entries(counts).flatMap(([state, each]) => ((each[step] ?? 0) > 0 ? [[state, each[step]]] : []));
    expect(Object.fromEntries(counted), `step ${step}`).toEqual(expected);
    if (step < first) expect(counted).toEqual([]);
  });
});
