/**
 * Runs what the site asks its readers about (predictions, exercises of the kind `loop`) while it is built. For the build only; each program is run once.
 *
 * Keeps true: what a page says of a run is what a run did. The sandbox is taken from its place on disk, not out of the site's bundle: it starts processes
 * and reads its own files.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledProgram } from '../compiler/index.ts';
import type { RunRecord } from '../record/index.ts';
import type * as SandboxInNode from '../sandbox/node.ts';

const records = new Map<CompiledProgram, Promise<RunRecord>>();

async function run(program: CompiledProgram): Promise<RunRecord> {
  const place = pathToFileURL(resolve('src/sandbox/node.ts')).href;
  const { runInNode, PATIENT_LIMITS } = (await import(/* @vite-ignore */ place)) as typeof SandboxInNode;
  return runInNode(program, PATIENT_LIMITS);
}

/** The record of a run of `program`, as `programOf` gives it. Rejects only when the sandbox itself is broken. */
export function recordOf(program: CompiledProgram): Promise<RunRecord> {
  const known = records.get(program) ?? run(program);
  records.set(program, known);
  return known;
}
