/**
 * The entry of the worker in which programs run, for the page and for Node: `serve` answers one request on one wire. One classic script is bundled from
 * this file, and nothing of it needs a page or Node.
 *
 * Keeps true: the realm is locked down and the way to answer is captured before a program is even received; one request, one last word.
 */
import { loaded } from './lockdown.ts';
import type { OutputLine } from '../record/index.ts';
import { execute, judge } from './inside.ts';
import type { Answer, Request } from './protocol.ts';
import { warmUp } from './warm-up.ts';

loaded();

/** The two directions of the wire. `listen` is called once. */
export interface Wire {
  readonly post: (answer: Answer) => void;
  readonly listen: (receive: (request: Request) => void) => void;
}

/** Lines that are sent one by one; a program that prints more is sent in batches, as a message costs more than a line. */
const SINGLE_LINES = 200;
const BATCH = 50;

/** Sends printed lines. */
function outputTo(post: Wire['post']): { readonly send: (line: OutputLine) => void; readonly flush: () => void } {
  let sent = 0;
  let waiting: OutputLine[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    sent += waiting.length;
    post({ type: 'output', json: JSON.stringify(waiting) });
    waiting = [];
  };
  const send = (line: OutputLine): void => {
    waiting.push(line);
    if (sent < SINGLE_LINES || waiting.length >= BATCH) flush();
  };
  return { send, flush };
}

function answer(request: Request, post: Wire['post']): void {
  const { program, limits } = request;
  const onSteps = (count: number): void => {
    post({ type: 'steps', count });
  };
  if (request.type === 'run') {
    const { send, flush } = outputTo(post);
    const record = execute(program, { limits, onOutput: send, onSteps });
    flush();
    post({ type: 'record', json: JSON.stringify(record) });
    return;
  }
  const verdict = judge(program, request.tests, {
    limits,
    onSteps,
    onTests: (names) => {
      post({ type: 'tests', names });
    },
    onTestStart: (name) => {
      post({ type: 'test-started', name });
    },
    onTest: (result) => {
      post({ type: 'test-done', json: JSON.stringify(result) });
    },
  });
  post({ type: 'verdict', json: JSON.stringify(verdict) });
}

/** Makes this worker a sandbox: says that it is ready, and answers the first request. */
export function serve({ post, listen }: Wire): void {
  const orFail = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      post({ type: 'failure', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  };
  orFail(() => {
    let isUsed = false;
    listen((request) => {
      if (isUsed) return;
      isUsed = true;
      orFail(() => {
        answer(request, post);
      });
    });
    if (!warmUp()) throw new Error('the sandbox does not judge rightly: its own little program did not pass');
    post({ type: 'ready' });
  });
}

/** In a page's worker the wire is the port that comes with the first message. Node's side calls `serve` itself. */
if ('WorkerGlobalScope' in globalThis) {
  addEventListener(
    'message',
    ({ ports: [port] }) => {
      if (port === undefined) return;
      const post = port.postMessage.bind(port);
      serve({
        post: (message) => {
          post(message);
        },
        listen: (receive) => {
          port.onmessage = ({ data }) => {
            receive(data as Request);
          };
        },
      });
    },
    { once: true },
  );
}
