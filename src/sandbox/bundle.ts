/** Bundles one entry into one classic script: the same for the page's frames (tools/build-assets.ts) and for Node's process (node.ts). */
import { build, type BuildOptions } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** The script of an entry beside this file, such as `worker-main.ts`, or of any, by its URL. */
export async function bundle(
  entry: string,
  options: Pick<BuildOptions, 'define' | 'external' | 'globalName'> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    minify: true, // less to load, and less to parse at each start
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    banner: { js: "'use strict';" }, // ses asks for it; esbuild writes it for some settings only
    ...options,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}
