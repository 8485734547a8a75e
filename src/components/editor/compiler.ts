/** Starts the page's compiler: a worker of this site's own, with esbuild's WebAssembly. */
import { createCompiler } from '../../compiler/client.ts';
import type { CompileResult } from '../../compiler/index.ts';
import workerUrl from '../../compiler/worker.ts?worker&url';

/** Boots it; `onProgress` hears how much is loaded, from 0 to 1. */
export async function bootCompiler(
  wasmUrl: string,
  onProgress: (part: number | undefined) => void,
): Promise<(source: string, file: string) => Promise<CompileResult>> {
  const compiler = createCompiler({ workerUrl, wasmUrl, onProgress });
  await compiler.ready;
  return (source, file) => compiler.compile(source, file);
}
