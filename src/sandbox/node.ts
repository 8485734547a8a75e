/**
 * The sandbox in Node: the page's inside, bundled the same way, in a process per use. For the commands, the exercise checks and bulk grading.
 *
 * Keeps true: a program that does not end, or that eats memory, is ended with its process, and nothing else is; each process is used once; the spare one
 * never keeps ours from ending. The second wall is Node's own permission model: the process may read no file and start nothing.
 *
 * Why not a worker thread: of eight programs that fill the heap, five took the whole process with them (V8 ends the process when it cannot collect in
 * time), for about the same 80 ms of start.
 */
import { spawn } from 'node:child_process';
import type { CompiledProgram } from '../compiler/index.ts';
import type { Verdict } from '../grader/index.ts';
import type { RunRecord } from '../record/index.ts';
import { bundle } from './bundle.ts';
import { checkThrough, runThrough, type Channel, type CheckListener, type RunListener } from './job.ts';
import { watchMemory } from './memory.ts';
import { parseAnswer } from './parse.ts';
import { DEFAULT_LIMITS, type Limits } from './protocol.ts';

/** Memory that a process may have in all, in MB. */
const MEMORY = 384;
/** Heap that it may have where its memory cannot be watched, in MB. */
const HEAP = 512;
/** Real milliseconds after which a process ends itself: if ours is killed, nobody else would end it. */
const LAST_RESORT = 600_000;

/** The wire of `serve`, over the channel to the parent process. */
const START = `
{
  const { runInThisContext } = require('node:vm');
  const send = process.send.bind(process);
  process.once('disconnect', () => process.exit());
  inside.serve({
    post: (answer) => { send(answer); },
    listen: (receive) => process.once('message', (request) => {
      globalThis.answer = () => receive(request);
      runInThisContext('answer()', { timeout: ${String(LAST_RESORT)} });
    }),
  });
}`;

let script: Promise<string> | undefined;

/** The process's script, bundled at the first use. */
async function bundled(): Promise<string> {
  return (await bundle('worker-main.ts', { globalName: 'inside' })) + START;
}

/** Starts a process and waits until its realm is locked down. */
async function start(): Promise<Channel> {
  const code = await (script ??= bundled());
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
  const exit = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (status, signal) => {
      resolve(`it ended by itself (${signal ?? String(status)})`);
    });
  });
  const died = exit.then((why) => {
    throw new Error(`the sandbox's process did not start: ${why}${said === '' ? '' : `\n${said}`}`);
  });
  const spoke = new Promise<unknown>((resolve) => child.once('message', resolve));
  stdin.on('error', () => undefined); // it died while it read: `exit` tells
  stdin.end(code);
  const answer = parseAnswer(await Promise.race([spoke, died]));
  died.catch(() => undefined);
  if (answer?.type === 'failure') throw new Error(answer.message);
  if (answer?.type !== 'ready') throw new Error('the sandbox said something that it should not');
  child.unref();
  child.channel?.unref();
  stderr.destroy();
  let stopWatching = (): void => undefined;
  return {
    post(request) {
      child.ref();
      child.channel?.ref();
      stopWatching = watchMemory(child.pid, MEMORY, () => child.kill('SIGKILL'));
      child.send(request);
    },
    listen(receive, gone) {
      child.on('message', receive);
      void exit.then(gone);
    },
    kill() {
      stopWatching();
      child.kill('SIGKILL');
    },
  };
}

let spare: Promise<Channel> | undefined;
let uses = 0;

/** The spare process, or a new one. From the second use on the next spare is started meanwhile: who runs one program only does not wait for another. */
function take(): Promise<Channel> {
  uses += 1;
  const taken = spare ?? start();
  spare = undefined;
  if (uses === 1) return taken;
  spare = taken.then(start);
  spare.catch(() => {
    spare = undefined; // the next use tries again, and tells
  });
  return taken;
}

/** Runs a program in a process of its own. Rejects only when the sandbox itself is broken. */
export async function runInNode(
  program: CompiledProgram,
  limits: Partial<Limits> = {},
  listener: RunListener = {},
): Promise<RunRecord> {
  const channel = await take();
  return runThrough(channel, { type: 'run', program, limits: { ...DEFAULT_LIMITS, ...limits } }, listener).result;
}

/** Judges a program by hidden tests, in a process of its own. Rejects only when the sandbox itself is broken. */
export async function checkInNode(
  program: CompiledProgram,
  tests: CompiledProgram,
  limits: Partial<Limits> = {},
  listener: CheckListener = {},
): Promise<Verdict> {
  const channel = await take();
  return checkThrough(channel, { type: 'check', program, tests, limits: { ...DEFAULT_LIMITS, ...limits } }, listener).result;
}
