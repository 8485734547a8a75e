/** Runs the TypeScript twins of listings, each once in a test file. */
import { compileInNode } from '../../src/compiler/node.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { PATIENT_LIMITS, runInNode } from '../../src/sandbox/node.ts';

const records = new Map<string, Promise<RunRecord>>();

/** The record of a twin. Rejects when it does not compile. */
export function runTwin(source: string, file: string): Promise<RunRecord> {
  const record = records.get(file) ?? run(source, file);
  records.set(file, record);
  return record;
}

async function run(source: string, file: string): Promise<RunRecord> {
  const compiled = await compileInNode(source, file);
  if (!compiled.ok) throw new Error(`${file} does not compile: ${JSON.stringify(compiled.errors)}`);
  return runInNode(compiled.program, PATIENT_LIMITS);
}
