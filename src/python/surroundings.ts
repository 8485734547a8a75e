/**
 * What pyodide finds around it in our worker, before its first line runs: it asks the network for its files, and gets those that the page has handed in; it
 * refuses workers that can import scripts, and this one cannot.
 *
 * Keeps true: nothing here is a wall. The frame's policy refuses the network and scripts; this only spares pyodide the asking.
 */
import type { PythonFiles } from './protocol.ts';

/** Where pyodide believes that it comes from. */
export const HOME = 'https://python.invalid/';

Object.assign(globalThis, { importScripts: undefined });

/** Answers pyodide's requests. */
export function serveFiles({ wasm, library }: Omit<PythonFiles, 'script'>): void {
  const files: Readonly<Record<string, readonly [ArrayBuffer, string]>> = {
    [`${HOME}pyodide.asm.wasm`]: [wasm, 'application/wasm'],
    [`${HOME}python_stdlib.zip`]: [library, 'application/zip'],
  };
  const serve = (asked: URL | string): Promise<Response> => {
    const [content, type] = files[String(asked)] ?? [];
    if (content === undefined || type === undefined) return Promise.reject(new TypeError('there is no network here'));
    return Promise.resolve(new Response(content, { headers: { 'content-type': type } }));
  };
  Object.assign(globalThis, { fetch: serve });
}
