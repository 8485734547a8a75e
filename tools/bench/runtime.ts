/**
 * `npm run bench -- runtime`: our loop beside other ways to run many things at once, in one run: rates, times, bytes, and which of the project's goals are met.
 *
 * Keeps true: cells are measured one after the other, each in its own process; what stands in a cell is the best of its rounds.
 */
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { column, COLUMN_IDS, type ColumnId } from './columns.ts';
import { judge, type Cells, type Judged } from './goals.ts';
import type { Effort } from './measure.ts';
import { newestPython } from './python.ts';
import { runCell, type Cell } from './run-cell.ts';
import { ROWS, type Row } from './rows.ts';
import { Footnotes, shown, table } from './table.ts';

const FULL: Effort = { seconds: 0.5, rounds: 5, share: 1 };
/** To see that everything works, not to believe what it says. */
const QUICK: Effort = { seconds: 0.02, rounds: 2, share: 0.02 };

interface Report {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly effort: Effort;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly kind: string; readonly cells: Cells }[];
  /** Empty for a quick run. */
  readonly goals: readonly Judged[];
}

/** Measures and prints. @param args what follows the word `runtime` */
export async function benchRuntime(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rows: { type: 'string' },
      columns: { type: 'string' },
    },
  });
  const rowIds = chosen(
    'row',
    values.rows,
    ROWS.map(({ id }) => id),
  );
  const columns = chosen('column', values.columns, COLUMN_IDS);
  const effort = values.quick ? QUICK : FULL;
  const python = await newestPython();
  const rows: { row: Row; cells: Cells }[] = [];
  for (const row of ROWS.filter(({ id }) => rowIds.includes(id))) {
    const cells: Partial<Record<ColumnId, Cell>> = {};
    for (const id of columns) {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${row.title}: ${column(id).title}`);
      cells[id] = await runCell(id, row, effort, python);
    }
    rows.push({ row, cells });
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const report: Report = {
    machine: machine(),
    versions: versions(columns, python?.version),
    effort,
    rows: rows.map(({ row: { id, title, kind }, cells }) => ({ id, title, kind, cells })),
    goals: values.quick ? [] : rows.flatMap(({ row, cells }) => judge(row, cells)),
  };
  console.log(values.json ? JSON.stringify(report) : text(report, rows, columns));
}

function chosen<T extends string>(what: string, given: string | undefined, known: readonly T[]): readonly T[] {
  if (given === undefined) return known;
  const names = given.split(',');
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new TypeError(`there is no ${what} '${unknown}'; there are ${known.join(', ')}`);
  return known.filter((id) => names.includes(id));
}

function machine(): string {
  const all = cpus();
  const load = loadavg().map((one) => one.toFixed(1));
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()} ${arch()}, load ${load.join(' ')}`;
}

function versions(columns: readonly ColumnId[], python: string | undefined): Record<string, string> {
  const found: Record<string, string> = { Node: process.versions.node, V8: process.versions.v8 };
  for (const id of columns) {
    const name = column(id).package;
    if (name === undefined) continue;
    const file = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url));
    found[name] = (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
  }
  if (columns.includes('asyncio')) found['CPython'] = python ?? 'none';
  return found;
}

function text(report: Report, rows: readonly { row: Row; cells: Cells }[], columns: readonly ColumnId[]): string {
  const notes = new Footnotes();
  const lines = rows.map(({ row, cells }) => [
    row.title,
    ...columns.map((id) => {
      const cell = cells[id];
      if (cell === undefined) return '';
      if ('why' in cell) return `—${notes.mark(cell.why)}`;
      const note = column(id).notes?.[row.id];
      return shown(row.kind, cell.value) + (note === undefined ? '' : notes.mark(note));
    }),
  ]);
  const goals = report.goals.map(({ goal, met, got }) => [goal, got, met === undefined ? '—' : met ? 'met' : 'not met']);
  return [
    report.machine,
    Object.entries(report.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    '',
    table(['', ...columns.map((id) => column(id).title)], lines),
    '',
    notes.toString(),
    '',
    goals.length === 0 ? 'A quick run: no numbers to judge goals by.' : table(['goal', 'ours', ''], goals),
  ].join('\n');
}
