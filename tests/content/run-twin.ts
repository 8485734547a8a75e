/** Runs the TypeScript twins of listings, each once in a test file. */
import type { RunRecord } from '../../src/record/index.ts';
import { recordOf } from '../sandbox/run.ts';

const records = new Map<string, Promise<RunRecord>>();

/** The record of a twin. Rejects when it does not compile. */
export function runTwin(source: string, file: string): Promise<RunRecord> {
  const record = records.get(file) ?? recordOf(source, file);
  records.set(file, record);
  return record;
}
