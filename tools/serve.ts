/**
 * Serves the built site as any static host would: files from dist/, no special headers, optionally below a sub-path.
 *
 * `npm run serve -- [--port 4321] [--under /some/path/]`; the tests use `serve()` itself.
 */
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** Starts a server on `port` (0: any free one) for the folder `dir` at the path `under`; resolves to the server and its address. */
export async function serve(dir: string, port: number, under = '/'): Promise<{ server: Server; url: string }> {
  const prefix = `/${under.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const files = sirv(dir, { dev: true, etag: true, gzip: false, brotli: false });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404: no such page');
    };
    if (request.url?.startsWith(prefix) !== true) {
      notFound();
      return;
    }
    request.url = request.url.slice(prefix.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return { server, url: `http://localhost:${String(address.port)}${prefix}` };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4321' }, under: { type: 'string', default: '/' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be a number from 0 to 65535, got '${values.port}'`);
  if (!existsSync(DIST)) throw new Error('there is no dist/ yet: run `npm run build` first, or `npm start`, which does both');
  for (let tried = port; ; tried += 1) {
    try {
      const { url } = await serve(DIST, tried, values.under);
      console.log(`\nLoopwise is served at ${url}   (Ctrl-C ends it)`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried >= port + 20) throw error;
      console.log(`port ${String(tried)} is taken; trying ${String(tried + 1)}`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: unknown) => {
    console.error(`serve: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
