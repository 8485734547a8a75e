/** The picture as data: which shapes stand for what happens, where, and how many there are at most. */
import { beforeAll, describe, expect, test } from 'vitest';
import { axisOf } from '../../../../src/components/timeline/drawing/axis.ts';
import { HEADER } from '../../../../src/components/timeline/drawing/frame.ts';
import { legend } from '../../../../src/components/timeline/drawing/legend.ts';
import { placesOf, rowsOf } from '../../../../src/components/timeline/drawing/rows.ts';
import { styleOf } from '../../../../src/components/timeline/drawing/shapes.ts';
import type { Playback } from '../../../../src/playback/index.ts';
import { BLOCKING, CANCELLED, drawn, frameOf, many, ofStyle, played, textsOf, TWO } from './drawn.ts';

let two: Playback;
beforeAll(async () => {
  two = await played(TWO);
});

/** The place of the row of a task, and the middle of what is drawn in it. */
function rowOf(playback: Playback, name: string): { readonly place: number; readonly top: number; readonly end: number } {
  const frame = frameOf(playback);
  const place = frame.places.get(playback.lanes.findIndex((lane) => lane.name === name)) ?? NaN;
  const top = HEADER + place * frame.rowHeight;
  return { place, top, end: top + frame.rowHeight };
}

const within = ({ top, end }: { readonly top: number; readonly end: number }, y: number): boolean => y >= top && y < end;
const stepOf = (playback: Playback, kind: string, lane: string): number =>
  playback.steps.findIndex((step) => step.kind === kind && playback.lanes[step.lane ?? -1]?.name === lane);

describe('states', () => {
  test('a task runs from the column of its start to that of its suspension, and nobody else meanwhile', () => {
    const axis = axisOf(two);
    const bars = ofStyle(drawn(two), 'running', 'rect');
    const row = rowOf(two, 'Task-2');
    const own = bars.filter(({ y }) => within(row, y));
    const columns = (['start', 'suspend', 'resume', 'done'] as const).map((kind) => 20 * axis.left(stepOf(two, kind, 'Task-2')));
    expect(own.map(({ x, width }) => [x, x + width])).toEqual([
      [columns[0], columns[1]].map((x) => Math.round(x ?? 0)),
      [columns[2], columns[3]].map((x) => Math.round(x ?? 0)),
    ]);
    const sorted = [...bars].sort((a, b) => a.x - b.x);
    sorted.slice(1).forEach(({ x }, index) => {
      const before = sorted[index];
      expect(x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0));
    });
  });

  test('a task that is ready is hatched, and one that waits is a thin line with what it waits for', () => {
    const shapes = drawn(two);
    const row = rowOf(two, 'Task-2');
    expect(ofStyle(shapes, 'ready', 'rect').filter(({ y }) => within(row, y))).toHaveLength(2);
    expect(styleOf('ready').hatch).toBeDefined();
    expect(textsOf(shapes, 'label')).toEqual(['waits for gather', 'sleeps until 1 s', 'sleeps until 1 s']);
  });

  test('what a task waits for is said shorter, then not at all, where there is less room', async () => {
    const playback = await played('async function main() { await sleep(1); await sleep(2); }');
    expect(textsOf(drawn(playback, { zoom: 20 }), 'label')).toEqual(['sleeps until 1 s', 'sleeps until 3 s']);
    expect(textsOf(drawn(playback, { zoom: 12 }), 'label')).toEqual(['until 1 s', 'until 3 s']);
    expect(textsOf(drawn(playback, { zoom: 5 }), 'label')).toEqual([]);
  });

  test('what a task waits for stays in sight when its beginning is scrolled out', () => {
    const frame = frameOf(two);
    const at = 20 * axisOf(two).left(stepOf(two, 'suspend', 'Task-1')) + 100;
    const [label] = ofStyle(drawn(two, { x: at, width: 300 }), 'label', 'text');
    expect(label).toMatchObject({ text: 'waits for gather' });
    expect(label?.x).toBeGreaterThanOrEqual(0);
    expect(label?.x).toBeLessThan(frame.width);
  });

  test('a blocking call is drawn on its lane, and down through the rows of all others', async () => {
    const playback = await played(BLOCKING);
    const frame = frameOf(playback);
    const shapes = drawn(playback);
    const blocking = ofStyle(shapes, 'blocking', 'rect');
    const blocked = ofStyle(shapes, 'blocked', 'rect');
    expect(blocking.map(({ y }) => ['Task-2', 'Task-3'].find((name) => within(rowOf(playback, name), y)))).toEqual([
      'Task-2',
      'Task-3',
    ]);
    expect(blocked.map(({ y, height }) => y + height)).toEqual([frame.height, frame.height]);
    blocked.forEach(({ x, width }, index) => {
      expect(blocking[index]?.x).toBeCloseTo(x, -1);
      expect(blocking[index]?.width).toBeCloseTo(width, -1);
    });
    expect(textsOf(shapes, 'label-blocking')).toEqual(['blocks 2 s', 'blocks 2 s']);
    expect(textsOf(shapes)).toContain('else runs');
  });

  test('a task that is being cancelled has a dashed line below whatever it does, until it is over', async () => {
    const playback = await played(CANCELLED);
    const row = rowOf(playback, 'Task-2');
    const axis = axisOf(playback);
    const dashed = ofStyle(drawn(playback), 'cancelling', 'line').filter(({ points }) => within(row, points[1] ?? 0));
    expect(styleOf('cancelling').dash).toBeDefined();
    const [from, to] = [
      Math.min(...dashed.map(({ points }) => points[0] ?? 0)),
      Math.max(...dashed.map(({ points }) => points[2] ?? 0)),
    ];
    expect(from).toBeCloseTo(20 * axis.left(stepOf(playback, 'cancel', 'Task-2')), -1);
    expect(to).toBeCloseTo(20 * axis.left(stepOf(playback, 'done', 'Task-2')), -1);
  });

  test('how a task ended is a mark of its own form, with its result or its error', async () => {
    const playback = await played(CANCELLED);
    const shapes = drawn(playback);
    const on = (style: 'done' | 'failed' | 'cancelled'): (string | undefined)[] =>
      ofStyle(shapes, style, 'dot').map(({ y }) =>
        ['Task-1', 'Task-2', 'Task-3'].find((name) => within(rowOf(playback, name), y)),
      );
    expect(on('cancelled')).toEqual(['Task-2']);
    expect(on('failed')).toEqual(['Task-3']);
    expect(on('done')).toContain('Task-1');
    expect(textsOf(shapes, 'label-failed')).toEqual(["Error('it broke')"]);
  });

  test('no two states look alike without their colours', () => {
    const colourless = legend().map(({ key, shapes }) => {
      const forms = shapes.map((shape) => {
        const { fill, hatch, stroke, width, dash } = styleOf(shape.style);
        const style = {
          full: fill !== undefined && fill !== 'paper',
          gap: hatch?.gap,
          over: hatch?.colour === 'paper',
          stroke: stroke !== undefined,
          width,
          dash,
        };
        return JSON.stringify([{ ...shape, style: '' }, style]);
      });
      return [key, forms.join()] as const;
    });
    expect(new Set(colourless.map(([, forms]) => forms)).size).toBe(colourless.length);
  });
});

describe('what single steps leave', () => {
  test('printed lines are marks on the lane that printed them, with their text below where there is room', () => {
    const shapes = drawn(two);
    expect(ofStyle(shapes, 'print', 'line')).toHaveLength(4);
    expect(textsOf(shapes, 'output').sort()).toEqual(['A', 'A again', 'B', 'B again']);
    const row = rowOf(two, 'Task-3');
    expect(
      ofStyle(shapes, 'output', 'text')
        .filter(({ y }) => within(row, y))
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['B', 'B again']);
  });

  test('a line leads from who makes a task to the task, in the column in which it is made', () => {
    const axis = axisOf(two);
    const lines = ofStyle(drawn(two), 'made', 'line');
    const [parent, child] = [rowOf(two, 'Task-1'), rowOf(two, 'Task-3')];
    const line = lines.find(({ points }) => within(child, points[3] ?? 0));
    expect(line?.points[0]).toBeCloseTo(20 * axis.left(stepOf(two, 'create', 'Task-3')), -1);
    expect(within(parent, line?.points[1] ?? 0)).toBe(true);
  });

  test('the times of the clock stand along the top, and its jumps between them', () => {
    const shapes = drawn(two);
    expect(textsOf(shapes, 'time')).toEqual(['0 s', '1 s']);
    expect(textsOf(shapes, 'passed')).toEqual(['+1 s']);
  });
});

describe('the present step', () => {
  test('has a line across, and everything after it is paler', () => {
    const step = stepOf(two, 'resume', 'Task-2');
    const frame = frameOf(two);
    const end = 20 * axisOf(two).right(step);
    const shapes = drawn(two, { step });
    expect(ofStyle(shapes, 'now-line', 'line')[0]?.points).toEqual([end, HEADER - 8, end, frame.height]);
    expect(ofStyle(shapes, 'later', 'rect')).toMatchObject([{ x: end, y: HEADER, width: frame.width - end }]);
    expect(ofStyle(drawn(two), 'later', 'rect')).toEqual([]);
  });

  test('moves through a wait while it is played', () => {
    const step = stepOf(two, 'suspend', 'Task-3');
    const axis = axisOf(two);
    const at = (clock: number): number => (ofStyle(drawn(two, { step, clock }), 'now-line', 'line')[0]?.points[0] ?? 0) / 20;
    expect(at(0)).toBeCloseTo(axis.right(step), 6);
    expect(at(0.5)).toBeCloseTo((axis.right(step) + axis.left(step + 1)) / 2, 6);
  });

  test('has an arrow from the timer that woke the task, and from a task to who waits for it', async () => {
    const step = stepOf(two, 'resume', 'Task-2');
    const [arrow] = ofStyle(drawn(two, { step }), 'wake', 'curve');
    expect(arrow?.points[0]).toBeCloseTo(20 * (axisOf(two).left(two.steps.findIndex(({ kind }) => kind === 'timer')) + 0.5), 6);
    expect(within(rowOf(two, 'Task-2'), arrow?.points[7] ?? 0)).toBe(true);

    const waits = await played(
      'async function child() { await sleep(1); }\nasync function main() { await createTask(child()); }',
    );
    const done = ofStyle(drawn(waits, { step: stepOf(waits, 'done', 'Task-2') }), 'wake', 'curve');
    expect(done.some(({ points }) => within(rowOf(waits, 'Task-1'), points[7] ?? 0))).toBe(true);
  });
});

describe('a large run', () => {
  let large: Playback;
  beforeAll(async () => {
    large = await played(many(1000));
  });

  test('folded, is a few rows that tell how many are in each state', () => {
    const shapes = drawn(large, { width: 1000, zoom: 1000 / axisOf(large).width });
    for (const style of ['waiting-many', 'ready'] as const) expect(ofStyle(shapes, style, 'line')).not.toEqual([]);
    expect(shapes.length).toBeLessThan(800);
  });

  test('unfolded, costs what is in sight', () => {
    const rows = rowsOf(large, new Set(['group 1']));
    expect(rows.length).toBeGreaterThan(1000);
    const shapes = drawn(large, { rows, places: placesOf(rows), width: 1000, height: 600, y: 9000, x: 2000 });
    expect(shapes.length).toBeLessThan(1500);
    expect(shapes.length).toBeGreaterThan(20);
  });

  test('as a whole in a window, has no more shapes on a lane than the window has pixels', async () => {
    const busy = await played('async function main() { for (let n = 0; n < 3000; n += 1) await sleep(0); }');
    const shapes = drawn(busy, { zoom: 200 / axisOf(busy).width, width: 200 });
    const bars = [...ofStyle(shapes, 'running', 'rect'), ...ofStyle(shapes, 'ready', 'rect')];
    expect(bars.length).toBeGreaterThan(100);
    expect(bars.length).toBeLessThanOrEqual(201); // the last pixel may begin within the window and end outside
  });
});
