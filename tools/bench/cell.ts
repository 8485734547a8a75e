/** The entry of a cell's own process: measures one row of one column that runs in Node, and prints it as one line of JSON; `null` when there is no such work. */
import { column, COLUMN_IDS } from './columns.ts';
import { measure, type Effort } from './measure.ts';
import { ROWS } from './rows.ts';

const [columnName, rowName, effort = '{}'] = process.argv.slice(2);
const row = ROWS.find(({ id }) => id === rowName);
const id = COLUMN_IDS.find((each) => each === columnName);
const contender = id === undefined ? undefined : await column(id).load?.();
if (row === undefined || contender === undefined) throw new Error(`no such cell: ${String(columnName)} ${String(rowName)}`);
const has = contender.workloads[row.id] !== undefined;
const answer = has ? await measure(contender, row, JSON.parse(effort) as Effort) : null;
// Not waiting for what a library still has going.
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
