/** CPython's side: real CPython on a virtual clock (src/python/harness), one interpreter for many programs. */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { ending, STEP_LIMIT, Telling, type Outcome } from './outcome.ts';

export interface ManyPrograms {
  /** Such as '3.14.2'. */
  readonly version: string;
  run(source: string): Outcome;
}

/** What of Emscripten's file system is used here. */
interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, content: Uint8Array): void;
}

const LOOP = new URL('../../src/python/harness/', import.meta.url);
const FILES = [
  ...['record.py', 'virtual_loop.py', 'probes.py'].map((name) => new URL(name, LOOP)),
  new URL('many.py', import.meta.url),
];

/** Starts an interpreter; seconds. */
export async function startManyPrograms(): Promise<ManyPrograms> {
  const python = await loadPyodide();
  const files = python.FS as FileSystem;
  files.mkdirTree('/fuzz');
  for (const file of FILES) files.writeFile(`/fuzz/${file.pathname.split('/').at(-1) ?? ''}`, readFileSync(file));
  python.runPython(`import sys; sys.path.insert(0, '/fuzz'); import many`);
  const run = python.runPython('many.run_program') as (source: string, limit: number) => string;
  return {
    version: python.runPython('sys.version.split()[0]') as string,
    run(source) {
      const [said, error, totals] = JSON.parse(run(source, STEP_LIMIT)) as [[string, string][], [string, string] | null, string];
      const telling = new Telling();
      for (const [mark, text] of said) telling.tell(mark, text);
      return telling.outcome(error === null ? 'ended' : ending(...error), totals);
    },
  };
}
