/**
 * Builds the files that the site serves beside its pages, into public/generated/: the sandbox's frame (one HTML file with everything in it, since an
 * opaque origin may load nothing), the compiler's WebAssembly, and Python: its frame, and the files that the page hands in. Big files are gzipped, because
 * not every host compresses them. Names carry a hash of the content.
 *
 * `manifest.json` says which file is which, which the pages read when the site is built, and what a program may import, which the page's compiler reads.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readHarness } from '../src/python/node.ts';
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

/** Writes a frame's page: one script, and nothing that it could load. */
function writeFrame(name: string, script: string): string {
  const safe = script.replaceAll('</script', '<\\/script');
  return write(
    name,
    'html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><title>sandbox</title><script>${safe}</script></html>\n`,
  );
}

/** Writes a big file, gzipped. */
const writeGzipped = (name: string, content: string | Uint8Array): string => write(name, 'bin', gzipSync(content, { level: 9 }));

const sizeOf = (file: string): number => statSync(join(OUT, file)).size;

const require = createRequire(import.meta.url);
const source = (path: string): string => new URL(`../src/${path}`, import.meta.url).href;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const worker = await bundle('worker-main.ts');
const frame = await bundle('runner.ts', { define: { WORKER_SOURCE: JSON.stringify(worker) } });
const runner = writeFrame('runner', frame);
const wasm = writeGzipped('compiler', readFileSync(require.resolve('esbuild-wasm/esbuild.wasm')));

/** Python's files, each with the bytes that come over the wire. */
async function writePython(): Promise<object> {
  const { info } = JSON.parse(readFileSync(require.resolve('pyodide/pyodide-lock.json'), 'utf8')) as { info: object };
  const script = await bundle(source('python/worker.ts'), {
    define: {
      HARNESS: JSON.stringify(readHarness()),
      LOCK: JSON.stringify({ info, packages: {} }),
      'import.meta.url': JSON.stringify('https://python.invalid/'),
    },
    external: ['node:*', 'ws'], // what pyodide would load in Node
  });
  const files = {
    script: writeGzipped('python', script),
    wasm: writeGzipped('cpython', readFileSync(require.resolve('pyodide/pyodide.asm.wasm'))),
    library: write('python-library', 'bin', readFileSync(require.resolve('pyodide/python_stdlib.zip'))),
  };
  return {
    frame: writeFrame('python', await bundle(source('python/frame.ts'))),
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, { file, bytes: sizeOf(file) }])),
  };
}
const python = await writePython();
writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify({ runner, wasm, python, modules: IMPORTABLE })}\n`);

const kilobytes = (size: number): string => `${String(Math.round(size / 1024))} KB`;
console.log(
  `assets: ${runner} (${kilobytes(gzipSync(frame).length)} gzipped), ${wasm} (${kilobytes(sizeOf(wasm))}), ${JSON.stringify(python)}`,
);
