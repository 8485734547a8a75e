/**
 * Loads a big file that the site serves beside its pages, gzipped or not, and tells how far it is.
 *
 * Keeps true: whether a file is gzipped is seen from its own first bytes, never from its name or from what a host says of it; a host that already unpacked
 * it does no harm. A file's name holds a hash of its content: a copy that the browser has is good, however old it is.
 */

/** Hears how many bytes of how many have arrived; `total` is undefined where the host does not say. Bytes count as they are stored. */
export type LoadListener = (loaded: number, total: number | undefined) => void;

type Bytes = Uint8Array<ArrayBuffer>;

/** The unpacked file at `url`, as it arrives. Rejects with an Error that says what failed. */
export async function openFile(url: string, listen: LoadListener): Promise<ReadableStream<Bytes>> {
  const response = await fetch(url, { cache: 'force-cache' }).catch((error: unknown) => {
    throw new Error(`it could not be reached (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  });
  if (!response.ok || response.body === null) throw new Error(`the server answered ${String(response.status)} for ${url}`);
  // Where the host compresses on its way, the length it names is not that of the bytes that arrive.
  const length = Number(response.headers.get('content-length') ?? '');
  const total = length > 0 && response.headers.get('content-encoding') === null ? length : undefined;
  const { gzipped, stream } = await sniffed(response.body, (loaded) => {
    listen(loaded, total);
  });
  return gzipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
}

/** Looks at the first two bytes of a stream, and counts what goes by. */
async function sniffed(
  body: ReadableStream<Bytes>,
  listen: (loaded: number) => void,
): Promise<{ readonly gzipped: boolean; readonly stream: ReadableStream<Bytes> }> {
  const reader = body.getReader();
  const head: Bytes[] = [];
  let start = '';
  while (start.length < 4) {
    const { done, value } = await reader.read();
    if (done) break;
    head.push(value);
    for (const byte of value.subarray(0, 2)) start += byte.toString(16).padStart(2, '0');
  }
  let loaded = 0;
  const stream = new ReadableStream<Bytes>({
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
