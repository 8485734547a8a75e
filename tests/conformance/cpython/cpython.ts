/**
 * Real CPython (3.14, as pyodide brings it) on a virtual clock: programs run one after the other in one interpreter, each as a process of its own.
 *
 * Keeps true: the same program gives the same bytes, whatever ran before it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

/** One event, as `spec/run-record.md` names them: seconds, iteration, name, and the fields that it has. */
export interface PythonEvent {
  readonly t: number;
  readonly it: number;
  readonly ev: string;
  readonly [field: string]: unknown;
}

/** One printed line, with the task that printed it (null outside of one). */
export interface PythonLine {
  readonly t: number;
  readonly it: number;
  readonly task: string | null;
  readonly text: string;
}

export interface PythonRun {
  readonly lines: readonly PythonLine[];
  /** Everything that was told; with the accelerated Task only what the loop itself tells. */
  readonly events: readonly PythonEvent[];
  /** What a terminal would show: output, warnings and the traceback, as they come. */
  readonly screen: string;
  /** What ended the program, if an error did. */
  readonly error: { readonly type: string; readonly text: string } | null;
  /** Virtual seconds and iterations of all loops, when it ended. */
  readonly seconds: number;
  readonly iterations: number;
}

export interface CPython {
  /** Such as '3.14.2'. */
  readonly version: string;
  /** Runs one program; `file` is its name, such as 'program.py'. */
  run(source: string, file: string): PythonRun;
}

/** @param accelerated true for Task and Future written in C, which only print; false for those written in Python, which tell everything */
export async function startCPython({ accelerated }: { readonly accelerated: boolean }): Promise<CPython> {
  const python = await loadPyodide();
  const { FS } = python;
  const folder = new URL('.', import.meta.url);
  FS.mkdirTree('/loopwise');
  for (const at of [folder, new URL('standins/', folder)])
    for (const name of readdirSync(at).filter((each) => each.endsWith('.py')))
      FS.writeFile(`/loopwise/${name}`, readFileSync(new URL(name, at)));
  python.runPython("import sys; sys.path.insert(0, '/loopwise'); import process");
  const runProgram = python.runPython('process.run_program') as (source: string, file: string, accelerated: boolean) => string;
  return {
    version: python.runPython("sys.version.split()[0]") as string,
    run(source, file) {
      const run = JSON.parse(runProgram(source, file, accelerated)) as Omit<PythonRun, 'lines'>;
      const lines = run.events.flatMap(({ ev, t, it, task, text }) =>
        ev === 'print' ? [{ t, it, task: (task ?? null) as string | null, text: text as string }] : [],
      );
      return { ...run, lines };
    },
  };
}
