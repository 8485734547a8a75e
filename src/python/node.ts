/**
 * Real CPython (3.14, as pyodide brings it) on a virtual clock: programs run one after the other in one interpreter, each as a process of its own.
 *
 * Keeps true: the same program gives the same bytes, whatever ran before it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { linesOf, type PrintedLine, type Run } from './told.ts';

/** What a program did. With the accelerated Task `events` holds only what the loop itself tells. */
interface PythonRun extends Run {
  readonly lines: readonly PrintedLine[];
  /** What a terminal would show: output, warnings and the traceback, as they come. */
  readonly screen: string;
}

/** What is used of Emscripten's file system. */
interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, content: Uint8Array): void;
}

export interface CPython {
  /** Such as '3.14.2'. */
  readonly version: string;
  /** Runs one program; `file` is its name, such as 'program.py'. `modules` are Python files that it may import, by file name. */
  run(source: string, file: string, modules?: Readonly<Record<string, string>>): PythonRun;
}

/** @param accelerated true for Task and Future written in C, which only print; false for those written in Python, which tell everything */
export async function startCPython({ accelerated }: { readonly accelerated: boolean }): Promise<CPython> {
  const python = await loadPyodide();
  const files = python.FS as FileSystem;
  const folder = new URL('harness/', import.meta.url);
  files.mkdirTree('/loopwise');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.py')))
    files.writeFile(`/loopwise/${name}`, readFileSync(new URL(name, folder)));
  python.runPython("import sys; sys.path.insert(0, '/loopwise'); import process");
  const runProgram = python.runPython('process.run_program') as (...given: readonly (string | boolean)[]) => string;
  return {
    version: python.runPython('sys.version.split()[0]') as string,
    run(source, file, modules = {}) {
      const run = JSON.parse(runProgram(source, file, JSON.stringify(modules), accelerated)) as Omit<PythonRun, 'lines'>;
      return { ...run, lines: linesOf(run) };
    },
  };
}
