/** The page's side of the compiler: loading, answers in any order, failures, starting again. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCompiler } from '../../src/compiler/client.ts';
import type { CompileResult } from '../../src/compiler/index.ts';
import type { FromWorker, ToWorker } from '../../src/compiler/worker-protocol.ts';

/** The smallest WebAssembly there is, and a custom section so that it does not fit into one chunk. */
const WASM = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 3, 1, 0x61, 0]);

const RESULT: CompileResult = { ok: false, errors: [] };

/** A worker in name only: it keeps what it is told, and says what a test lets it say. */
class FakeWorker extends EventTarget {
  static readonly all: FakeWorker[] = [];
  readonly told: ToWorker[] = [];
  ended = false;
  #wake: () => void = () => undefined;

  constructor() {
    super();
    FakeWorker.all.push(this);
  }

  postMessage(message: ToWorker): void {
    this.told.push(message);
    this.#wake();
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** Waits until the page has told it `count` messages. */
  async hears(count: number): Promise<ToWorker[]> {
    while (this.told.length < count) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.told;
  }
}

/** A server that sends `bytes` in chunks of five. */
function serve(bytes: Uint8Array, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent >= bytes.length) controller.close();
        else controller.enqueue(bytes.slice(sent, (sent += 5)));
      },
    });
    return Promise.resolve(new Response(body, { headers }));
  });
}

const worker = (index = 0): FakeWorker => {
  const found = FakeWorker.all[index];
  if (found === undefined) throw new Error(`there is no worker ${index}`);
  return found;
};

const create = (
  onProgress?: (part: number | undefined, bytes: number, total: number | undefined) => void,
): ReturnType<typeof createCompiler> =>
  createCompiler({ workerUrl: 'worker.js', wasmUrl: 'https://site/esbuild.wasm', onProgress, modules: { asyncio: ['run'] } });

beforeEach(() => {
  FakeWorker.all.length = 0;
  vi.stubGlobal('Worker', FakeWorker);
  serve(WASM);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loading', () => {
  test('nothing starts before it is used, and then one worker only', async () => {
    const compiler = create();
    expect(FakeWorker.all).toHaveLength(0);
    const first = compiler.ready;
    expect(compiler.ready).toBe(first);
    await worker().hears(1);
    worker().say({ type: 'ready' });
    await first;
    expect(FakeWorker.all).toHaveLength(1);
  });

  test.each([
    ['plain', WASM],
    ['gzipped', gzipSync(WASM)],
  ])('a file that is %s reaches the worker as a compiled module', async (_, bytes) => {
    serve(bytes, { 'content-type': 'application/octet-stream' });
    void create().ready;
    const [message] = await worker().hears(1);
    expect(message).toMatchObject({ type: 'boot', wasm: expect.any(WebAssembly.Module) as WebAssembly.Module });
  });

  test('progress rises from 0 to 1 and then ends', async () => {
    const bytes = gzipSync(WASM);
    serve(bytes, { 'content-length': String(bytes.length) });
    const parts: [number | undefined, number][] = [];
    void create((part, loaded) => parts.push([part, loaded])).ready;
    await worker().hears(1);
    expect(parts.at(-1)?.[0]).toBeUndefined();
    const shares = parts.slice(0, -1);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toEqual([1, bytes.length]);
    expect(shares.map(([part]) => part)).toEqual(shares.map(([part]) => part).toSorted((a = 0, b = 0) => a - b));
  });

  test('progress has no share where the host packs what it sends', async () => {
    serve(WASM, { 'content-length': '5', 'content-encoding': 'gzip' });
    const parts: unknown[] = [];
    void create((part) => parts.push(part)).ready;
    await worker().hears(1);
    expect(new Set(parts)).toEqual(new Set([undefined]));
  });

  test.each([
    [
      'the server has no such file',
      () => Promise.resolve(new Response('', { status: 404 })),
      /could not be loaded: the server answered 404/,
    ],
    [
      'the network is gone',
      () => Promise.reject(new TypeError('Failed to fetch')),
      /could not be loaded: it could not be reached \(Failed to fetch\)/,
    ],
    ['the file is something else', () => Promise.resolve(new Response('<html>')), /could not be loaded: .*WebAssembly/s],
  ])('says why it failed when %s, and the next use tries again', async (_, answer, why) => {
    vi.stubGlobal('fetch', answer);
    const compiler = create();
    await expect(compiler.compile('', 'main.ts')).rejects.toThrow(why);
    expect(worker().ended).toBe(true);
    serve(WASM);
    const again = compiler.ready;
    await worker(1).hears(1);
    worker(1).say({ type: 'ready' });
    await again;
  });
});

describe('compiling', () => {
  /** A compiler that has started, and its worker. */
  async function started(): Promise<{ compiler: ReturnType<typeof createCompiler>; at: FakeWorker }> {
    const compiler = create();
    const { ready } = compiler;
    await worker().hears(1);
    worker().say({ type: 'ready' });
    await ready;
    return { compiler, at: worker() };
  }

  test('answers find whoever asked, in any order', async () => {
    const { compiler, at } = await started();
    const first = compiler.compile('1', 'a.ts');
    const second = compiler.compile('2', 'b.ts');
    const told = await at.hears(3);
    expect(told.slice(1)).toMatchObject([
      { type: 'compile', source: '1', file: 'a.ts', modules: { asyncio: ['run'] } },
      { type: 'compile', source: '2', file: 'b.ts' },
    ]);
    const ids = told.slice(1).map((message) => (message.type === 'compile' ? message.id : 0));
    const other: CompileResult = { ok: false, errors: [{ message: 'x', line: 1, column: 1, length: 1 }] };
    at.say({ type: 'compiled', id: ids[1] ?? 0, result: other });
    at.say({ type: 'compiled', id: ids[0] ?? 0, result: RESULT });
    expect(await first).toBe(RESULT);
    expect(await second).toBe(other);
  });

  test('what is asked while it starts is compiled when it has started', async () => {
    const compiler = create();
    const result = compiler.compile('', 'main.ts');
    await worker().hears(1);
    worker().say({ type: 'ready' });
    await worker().hears(2);
    worker().say({ type: 'compiled', id: 1, result: RESULT });
    expect(await result).toBe(RESULT);
  });

  test.each<[string, (at: FakeWorker) => void, RegExp]>([
    [
      'esbuild fails',
      (at) => {
        at.say({ type: 'failed', id: 1, message: 'out of memory' });
      },
      /The compiler failed: out of memory/,
    ],
    [
      'the worker crashes',
      (at) => {
        at.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'boom' }));
      },
      /worker failed: boom/,
    ],
    [
      'the worker cannot be loaded',
      (at) => {
        at.dispatchEvent(new Event('error'));
      },
      /script could not be loaded/,
    ],
  ])('when %s everybody who waits is told, and the next use starts a new worker', async (_, crash, why) => {
    const { compiler, at } = await started();
    const waiting = [compiler.compile('1', 'a.ts'), compiler.compile('2', 'b.ts')];
    await at.hears(3);
    crash(at);
    for (const each of waiting) await expect(each).rejects.toThrow(why);
    expect(at.ended).toBe(true);
    const next = compiler.compile('3', 'c.ts');
    await worker(1).hears(1);
    worker(1).say({ type: 'ready' });
    await worker(1).hears(2);
    worker(1).say({ type: 'compiled', id: 1, result: RESULT });
    expect(await next).toBe(RESULT);
  });

  test('dispose ends the worker', async () => {
    const { compiler, at } = await started();
    const waiting = compiler.compile('1', 'a.ts');
    await at.hears(2);
    compiler.dispose();
    await expect(waiting).rejects.toThrow('ended');
    expect(at.ended).toBe(true);
  });
});
