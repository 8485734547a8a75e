/**
 * The sandbox in Node: the page's inside, bundled the same way, in a worker thread per use. For the commands, the exercise checks and bulk grading.
 *
 * Keeps true: a program that does not end is ended with its thread; each thread is used once; the spare one never keeps the process from ending.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { CompiledProgram } from '../compiler/index.ts';
import type { Verdict } from '../grader/index.ts';
import type { RunRecord } from '../record/index.ts';
import { checkThrough, runThrough, type Channel, type CheckListener, type RunListener } from './job.ts';
import { parseAnswer } from './parse.ts';
import { DEFAULT_LIMITS, type Limits } from './protocol.ts';

/** Heap that a program may fill before its thread is ended, in MB. */
const HEAP = 256;

/** The wire of `serve`, over a worker thread's own port. */
const START = `
{
  const { parentPort } = require('node:worker_threads');
  inside.serve({ post: parentPort.postMessage.bind(parentPort), listen: (receive) => parentPort.once('message', receive) });
}`;

let script: Promise<string> | undefined;

/** The worker's script, bundled at the first use. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('worker-main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inside',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    minify: true, // half as much to parse at each start
    banner: { js: "'use strict';" }, // ses asks for it; esbuild writes it for some settings only
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made nothing of the sandbox');
  return file.text + START;
}

/** Starts a thread and waits until its realm is locked down. */
async function start(): Promise<Channel> {
  const worker = new Worker(await (script ??= bundled()), {
    eval: true,
    env: {}, // ses reads its options from the environment too
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  const dies = new Promise<never>((_, reject) => worker.once('error', reject));
  dies.catch(() => undefined); // told by whoever waits for it, or by `listen`
  const speaks = new Promise<unknown>((resolve) => worker.once('message', resolve));
  const answer = parseAnswer(await Promise.race([speaks, dies]));
  if (answer?.type === 'failure') throw new Error(answer.message);
  if (answer?.type !== 'ready') throw new Error('the sandbox said something that it should not');
  worker.unref();
  return {
    post(request) {
      worker.ref();
      worker.postMessage(request);
    },
    listen(receive, gone) {
      worker.on('message', receive);
      worker.once('error', (error: Error) => {
        gone(error.message);
      });
    },
    kill() {
      void worker.terminate();
    },
  };
}

let spare: Promise<Channel> | undefined;

/** The spare thread, or a new one; a new spare is started when `again` is called. */
async function take(): Promise<Channel> {
  const taken = spare ?? start();
  spare = undefined;
  return taken;
}

function keepWarm(): void {
  spare ??= start();
  spare.catch(() => {
    spare = undefined; // the next use tries again, and tells
  });
}

/** Runs a program in a thread of its own. Rejects only when the sandbox itself is broken. */
export async function runInNode(
  program: CompiledProgram,
  limits: Partial<Limits> = {},
  listener: RunListener = {},
): Promise<RunRecord> {
  const channel = await take();
  keepWarm();
  return runThrough(channel, { type: 'run', program, limits: { ...DEFAULT_LIMITS, ...limits } }, listener).result;
}

/** Judges a program by hidden tests, in a thread of its own. Rejects only when the sandbox itself is broken. */
export async function checkInNode(
  program: CompiledProgram,
  tests: CompiledProgram,
  limits: Partial<Limits> = {},
  listener: CheckListener = {},
): Promise<Verdict> {
  const channel = await take();
  keepWarm();
  return checkThrough(channel, { type: 'check', program, tests, limits: { ...DEFAULT_LIMITS, ...limits } }, listener).result;
}
