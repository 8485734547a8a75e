/**
 * What really happens to an exercise's code: each of its programs is compiled and judged in the sandbox, as a reader's attempt
 * would be.
 */
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompileError, CompiledProgram } from '../../src/compiler/index.ts';
import type { Verdict } from '../../src/grader/index.ts';
import { IMPORTABLE } from '../../src/sandbox/importable.ts';
import type { RunRecord } from '../../src/record/index.ts';
import type { Exercise, MainFiles, SourceFile } from './exercise.ts';
import type { Threads } from './threads.ts';

/** What hidden tests import besides. A program that imports it is refused when it runs. */
const GRADER = ['test', 'expect', 'run', 'underAnyLatency'];

/** One program's way through the hidden tests: what the compiler said, or the verdict. */
export interface Attempt {
  readonly file: SourceFile;
  readonly errors: readonly CompileError[];
  readonly verdict?: Verdict;
}

export interface Attempts {
  /** What the compiler says about tests.ts; with an error there, nothing else was tried. */
  readonly testsErrors: readonly CompileError[];
  readonly starter: Attempt;
  /** The starter by itself, as Run shows it. */
  readonly starterRun?: RunRecord;
  /** The solution, and the solution once more. */
  readonly solution: readonly [Attempt, Attempt];
  readonly mistakes: readonly Attempt[];
  readonly variants: readonly Attempt[];
}

/** Tries everything of an exercise. Rejects when the sandbox itself is broken. */
export async function attempt(
  { files, mistakes, variants }: Exercise & { readonly files: MainFiles },
  threads: Threads,
): Promise<Attempts> {
  const tests = await compiled(files['tests.ts'], 'tests.ts');
  const one = (file: SourceFile): Promise<Attempt> => judged(file, tests.program, threads);
  const [starter, first, second, starterRun, ...others] = await Promise.all([
    one(files['starter.ts']),
    one(files['solution.ts']),
    one(files['solution.ts']),
    ran(files['starter.ts'], threads),
    ...[...mistakes, ...variants].map(one),
  ]);
  return {
    testsErrors: tests.errors,
    starter,
    ...(starterRun === undefined ? {} : { starterRun }),
    solution: [first, second],
    mistakes: others.slice(0, mistakes.length),
    variants: others.slice(mistakes.length),
  };
}

async function judged(file: SourceFile, tests: CompiledProgram | undefined, threads: Threads): Promise<Attempt> {
  const { program, errors } = await compiled(file, 'main.ts');
  if (program === undefined || tests === undefined) return { file, errors };
  return { file, errors, verdict: await threads.check(program, tests) };
}

async function ran(file: SourceFile, threads: Threads): Promise<RunRecord | undefined> {
  const { program } = await compiled(file, 'main.ts');
  return program && threads.run(program);
}

/** `name` is the file's name in positions: a reader's program is `main.ts`, whatever it lies in here. */
async function compiled(
  { text }: SourceFile,
  name: string,
): Promise<{ readonly program?: CompiledProgram; readonly errors: readonly CompileError[] }> {
  const result = await compileInNode(text, name, { ...IMPORTABLE, grader: GRADER });
  return result.ok ? { program: result.program, errors: [] } : { errors: result.errors };
}
