/**
 * The entry of the worker in which programs run, for the page and for Node: `serve` answers one request on one wire. One classic script is bundled from
 * this file, and nothing of it needs a page or Node.
 *
 * Keeps true: the realm is locked down and the way to answer is captured before a program is even received; one request, one last word.
 */
import { loaded } from './lockdown.ts';
import type { OutputLine } from '../record/index.ts';
import { execute, judge, replayed } from './inside.ts';
import type { Answer, Request } from './protocol.ts';
import { warmUp } from './warm-up.ts';

loaded();

/** Real milliseconds; no program sees them. */
const clock = performance.now.bind(performance);

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

/** Words about where a program turns that are sent whenever they come, and the real milliseconds that each further one takes to be saved up. */
const FREE_WORDS = 200;
const PER_WORD = 5;

/** Tells what it may: a message costs some microseconds, and a loop in each of 100,000 steps would send as many. */
function sparing<T>(tell: (what: T) => void): (what: T) => void {
  let left = FREE_WORDS;
  let since = clock();
  return (what) => {
    if (left < 1) {
      const now = clock();
      left = Math.min(FREE_WORDS, (now - since) / PER_WORD);
      if (left < 1) return;
      since = now;
    }
    left -= 1;
    tell(what);
  };
}

function answer(request: Request, post: Wire['post']): void {
  const { program, limits } = request;
  const onSteps = (count: number): void => {
    post({ type: 'steps', count });
  };
  const onTurns = sparing(({ line, column }: { readonly line: number; readonly column: number }) => {
    post({ type: 'turning', line, column });
  });
  if (request.type === 'run') {
    const { send, flush } = outputTo(post);
    const record = execute(program, { limits, onOutput: send, onSteps, onTurns });
    flush();
    post({ type: 'record', json: JSON.stringify(record) });
    return;
  }
  if (request.type === 'replay') {
    const again = replayed(request, { limits, onSteps, onTurns });
    if (again === undefined) throw new Error(`the test '${request.of.test}' has no such run`);
    post({ type: 'replayed', json: JSON.stringify(again) });
    return;
  }
  const verdict = judge(program, request.tests, {
    limits,
    onSteps,
    onTurns,
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
