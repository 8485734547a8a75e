/**
 * Builds the files that the site serves beside its pages, into public/generated/: the sandbox's frame (one HTML file with everything in it, since an
 * opaque origin may load nothing) and the compiler's WebAssembly, gzipped, because not every host compresses it. Names carry a hash of the content.
 *
 * `manifest.json` says which file is which, which the pages read when the site is built, and what a program may import, which the page's compiler reads.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from '../src/sandbox/bundle.ts';
import { IMPORTABLE } from '../src/sandbox/importable.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'public/generated');

/** What the frame may do: start a worker from a blob, which evaluates programs; nothing else, and nothing over the network. */
const FRAME_POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

/** Writes `content` under a name that holds its hash, and returns the name. */
function write(name: string, extension: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const file = `${name}-${hash}.${extension}`;
  writeFileSync(join(OUT, file), content);
  return file;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const worker = await bundle('worker-main.ts');
const frame = (await bundle('runner.ts', { define: { WORKER_SOURCE: JSON.stringify(worker) } })).replaceAll(
  '</script',
  '<\\/script',
);
const runner = write(
  'runner',
  'html',
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><title>sandbox</title><script>${frame}</script></html>\n`,
);
const wasm = write(
  'compiler',
  'bin',
  gzipSync(readFileSync(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm')), { level: 9 }),
);
writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify({ runner, wasm, modules: IMPORTABLE })}\n`);

const kilobytes = (size: number): string => `${String(Math.round(size / 1024))} KB`;
console.log(
  `assets: ${runner} (${kilobytes(gzipSync(frame).length)} gzipped), ${wasm} (${kilobytes(readFileSync(join(OUT, wasm)).length)})`,
);
