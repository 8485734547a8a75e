/**
 * Loads a WebAssembly file that may be stored gzipped, and tells how far it is.
 *
 * Keeps true: whether a file is gzipped is seen from its own first bytes, never from its name or from what a host says of it; a host that already unpacked
 * it does no harm.
 */

/** Hears how many bytes of how many have arrived; `total` is undefined where the host does not say. Bytes count as they are stored. */
export type LoadListener = (loaded: number, total: number | undefined) => void;

/** Loads and compiles the module at `url`. Rejects with an Error that says what failed. */
export async function loadWasm(url: string, listen: LoadListener): Promise<WebAssembly.Module> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`it could not be reached (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  });
  if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status} for ${url}`);
  // Where the host compresses on its way, the length it names is not that of the bytes that arrive.
  const length = Number(response.headers.get('content-length') ?? '');
  const total = length > 0 && response.headers.get('content-encoding') === null ? length : undefined;
  const { gzipped, stream } = await sniffed(response.body, (loaded) => {
    listen(loaded, total);
  });
  const plain = gzipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  return WebAssembly.compileStreaming(new Response(plain, { headers: { 'content-type': 'application/wasm' } }));
}

/** Looks at the first two bytes of a stream, and counts what goes by. */
async function sniffed(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  listen: (loaded: number) => void,
): Promise<{ readonly gzipped: boolean; readonly stream: ReadableStream<Uint8Array<ArrayBuffer>> }> {
  const reader = body.getReader();
  const head: Uint8Array<ArrayBuffer>[] = [];
  let start = '';
  while (start.length < 4) {
    const { done, value } = await reader.read();
    if (done) break;
    head.push(value);
    for (const byte of value.subarray(0, 2)) start += byte.toString(16).padStart(2, '0');
  }
  let loaded = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = head.length > 0 ? { done: false, value: head.shift() } : await reader.read();
      if (done || value === undefined) {
        controller.close();
        return;
      }
      loaded += value.length;
      listen(loaded);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { gzipped: start.startsWith('1f8b'), stream };
}
