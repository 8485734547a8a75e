/** What really happens to an exercise's code: each of its programs is compiled and judged in the sandbox, as a reader's attempt would be. */
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompileError, CompiledProgram } from '../../src/compiler/index.ts';
import type { Verdict } from '../../src/grader/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { checkInNode, runInNode } from '../../src/sandbox/node.ts';
import type { Exercise, MainFiles, SourceFile } from './exercise.ts';

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

/** Tries everything of an exercise. `limit` bounds how many sandboxes of all exercises work at once. Rejects when the sandbox itself is broken. */
export async function attempt(
  { files, mistakes, variants }: Exercise & { readonly files: MainFiles },
  limit: Limiter,
): Promise<Attempts> {
  const tests = await compiled(files['tests.ts'], 'tests.ts');
  const one = (file: SourceFile): Promise<Attempt> => judged(file, tests.program, limit);
  const [starter, first, second, starterRun, ...others] = await Promise.all([
    one(files['starter.ts']),
    one(files['solution.ts']),
    one(files['solution.ts']),
    ran(files['starter.ts'], limit),
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

async function judged(file: SourceFile, tests: CompiledProgram | undefined, limit: Limiter): Promise<Attempt> {
  const { program, errors } = await compiled(file, 'main.ts');
  if (program === undefined || tests === undefined) return { file, errors };
  return { file, errors, verdict: await limit(() => checkInNode(program, tests)) };
}

async function ran(file: SourceFile, limit: Limiter): Promise<RunRecord | undefined> {
  const { program } = await compiled(file, 'main.ts');
  return program && limit(() => runInNode(program));
}

/** `name` is the file's name in positions: a reader's program is `main.ts`, whatever it lies in here. */
async function compiled(
  { text }: SourceFile,
  name: string,
): Promise<{ readonly program?: CompiledProgram; readonly errors: readonly CompileError[] }> {
  const result = await compileInNode(text, name);
  return result.ok ? { program: result.program, errors: [] } : { errors: result.errors };
}

/** Runs work, some of it later. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `most` pieces of work at once, first come first served. */
export function limiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
