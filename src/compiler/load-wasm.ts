/** Loads and compiles a WebAssembly file, which may be stored gzipped. */
import { openFile, type LoadListener } from '../loading/index.ts';

/** The module at `url`. Rejects with an Error that says what failed. */
export async function loadWasm(url: string, listen: LoadListener): Promise<WebAssembly.Module> {
  const plain = await openFile(url, listen);
  return WebAssembly.compileStreaming(new Response(plain, { headers: { 'content-type': 'application/wasm' } }));
}
