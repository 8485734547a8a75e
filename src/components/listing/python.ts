/** Finds Python's files among those that the site serves beside its pages. Loaded by the first Run of a listing in Python. */
import { createPython, type Python, type ServedFile } from '../../python/page.ts';

/** What tools/build-assets.ts writes of Python into its manifest; files are named beside it. */
interface Manifest {
  readonly python: {
    readonly frame: string;
    readonly files: Readonly<Record<'script' | 'wasm' | 'library', { readonly file: string; readonly bytes: number }>>;
  };
}

/** Python, nothing of which is loaded yet. */
export async function pythonOf(manifestUrl: string): Promise<Python> {
  const response = await fetch(manifestUrl);
  if (!response.ok) throw new Error(`the server answered ${String(response.status)} for ${manifestUrl}`);
  const { frame, files } = ((await response.json()) as Manifest).python;
  const beside = (file: string): string => new URL(file, manifestUrl).href;
  const served = ({ file, bytes }: (typeof files)['script']): ServedFile => ({ url: beside(file), bytes });
  return createPython({
    frameUrl: beside(frame),
    files: { script: served(files.script), wasm: served(files.wasm), library: served(files.library) },
  });
}
