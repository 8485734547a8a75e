/** The page's compiler worker: esbuild's WebAssembly, started from what the first message brings and warmed by one transform. See worker-protocol.ts. */
import { initialize, transform } from 'esbuild-wasm/esm/browser.js';
import { compile } from './compile.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

const say = (message: FromWorker): void => {
  self.postMessage(message);
};

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function boot(wasm: WebAssembly.Module | ArrayBuffer): Promise<void> {
  const wasmModule = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  // This is a worker already: esbuild need not start one of its own.
  await initialize({ wasmModule, worker: false });
  await compile('export async function warm(): Promise<void> { await 0; }', { file: 'warm.ts', transform });
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'boot') {
    boot(data.wasm).then(
      () => {
        say({ type: 'ready' });
      },
      (error: unknown) => {
        say({ type: 'failed', message: textOf(error) });
      },
    );
    return;
  }
  const { id, source, file, modules } = data;
  compile(source, { file, transform, modules }).then(
    (result) => {
      say({ type: 'compiled', id, result });
    },
    (error: unknown) => {
      say({ type: 'failed', id, message: textOf(error) });
    },
  );
});
