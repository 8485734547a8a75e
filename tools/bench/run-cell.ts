/** Runs one cell in a process of its own, so that no cell's compiled code, garbage or memory disturbs another. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { column, type ColumnId } from './columns.ts';
import type { Effort, Measured } from './measure.ts';
import type { Python } from './python.ts';
import { BATCH, DEPTH, LONG_SLEEP, WORKERS, type Row } from './rows.ts';

const CELL = fileURLToPath(new URL('cell.ts', import.meta.url));
const PYTHON_CELL = fileURLToPath(new URL('contenders/asyncio_cell.py', import.meta.url));
/** What a process may use, in megabytes. */
const MEMORY = 4096;
/** Seconds that a cell may take. */
const PATIENCE = 120;

/** A cell: what was measured, or why there is nothing. */
export type Cell = Measured | { readonly why: string };

export async function runCell(id: ColumnId, row: Row, effort: Effort, python: Python | undefined): Promise<Cell> {
  const why = column(id).without?.[row.id];
  if (why !== undefined) return { why };
  if (id === 'asyncio' && python === undefined) return { why: 'there is no python3 from 3.12 here' };
  const [command, args] =
    id === 'asyncio' && python !== undefined
      ? [
          python.path,
          [PYTHON_CELL, JSON.stringify(row), JSON.stringify({ BATCH, DEPTH, LONG_SLEEP, WORKERS }), JSON.stringify(effort)],
        ]
      : [process.execPath, ['--expose-gc', `--max-old-space-size=${MEMORY}`, CELL, id, row.id, JSON.stringify(effort)]];
  try {
    const { stdout } = await promisify(execFile)(command, args, { timeout: PATIENCE * 1000, killSignal: 'SIGKILL' });
    const answer = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured | null;
    return answer ?? { why: 'is not there yet' };
  } catch (error) {
    const { killed, stderr = '' } = error as { readonly killed?: boolean; readonly stderr?: string };
    if (killed === true) return { why: `did not end in ${PATIENCE} s` };
    if (stderr.includes('heap out of memory')) return { why: `used up ${MEMORY / 1024} GB` };
    throw new Error(`the cell ${id}/${row.id} failed:\n${stderr}`, { cause: error });
  }
}
