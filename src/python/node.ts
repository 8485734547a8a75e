/** Real CPython in this process, for tests and tools: what it does is what the runtime is held against. */
import { readdirSync, readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { openInterpreter, type Harness, type Interpreter } from './interpreter.ts';

const FOLDER = new URL('harness/', import.meta.url);

/** The Python files of ours. */
export function readHarness(): Harness {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
}

/** Starts an interpreter; seconds. */
export async function startCPython(): Promise<Interpreter> {
  return openInterpreter(await loadPyodide(), readHarness());
}
