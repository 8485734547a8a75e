/**
 * A process of Node's with the sandbox's inside in it, bundled as for the page. Who may use it how often is the caller's to decide: `node.ts` uses one once,
 * `npm run grade` one for a batch.
 *
 * Keeps true: each request is answered by a fresh stage in a realm that is locked down; a process that eats memory is ended; one that nobody needs never
 * keeps ours from ending. The second wall is Node's own permission model: the process may read no file and start nothing.
 *
 * Why not a worker thread: of eight programs that fill the heap, five took the whole process with them (V8 ends the process when it cannot collect in
 * time), for about the same 80 ms of start.
 */
import { spawn } from 'node:child_process';
import { bundle } from './bundle.ts';
import type { Channel } from './job.ts';
import { watchMemory } from './memory.ts';
import { parseAnswer } from './parse.ts';
import type { Request } from './protocol.ts';

/** Memory that a process may have in all, in MB. */
const MEMORY = 384;
/** Heap that it may have where its memory cannot be watched, in MB. */
const HEAP = 512;
/** Real milliseconds after which a process ends itself: if ours is killed, nobody else would end it. */
const LAST_RESORT = 600_000;

/** The wire of `serve`, over the channel to the parent process: one request after the other. What a realm of Node's has by itself is taken out of reach. */
const start = (says: string): string => `
{
  const { process: ours } = globalThis;
  const { runInThisContext } = require('node:vm');
  const send = ours.send.bind(ours);
  ours.once('disconnect', () => ours.exit());
  for (const name of ['process', 'require', 'module', 'exports', '__filename', '__dirname']) delete globalThis[name];
  const serveNext = () => inside.serve({
    post: (answer) => { if (${says}) send(answer); },
    listen: (receive) => ours.once('message', (request) => {
      globalThis.answer = () => receive(request);
      runInThisContext('answer()', { timeout: ${String(LAST_RESORT)} });
      delete globalThis.answer;
      serveNext();
    }),
  });
  serveNext();
}`;

let bundled: Promise<string> | undefined;

interface ProcessOptions {
  /** It says only that it is ready, and its last words: who judges thousands spares two thirds of the messages. */
  readonly isTerse?: boolean;
}

export interface SandboxProcess {
  /** Why it has ended, as soon as it has. Never rejects. */
  readonly gone: Promise<string>;
  /** Sends a request. From now on its memory is watched, and ours waits for it. */
  readonly post: (request: Request) => void;
  /** Hears whatever it says, unparsed. @returns what ends that */
  readonly hear: (receive: (data: unknown) => void) => () => void;
  /** Nobody waits for it for now. */
  readonly rest: () => void;
  /** Ends it at once, whatever it is doing. */
  readonly end: () => void;
}

/** The wire for the only use of a process, which is ended after it. */
export function onlyUse({ post, hear, gone, end }: SandboxProcess): Channel {
  return {
    post,
    listen(receive, died) {
      hear(receive);
      void gone.then(died);
    },
    kill: end,
  };
}

/** Starts a process and waits until its realm is locked down and has judged its own little program rightly. */
export async function startProcess({ isTerse = false }: ProcessOptions = {}): Promise<SandboxProcess> {
  bundled ??= bundle('worker-main.ts', { globalName: 'inside' }); // at the first use
  const code = (await bundled) + start(isTerse ? "['ready', 'verdict', 'record', 'failure'].includes(answer.type)" : 'true');
  const child = spawn(process.execPath, [`--max-old-space-size=${String(HEAP)}`, '--permission', '-'], {
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: {}, // ses reads its options from the environment, too
    serialization: 'advanced',
  });
  const { stdin, stderr } = child;
  if (stdin === null || stderr === null) throw new Error('the sandbox’s process has no pipes');
  let said = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (status, signal) => {
      resolve(`it ended by itself (${signal ?? String(status)})`);
    });
  });
  const died = gone.then((why) => {
    throw new Error(`the sandbox's process did not start: ${why}${said === '' ? '' : `\n${said}`}`);
  });
  const spoke = new Promise<unknown>((resolve) => child.once('message', resolve));
  stdin.on('error', () => undefined); // it died while it read: `gone` tells
  stdin.end(code);
  const answer = parseAnswer(await Promise.race([spoke, died]));
  died.catch(() => undefined);
  if (answer?.type === 'failure') throw new Error(answer.message);
  if (answer?.type !== 'ready') throw new Error('the sandbox said something that it should not');
  stderr.destroy();
  let stopWatching = (): void => undefined;
  const rest = (): void => {
    stopWatching();
    child.unref();
    child.channel?.unref();
  };
  rest();
  return {
    gone,
    rest,
    post(request) {
      child.ref();
      child.channel?.ref();
      stopWatching();
      stopWatching = watchMemory(child.pid, MEMORY, () => child.kill('SIGKILL'));
      child.send(request, () => undefined); // it died meanwhile: `gone` tells
    },
    hear(receive) {
      child.on('message', receive);
      return () => void child.off('message', receive);
    },
    end() {
      stopWatching();
      child.kill('SIGKILL');
    },
  };
}
