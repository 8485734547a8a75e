/**
 * The script of the frame in which learners' programs run (built into one static file by tools/build-assets.ts). The frame has an opaque origin and
 * allows nothing but a worker made from a blob; it holds no program itself.
 *
 * Keeps true: it takes one message from its parent, with one port, starts one worker and hands the port on to it; afterwards it does nothing.
 */
declare const WORKER_SOURCE: string;

addEventListener(
  'message',
  (event) => {
    const [port] = event.ports;
    if (event.source !== parent || port === undefined) return;
    const worker = new Worker(URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' })));
    worker.onerror = (error) => {
      port.postMessage({ type: 'failure', message: `the sandbox's worker did not start: ${error.message}` });
    };
    worker.postMessage(null, [port]);
  },
  { once: true },
);
