/** `npm run bench -- runtime`: measures the cells that it is asked for, each in a process of its own, and says what it measured. No test here judges speed. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { judge } from '../../tools/bench/goals.ts';
import { ROWS, type Row } from '../../tools/bench/rows.ts';
import { shown, table } from '../../tools/bench/table.ts';

const BENCH = fileURLToPath(new URL('../../tools/bench.ts', import.meta.url));
const bench = (...args: readonly string[]): Promise<{ readonly stdout: string }> =>
  promisify(execFile)(process.execPath, [BENCH, 'runtime', ...args]);

/** What of the JSON is looked at here. */
interface Report {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly { readonly id: string; readonly kind: string; readonly cells: Readonly<Record<string, AnyCell>> }[];
  readonly goals: readonly unknown[];
}
interface AnyCell {
  readonly n?: number;
  readonly value?: number;
  readonly rounds?: readonly number[];
  readonly why?: string;
}

function row(id: string): Row {
  const found = ROWS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

describe('a quick run', () => {
  test('gives a number for each cell that there is, and a reason for each that there is not', async () => {
    const { stdout } = await bench('--quick', '--json', '--rows', 'queue,bytes', '--columns', 'recording,promises');
    const { machine, versions, rows, goals } = JSON.parse(stdout) as Report;
    expect(machine).toContain(process.platform);
    expect(versions['Node']).toBe(process.versions.node);
    expect(goals).toEqual([]);
    expect(rows.map(({ id, kind, cells }) => [id, kind, Object.keys(cells)])).toEqual([
      ['queue', 'rate', ['recording', 'promises']],
      ['bytes', 'memory', ['recording', 'promises']],
    ]);
    const [queue, bytes] = rows.map(({ cells }) => cells);
    expect(queue?.['recording']?.n).toBeGreaterThanOrEqual(1000);
    expect(queue?.['recording']?.rounds).toHaveLength(2);
    expect(queue?.['promises']?.why).toContain('no queue');
    expect(bytes?.['promises']?.n).toBe(2000);
    expect(bytes?.['promises']?.value).toBeGreaterThan(50); // a suspended async function cannot be smaller
  });

  test('refuses what it does not know, and says what it knows', async () => {
    const refusal = bench('--rows', 'switches,leaps');
    await expect(refusal).rejects.toHaveProperty('code', 2);
    await expect(refusal).rejects.toThrow(/there is no row 'leaps'; there are switches, tasks, /);
  });
});

describe('goals', () => {
  const cell = (value: number): { n: number; value: number; rounds: number[] } => ({ n: 1, value, rounds: [] });
  const verdicts = (id: string, cells: Parameters<typeof judge>[1]): (boolean | undefined)[] =>
    judge(row(id), cells).map(({ met }) => met);

  test('a rate meets its goal from there on, a time and a size up to there', () => {
    expect(verdicts('switches', { ours: cell(10e6) })[0]).toBe(true);
    expect(verdicts('switches', { ours: cell(9.9e6) })[0]).toBe(false);
    expect(verdicts('million', { ours: cell(5.1) })[0]).toBe(false);
    expect(verdicts('bytes', { ours: cell(650) })[0]).toBe(true);
  });

  test('against CPython and with recording on, better is more of a rate and less of a time', () => {
    expect(verdicts('tasks', { ours: cell(5e6), asyncio: cell(1e6), recording: cell(1e6) })).toEqual([true, true, false]);
    expect(verdicts('gather', { ours: cell(1), asyncio: cell(4), recording: cell(3) })).toEqual([false, true]);
  });

  test('what was not measured is neither met nor not met', () => {
    expect(verdicts('tasks', { ours: { why: 'used up 4 GB' } })).toEqual([undefined, undefined, undefined]);
  });
});

test('numbers are told in the unit that suits them, in columns', () => {
  expect([shown('rate', 9.8e6), shown('rate', 98.2e6), shown('rate', 426_000)]).toEqual(['9.80 M/s', '98.2 M/s', '426 k/s']);
  expect([shown('time', 0.043), shown('time', 14.66), shown('memory', 650.4)]).toEqual(['43 ms', '14.7 s', '650 B']);
  expect(table(['', 'ours'], [['switches', '1']])).toBe('|          | ours |\n| -------- | ---: |\n| switches |    1 |');
});
