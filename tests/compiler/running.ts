/** Runs programs for the compiler's tests: compiled, on the real runtime; and natively, as JavaScript itself understands them. */
import { runInThisContext } from 'node:vm';
import { transform } from 'esbuild';
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompiledProgram, CompileError } from '../../src/compiler/index.ts';
import { asyncio, beginWorld, helpers } from '../../src/runtime/index.ts';

type ProgramFunction = (require: (name: string) => object, exports: object, module: object, runtime: object) => void;

/** What a program printed, each line with its values as text, and what it exports. */
export interface Ran {
  readonly lines: readonly string[];
  readonly exports: Record<string, unknown>;
}

/** The program, or a failing test that shows the errors. */
export async function compiled(source: string, file = 'main.ts'): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(`does not compile: ${JSON.stringify(result.errors, null, 2)}`);
  return result.program;
}

/** What is wrong with a source that must not compile. */
export async function errorsOf(source: string, modules?: Record<string, readonly string[]>): Promise<readonly CompileError[]> {
  const result = await compileInNode(source, 'main.ts', modules);
  if (result.ok) throw new Error(`compiles: ${result.program.code}`);
  return result.errors;
}

/** Members in one order, whoever made the object. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;

/** Values as text, alike for both ways of running. */
const textOf = (values: readonly unknown[]): string =>
  values
    .map((value) => (typeof value === 'string' ? value : ((JSON.stringify(value, inOrder) as string | undefined) ?? 'undefined')))
    .join(' ');

const consoleInto = (lines: string[]): object => ({
  log: (...values: unknown[]) => {
    lines.push(textOf(values));
  },
});

/** Evaluates a compiled program in a fresh world. */
export function runProgram(program: CompiledProgram, modules: Record<string, object> = { asyncio }): Ran {
  beginWorld({});
  const lines: string[] = [];
  const exports: Record<string, unknown> = {};
  const withConsole = runInThisContext(`(console) => ${program.code}`, { filename: program.file }) as (
    console: object,
  ) => ProgramFunction;
  withConsole(consoleInto(lines))((name) => modules[name] ?? {}, exports, {}, helpers);
  return { lines, exports };
}

/** Compiles and runs. */
export const ran = async (source: string): Promise<Ran> => runProgram(await compiled(source));

/** What a program prints. */
export const printed = async (source: string): Promise<readonly string[]> => (await ran(source)).lines;

/** What the same program prints as native JavaScript, where `run` and `sleep` do what they can without a loop. */
export async function printedNatively(source: string): Promise<readonly string[]> {
  const { code } = await transform(source, {
    loader: 'ts',
    format: 'cjs',
    target: 'es2022',
    supported: { using: false, decorators: false },
  });
  const lines: string[] = [];
  const started: unknown[] = [];
  const native = {
    run: (main: unknown) => started.push(main),
    sleep: async (_seconds: number, result?: unknown) => {
      await Promise.resolve();
      return result;
    },
    gather: (...all: unknown[]) => Promise.all(all),
  };
  const natively = runInThisContext(`(function (console, require, exports, module) { 'use strict'; ${code} })`) as (
    ...given: unknown[]
  ) => void;
  natively(consoleInto(lines), () => native, {}, {});
  await Promise.all(started);
  return lines;
}
