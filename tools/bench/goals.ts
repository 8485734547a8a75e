/** Which of the project's goals a table meets. */
import type { ColumnId } from './columns.ts';
import type { Cell } from './run-cell.ts';
import { RECORDING_AT_MOST, type Row } from './rows.ts';
import { shown } from './table.ts';

/** A goal, and whether it is met; `met` is undefined when a cell that it needs was not measured. */
export interface Judged {
  readonly goal: string;
  readonly met: boolean | undefined;
  readonly got: string;
}

export type Cells = Partial<Readonly<Record<ColumnId, Cell>>>;

export function judge(row: Row, cells: Cells): Judged[] {
  const ours = valueOf(cells.ours);
  const judged: Judged[] = [];
  if (row.goal !== undefined) {
    judged.push({
      goal: `${row.title}: ${row.kind === 'rate' ? 'at least' : 'at most'} ${shown(row.kind, row.goal)}`,
      met: ours === undefined ? undefined : row.kind === 'rate' ? ours >= row.goal : ours <= row.goal,
      got: ours === undefined ? '—' : shown(row.kind, ours),
    });
  }
  judged.push(
    times(
      row,
      `${row.overPython === 1 ? 'better than' : `${row.overPython}× as fast as`} CPython`,
      ours,
      valueOf(cells.asyncio),
      (by) => (row.overPython === 1 ? by > 1 : by >= row.overPython),
    ),
  );
  if (row.kind !== 'memory') {
    judged.push(
      times(
        row,
        `recording at most ${RECORDING_AT_MOST}× slower`,
        valueOf(cells.recording),
        ours,
        (by) => 1 / by <= RECORDING_AT_MOST,
      ),
    );
  }
  return judged;
}

/** A goal of one cell against another; `by` is how many times better `one` is than `other`. */
function times(
  row: Row,
  words: string,
  one: number | undefined,
  other: number | undefined,
  isMet: (by: number) => boolean,
): Judged {
  const goal = `${row.title}: ${words}`;
  if (one === undefined || other === undefined) return { goal, met: undefined, got: '—' };
  const by = row.kind === 'rate' ? one / other : other / one;
  return { goal, met: isMet(by), got: by >= 1 ? `${by.toFixed(1)}× better` : `${(1 / by).toFixed(1)}× worse` };
}

function valueOf(cell: Cell | undefined): number | undefined {
  return cell !== undefined && 'value' in cell ? cell.value : undefined;
}
