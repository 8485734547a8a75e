/**
 * The journal beside the results, `results.csv.journal`: a row a line, written as soon as it is known. Whoever was interrupted goes on from it.
 *
 * Keeps true: a row is taken from it only for the same code of the same file, the same hidden tests and the same sandbox; a line that was torn is no row; when
 * the results are written it is gone.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import * as z from 'zod';
import { OUTCOMES, type Row } from './row.ts';

const rowSchema: z.ZodType<Row> = z.strictObject({
  learner: z.string(),
  exercise: z.string(),
  verdict: z.enum(OUTCOMES),
  passed: z.number().nullable(),
  of: z.number().nullable(),
  told: z.string(),
  seconds: z.number().nullable(),
  reason: z.string(),
  file: z.string(),
  hash: z.string(),
});

const keyOf = ({ learner, exercise, file, hash }: Pick<Row, 'learner' | 'exercise' | 'file' | 'hash'>): string =>
  JSON.stringify([learner, exercise, file, hash]);

export class Journal {
  readonly #path: string;
  readonly #file: number;
  readonly #rows = new Map<string, Row>();

  /** Opens the journal beside `out`. What another course's tests, or another sandbox, has judged is not taken over. */
  constructor(out: string, fingerprint: string) {
    this.#path = `${out}.journal`;
    const head = JSON.stringify({ format: 'loopwise-grade-journal', version: 1, fingerprint });
    const [first, ...lines] = contentOf(this.#path).split('\n');
    const isOurs = first === head;
    if (isOurs) for (const row of lines.flatMap(rowOfLine)) this.#rows.set(keyOf(row), row);
    // Written anew: a torn last line would spoil the one after it.
    this.#file = openSync(this.#path, 'w');
    writeSync(this.#file, [head, ...[...this.#rows.values()].map((row) => JSON.stringify(row)), ''].join('\n'));
  }

  /** Rows that an interrupted run has left. */
  get size(): number {
    return this.#rows.size;
  }

  /** The row that is known already, if any. */
  find(submission: Pick<Row, 'learner' | 'exercise' | 'file' | 'hash'>): Row | undefined {
    return this.#rows.get(keyOf(submission));
  }

  add(row: Row): void {
    writeSync(this.#file, `${JSON.stringify(row)}\n`);
  }

  /** Leaves it for the next run. */
  close(): void {
    closeSync(this.#file);
  }

  /** The results are written: it is not needed any more. */
  remove(): void {
    this.close();
    rmSync(this.#path);
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function rowOfLine(line: string): Row[] {
  try {
    return [rowSchema.parse(JSON.parse(line))];
  } catch {
    return []; // torn, or the end
  }
}
