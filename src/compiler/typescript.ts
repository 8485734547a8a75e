/**
 * esbuild's step: types go, and with them what no engine of today runs everywhere (`for await`, `using`, decorators). Async functions stay as they are; they
 * are the next step's (coroutines.ts).
 */
import type { Message, TransformOptions } from 'esbuild';
import { errorsOf } from './messages.ts';
import type { CompileError } from './program.ts';

/** esbuild's `transform`, native or WebAssembly: whoever compiles brings one. */
export type Transform = (source: string, options: TransformOptions) => Promise<{ readonly code: string; readonly map: string }>;

/** What the transform gave, or why it could not. */
export type Stripped =
  | { readonly ok: true; readonly code: string; readonly map: string }
  | { readonly ok: false; readonly errors: readonly CompileError[] };

function optionsFor(file: string): TransformOptions {
  return {
    loader: 'ts',
    format: 'esm',
    target: 'esnext',
    charset: 'utf8',
    legalComments: 'none',
    // `for await` and `using` wait for native promises in every engine, the first with a helper that the runtime replaces; decorators are in no engine yet.
    supported: { 'for-await': false, using: false, decorators: false, 'top-level-await': false },
    sourcefile: file,
    sourcemap: 'external',
    sourcesContent: false,
    keepNames: false,
    logLevel: 'silent',
    // An import that is not used stays an import: a wrong one is told all the same (modules.ts).
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, alwaysStrict: true } },
  };
}

const isFailure = (error: unknown): error is { readonly errors: readonly Message[] } =>
  typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);

/** Strips the types of one file. Rejects only when esbuild itself fails. */
export async function stripTypes(source: string, file: string, transform: Transform): Promise<Stripped> {
  try {
    let { code, map } = await transform(source, optionsFor(file));
    // What looks like CommonJS to esbuild (a top-level `return`, `exports`, `module`) comes wrapped in a function; as a module it is an error, or a plain name.
    if (code.includes('__commonJS')) ({ code, map } = await transform(`${source}\nexport {};`, optionsFor(file)));
    return { ok: true, code, map };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { ok: false, errors: errorsOf(error.errors) };
  }
}
