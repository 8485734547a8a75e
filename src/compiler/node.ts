/** The compiler in Node: native esbuild. */
import { transform } from 'esbuild';
import { compile } from './compile.ts';
import type { Modules } from './import-errors.ts';
import type { CompileResult } from './program.ts';

/** Compiles one program; `file` is its name as positions show it. `modules`: see `CompileOptions`. */
export function compileInNode(source: string, file: string, modules?: Modules): Promise<CompileResult> {
  return compile(source, { file, transform, modules });
}
