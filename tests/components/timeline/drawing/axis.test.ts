/** Where steps stand along the axis: columns side by side, gaps for time that passes, and two runs on one axis. */
import { beforeAll, describe, expect, test } from 'vitest';
import { axisOf } from '../../../../src/components/timeline/drawing/axis.ts';
import type { Playback } from '../../../../src/playback/index.ts';
import { BLOCKING, played, TWO } from './drawn.ts';

const sleeps = (...seconds: readonly number[]): Promise<Playback> =>
  played(`async function main() {\n${seconds.map((each) => `await sleep(${each});`).join('\n')}\n}`);

let two: Playback;
beforeAll(async () => {
  two = await played(TWO);
});

describe('a run by itself', () => {
  test('has its steps in order, each in a column that begins where the one before ends, but for time that passes', () => {
    const axis = axisOf(two);
    two.steps.slice(1).forEach((step, index) => {
      const passes = step.t > (two.steps[index]?.t ?? 0);
      const [end, begin] = [axis.right(index), axis.left(index + 1)];
      if (passes) expect(begin).toBeGreaterThan(end + 2);
      else expect(begin).toBeCloseTo(end, 9);
    });
  });

  test('has an instant for each virtual time, and between them a stretch in which the clock jumps', () => {
    const { instants, stretches } = axisOf(two);
    expect(instants.map(({ t }) => t)).toEqual([0, 1]);
    expect(stretches).toMatchObject([{ kind: 'jump', seconds: 1, from: instants[0]?.to, to: instants[1]?.from }]);
    expect(two.steps[stretches[0]?.step ?? 0]?.kind).toBe('turn');
  });

  test('shows longer waits as wider gaps, though not in proportion, and the longest of them bounded', async () => {
    const widths = axisOf(await sleeps(1, 2, 1000, 1e9)).stretches.map(({ from, to }) => to - from);
    const [one = 0, other = 0, long = 0, longest = 0] = widths;
    expect(other).toBeGreaterThan(one);
    expect(other).toBeLessThan(2 * one);
    expect(long).toBeGreaterThan(other);
    expect(longest).toBeGreaterThan(long);
    expect(longest).toBeLessThan(20);
  });

  test('shows a blocking call as what it is, with the lane that blocks', async () => {
    const playback = await played(BLOCKING);
    const stretches = axisOf(playback).stretches.filter(({ kind }) => kind === 'block');
    expect(stretches.map(({ seconds, lane }) => [seconds, playback.lanes[lane ?? -1]?.name])).toEqual([
      [2, 'Task-2'],
      [2, 'Task-3'],
    ]);
  });

  test('gives little room to the iterations in which the runtime closes the loop', () => {
    const axis = axisOf(two);
    const width = (kind: string, internal: boolean): number[] =>
      two.steps.flatMap((step, index) =>
        step.kind === kind && two.lanes[step.lane ?? -1]?.internal === internal ? [axis.right(index) - axis.left(index)] : [],
      );
    expect(Math.max(...width('start', true))).toBeLessThan(Math.min(...width('start', false)) / 2);
  });

  test('finds the step at a place, and the nearest one outside of the axis', () => {
    const axis = axisOf(two);
    two.steps.forEach((_, step) => {
      expect(axis.stepAt((axis.left(step) + axis.right(step)) / 2)).toBe(step);
      expect(axis.stepAt(axis.begin(step) + 1e-6)).toBe(step);
    });
    expect(axis.stepAt(-5)).toBe(0);
    expect(axis.stepAt(axis.width + 5)).toBe(two.steps.length - 1);
  });
});

describe('one axis for two runs', () => {
  /** Where each virtual time begins. */
  const beginnings = (one: Playback, other: Playback): Map<number, number> =>
    new Map(axisOf(one, other).instants.map(({ t, from }) => [t, from]));

  test('has equal virtual times at equal places, whatever happens at them', async () => {
    const other = await sleeps(0.5, 0.5, 2);
    const [left, right] = [beginnings(two, other), beginnings(other, two)];
    expect([...right.keys()]).toEqual([0, 0.5, 1, 3]);
    expect(left.get(0)).toBe(right.get(0));
    expect(left.get(1)).toBe(right.get(1));
    expect(axisOf(two, other).width).toBeCloseTo(axisOf(other, two).width, 9);
  });

  test('has room at each instant for the run that does more at it', async () => {
    const idle = await sleeps(1);
    const [shared, own] = [axisOf(idle, two), axisOf(two)];
    const widths = (axis: typeof own): number[] => axis.instants.map(({ from, to }) => to - from);
    expect(widths(shared)[0]).toBeCloseTo(widths(own)[0] ?? 0, 9);
  });

  test('lets a gap span what the other run does meanwhile', async () => {
    const [long, short] = [await sleeps(2), await sleeps(1, 1)];
    const [{ from, to } = { from: 0, to: 0 }] = axisOf(long, short).stretches;
    const middle = axisOf(short, long).instants[1];
    expect(middle?.t).toBe(1);
    expect(from).toBeLessThan(middle?.from ?? 0);
    expect(to).toBeGreaterThan(middle?.to ?? 0);
  });

  test('takes times that differ in their last digits for one', async () => {
    const sum = await sleeps(0.1, 0.2);
    const [at] = [axisOf(sum).instants.at(-1)];
    const other = await sleeps(0.3);
    expect(axisOf(other, sum).instants.at(-1)?.from).toBe(axisOf(sum, other).instants.at(-1)?.from);
    expect(at?.t).toBeCloseTo(0.3, 9);
  });
});
