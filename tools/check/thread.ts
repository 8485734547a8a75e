/**
 * A sandbox thread that answers one request after the other. A page uses a sandbox once, because its program is a stranger's;
 * here all programs are the author's own, every one still gets a world and compartments of its own, and a hundred of them need
 * not wait for a hundred lockdowns.
 */
import { parentPort } from 'node:worker_threads';
import type { Request } from '../../src/sandbox/protocol.ts';
import { serve } from '../../src/sandbox/worker-main.ts';

const port = parentPort;
if (port === null) throw new Error('thread.ts is the entry of a worker thread');

/** `serve` answers one request. */
function answerNext(): void {
  serve({
    post: (answer) => {
      port?.postMessage(answer);
    },
    listen: (receive) => {
      port?.once('message', (request: Request) => {
        receive(request);
        answerNext();
      });
    },
  });
}

answerNext();
