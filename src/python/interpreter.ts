/**
 * Real CPython (3.14, as pyodide brings it) on a virtual clock, once it is there: programs run one after the other in one interpreter, each as a process of
 * its own. The same in the page's worker and in Node, which differ in how they load pyodide.
 *
 * Keeps true: the same program gives the same record, whatever ran before it.
 */
import type { PyodideAPI } from 'pyodide';
import type { OutputLine, RunRecord } from '../record/index.ts';
import { STEPS_PER_WORD, type Limits } from '../sandbox/protocol.ts';
import { recordOf, type Watched } from './record.ts';
import { linesOf, type PrintedLine, type Run } from './told.ts';

/** What a program did, told barely. With the accelerated Task `events` holds only what the loop itself tells. */
interface PythonRun extends Run {
  readonly lines: readonly PrintedLine[];
  /** What a terminal would show: output, warnings and the traceback, as they come. */
  readonly screen: string;
}

/** A program's record, and what Python itself said of it: warnings and the traceback as it prints them. */
export interface Recorded {
  readonly record: RunRecord;
  readonly said: string;
}

interface RecordOptions {
  readonly limits: Limits;
  /** Hears each line as it is printed. */
  readonly onOutput?: ((line: OutputLine) => void) | undefined;
  /** Hears from time to time how many steps of the loop were taken. */
  readonly onSteps?: ((count: number) => void) | undefined;
}

export interface Interpreter {
  /** Such as '3.14.2'. */
  readonly version: string;
  /**
   * Runs one program; `file` is its name, such as 'program.py'. `modules` are Python files that it may import, by file name; `accelerated` takes Task and
   * Future written in C, as Python's users have, which tell nothing of themselves.
   */
  readonly run: (
    source: string,
    file: string,
    options?: { readonly modules?: Readonly<Record<string, string>>; readonly accelerated?: boolean },
  ) => PythonRun;
  /** Runs one program for its record. Throws when the interpreter is broken, which is of no more use then. */
  readonly record: (source: string, file: string, options: RecordOptions) => Recorded;
}

/** Python files of ours, by name. */
export type Harness = Readonly<Record<string, string>>;

/** Puts the harness into a fresh pyodide. */
export function openInterpreter(python: PyodideAPI, harness: Harness): Interpreter {
  const files = python.FS as { mkdirTree(path: string): void; writeFile(path: string, content: string): void };
  files.mkdirTree('/loopwise');
  for (const [name, text] of Object.entries(harness)) files.writeFile(`/loopwise/${name}`, text);
  python.runPython("import sys; sys.path.insert(0, '/loopwise'); import process");
  const runProgram = python.runPython('process.run_program') as (...given: readonly (string | boolean)[]) => string;
  const recordProgram = python.runPython('process.record_program') as (...given: readonly unknown[]) => string;
  return {
    version: python.runPython('sys.version.split()[0]') as string,
    run(source, file, { modules = {}, accelerated = false } = {}) {
      const run = JSON.parse(runProgram(source, file, JSON.stringify(modules), accelerated)) as Omit<PythonRun, 'lines'>;
      return { ...run, lines: linesOf(run) };
    },
    record(source, file, { limits, onOutput, onSteps }) {
      const told = recordProgram(
        source,
        file,
        JSON.stringify({ ...limits, stepsPerWord: STEPS_PER_WORD }),
        (json: string) => onOutput?.(JSON.parse(json) as OutputLine),
        (count: number) => onSteps?.(count),
      );
      const watched = JSON.parse(told) as Watched;
      return { record: recordOf(watched, limits.events), said: watched.said };
    },
  };
}
