/**
 * The script of the frame in which Python runs (built into one static file by tools/build-assets.ts). The frame has an opaque origin and allows nothing but a
 * worker made from a blob; no program runs in it.
 *
 * Keeps true: it takes one message from its parent, with the interpreter's files and one port, starts one worker and hands them on to it; afterwards it does
 * nothing.
 */
import type { PythonFiles } from './protocol.ts';

addEventListener(
  'message',
  (event) => {
    const [port] = event.ports;
    if (event.source !== parent || port === undefined) return;
    const { script, wasm, library } = event.data as PythonFiles;
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    worker.onerror = (error) => {
      port.postMessage({ type: 'failure', message: `Python's worker did not start: ${error.message}` });
    };
    worker.postMessage({ wasm, library }, [port, wasm, library]);
  },
  { once: true },
);
