/** Which rows a picture has: the tree of tasks, and what is folded in it. */
import { describe, expect, test } from 'vitest';
import { placesOf, rowsOf, type Row } from '../../../../src/components/timeline/drawing/rows.ts';
import type { Playback } from '../../../../src/playback/index.ts';
import { many, played } from './drawn.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Rows in short: depth, and what each is. */
const told = (rows: readonly Row[], { lanes }: Playback): string[] =>
  rows.map((row) => {
    const what =
      row.kind === 'lane'
        ? (lanes[row.lane]?.name ?? '?')
        : row.kind === 'group'
          ? `${row.coroutine}×${row.members.length}`
          : 'loop';
    return `${'  '.repeat(row.depth)}${what}`;
  });

const TREE = `
async function leaf() {}
async function branch(name) {
  createTask(leaf(), { name: name + '.1' });
  await createTask(leaf(), { name: name + '.2' });
}
async function main() {
  const [a, b] = [createTask(branch('a'), { name: 'a' }), createTask(branch('b'), { name: 'b' })];
  await a;
  await b;
}`;

test('each task stands below the one that made it, and the runtime’s own are folded at the end', async () => {
  const playback = await played(TREE);
  expect(told(rowsOf(playback, NOTHING), playback)).toEqual([
    'loop',
    'Task-1',
    '  a',
    '    a.1',
    '    a.2',
    '  b',
    '    b.1',
    '    b.2',
    '×2',
  ]);
  expect(told(rowsOf(playback, new Set(['internal'])), playback).slice(-2)).toEqual(['  Task-2', '  Task-3']);
});

describe('many siblings of one coroutine', () => {
  test('have a row each as long as they are few', async () => {
    const playback = await played(many(9));
    expect(rowsOf(playback, NOTHING).filter(({ kind }) => kind === 'lane')).toHaveLength(10);
  });

  test('are one row until it is unfolded', async () => {
    const playback = await played(many(40));
    const folded = rowsOf(playback, NOTHING);
    expect(told(folded, playback)).toEqual(['loop', 'Task-1', '  ask×40', '×2']);
    const key = folded[2]?.key ?? '';
    const rows = rowsOf(playback, new Set([key]));
    expect(rows).toHaveLength(44);
    expect(rows[2]).toMatchObject({ kind: 'group', folded: false });
    expect(rows[3]).toMatchObject({ kind: 'lane', depth: 2, isMember: true });
  });

  test('keep those of other coroutines beside them apart', async () => {
    const playback = await played(`
async function ask() {}
async function other() {}
async function main() {
  await gather(ask(), other(), ...Array.from({ length: 20 }, () => ask()));
}`);
    expect(told(rowsOf(playback, NOTHING), playback)).toEqual(['loop', 'Task-1', '  ask×21', '  Task-3', '×2']);
  });
});

describe('where a lane is seen', () => {
  test('is one row for each lane, its own or the one that it is folded into', async () => {
    const playback = await played(`
async function leaf() {}
async function ask() {
  await createTask(leaf());
}
async function main() {
  await gather(...Array.from({ length: 20 }, () => ask()));
}`);
    for (const unfolded of [NOTHING, new Set(['internal'])]) {
      const rows = rowsOf(playback, unfolded);
      const places = placesOf(rows);
      expect(places.size).toBe(playback.lanes.length);
      playback.lanes.forEach(({ coroutine }, lane) => {
        const row = rows[places.get(lane) ?? -1];
        if (coroutine === 'leaf') expect(row).toMatchObject({ kind: 'group', coroutine: 'ask' });
      });
    }
  });

  test('is found also where each task is made by the one before, thousands deep', () => {
    const spans = [{ from: 0, to: 0, state: 'ready', cancelling: false }] as const;
    const lanes = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ kind: 'task', name: `Task-${index + 1}`, coroutine: `f${index}`, internal: false, spans },
      ...(index === 0 ? {} : { parent: index - 1 }),
    })) as unknown as Playback['lanes'];
    const rows = rowsOf({ lanes } as Playback, NOTHING);
    expect(rows).toHaveLength(20_001);
    expect(rows.at(-1)?.depth).toBe(19_999);
  });
});
