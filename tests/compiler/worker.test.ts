/** The page's worker, with esbuild's real WebAssembly: the same programs as with native esbuild, byte for byte. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { compileInNode } from '../../src/compiler/node.ts';
import type { FromWorker, ToWorker } from '../../src/compiler/worker-protocol.ts';
import { CORPUS, programOf } from './corpus.ts';

let post: (message: ToWorker) => void = () => undefined;
let hear: (message: FromWorker) => void = () => undefined;

/** Posts a message to the worker and waits for its answer. */
const answerTo = (message: ToWorker): Promise<FromWorker> =>
  new Promise((resolve) => {
    hear = resolve;
    post(message);
  });

beforeAll(async () => {
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('postMessage', (message: FromWorker) => {
    hear(message);
  });
  vi.stubGlobal('addEventListener', (_: string, listener: (event: { readonly data: ToWorker }) => void) => {
    post = (data) => {
      listener({ data });
    };
  });
  await import('../../src/compiler/worker.ts');
});

afterAll(() => {
  vi.unstubAllGlobals();
});

test('bytes that are no WebAssembly are a failure that says so', async () => {
  expect(await answerTo({ type: 'boot', wasm: new ArrayBuffer(8) })).toMatchObject({
    type: 'failed',
    message: expect.stringContaining('WebAssembly') as string,
  });
});

test('compiles as Node does, and says what is wrong as Node does', async () => {
  const file = createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm');
  const wasm = new Uint8Array(await readFile(file)).buffer;
  expect(await answerTo({ type: 'boot', wasm })).toEqual({ type: 'ready' });
  for (const [id, body] of Object.values(CORPUS).entries()) {
    const source = programOf(body);
    expect(await answerTo({ type: 'compile', id, source, file: 'main.ts' })).toEqual({
      type: 'compiled',
      id,
      result: await compileInNode(source, 'main.ts'),
    });
  }
  for (const [id, source] of ['await f();', 'const é = "', "import { delay } from 'asyncio'; delay();", 'a b'].entries()) {
    const modules = { asyncio: ['sleep'] };
    const result = await compileInNode(source, 'main.ts', modules);
    expect(result.ok).toBe(false);
    expect(await answerTo({ type: 'compile', id, source, file: 'main.ts', modules })).toEqual({ type: 'compiled', id, result });
  }
}, 60_000);
