/** Which rows the step table lists, and which part of them is there. */
import { expect, test } from 'vitest';
import { rowsOf, windowOf } from '../../../src/components/timeline/step-rows.ts';
import { playbackOf } from '../../../src/playback/index.ts';
import { recordOf } from '../../record/record-of.ts';

const PROGRAM = `import { gather, run, sleep } from 'asyncio';
import { print } from 'test';
async function count() { print('One'); await sleep(1); print('Two'); }
async function main() { await gather(count(), count()); }
run(main());`;

test('all steps, the printed lines, or the steps about one task', async () => {
  const playback = playbackOf(await recordOf(PROGRAM));
  const kinds = (rows: readonly number[]): unknown[] => rows.map((row) => playback.steps[row]?.kind);
  expect(rowsOf(playback, 'all')).toHaveLength(playback.steps.length);
  expect(kinds(rowsOf(playback, 'prints'))).toEqual(['print', 'print', 'print', 'print']);
  expect(kinds(rowsOf(playback, 1))).toEqual(['create', 'start', 'print', 'suspend', 'resume', 'print', 'done']);
});

test('the position is in the middle of the rows that are there, as far as the ends allow', () => {
  const rows = Array.from({ length: 100 }, (_, row) => row);
  expect(windowOf(rows, 50, 9)).toEqual({ at: 50, from: 46, to: 55 });
  expect(windowOf(rows, 0, 9)).toEqual({ at: 0, from: 0, to: 9 });
  expect(windowOf(rows, 99, 9)).toEqual({ at: 99, from: 91, to: 100 });
});

test('between two rows it is at the one before; before the first one it is at none', () => {
  expect(windowOf([10, 20, 30], 25, 9)).toEqual({ at: 1, from: 0, to: 3 });
  expect(windowOf([10, 20, 30], 9, 9).at).toBe(-1);
  expect(windowOf([], 9, 9)).toEqual({ at: -1, from: 0, to: 0 });
});
