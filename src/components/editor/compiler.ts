/** Starts the page's compiler: a worker of this site's own, with esbuild's WebAssembly. */
import { createCompiler } from '../../compiler/client.ts';
import type { CompileResult } from '../../compiler/index.ts';
import workerUrl from '../../compiler/worker.ts?worker&url';

/** What a program may import, as the manifest of the site's assets says. */
async function importable(manifestUrl: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const response = await fetch(manifestUrl);
  if (!response.ok) throw new Error(`${manifestUrl} could not be loaded: ${String(response.status)} ${response.statusText}`);
  return ((await response.json()) as { modules: Readonly<Record<string, readonly string[]>> }).modules;
}

/** Boots it; `onProgress` hears how much is loaded, from 0 to 1. */
export async function bootCompiler(
  { wasmUrl, manifestUrl }: { readonly wasmUrl: string; readonly manifestUrl: string },
  onProgress: (part: number | undefined) => void,
): Promise<(source: string, file: string) => Promise<CompileResult>> {
  const compiler = createCompiler({ workerUrl, wasmUrl, modules: await importable(manifestUrl), onProgress });
  await compiler.ready;
  return (source, file) => compiler.compile(source, file);
}
