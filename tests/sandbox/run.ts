/** Compiles a program and runs it in Node's sandbox. */
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { PATIENT_LIMITS, runInNode } from '../../src/sandbox/node.ts';
import type { Limits } from '../../src/sandbox/protocol.ts';

export async function compiled(source: string, file = 'main.ts'): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.program;
}

export async function run(source: string, limits: Partial<Limits> = {}): Promise<RunRecord> {
  return runInNode(await compiled(source), limits);
}

/** The record of a program of our own, which ends: no clock ends it, however busy the machine is. */
export async function recordOf(source: string, file = 'main.ts'): Promise<RunRecord> {
  return runInNode(await compiled(source, file), PATIENT_LIMITS);
}

/** The printed lines of a run that must finish. */
export async function printed(source: string): Promise<string[]> {
  const record = await run(source);
  if (record.outcome !== 'finished') throw new Error(`${record.outcome}: ${JSON.stringify(record.error)}`);
  return record.output.map(({ text }) => text);
}

/** Where an error came through, as `function:line`, innermost last. */
export function placesOf({ error }: RunRecord): string[] {
  return (error?.frames ?? []).map((frame) => `${frame.function ?? ''}:${String(frame.line)}`);
}
