/**
 * The sandbox in Node, in a process per use. For the commands and the exercise checks.
 *
 * Keeps true: a program that does not end, or that eats memory, is ended with its process, and nothing else is; each process is used once; the spare one
 * never keeps ours from ending.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { Replayed, Verdict } from '../grader/index.ts';
import type { RunRecord } from '../record/index.ts';
import { checkThrough, replayThrough, runThrough, type Channel, type CheckListener, type RunListener } from './job.ts';
import { onlyUse, startProcess } from './process.ts';
import { DEFAULT_LIMITS, type Limits, type Replay } from './protocol.ts';

export { PATIENT_LIMITS } from './protocol.ts';

const start = async (): Promise<Channel> => onlyUse(await startProcess());

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

/** Runs one hidden test again, in a process of its own, and gives one of its runs with events. Rejects when the sandbox itself is broken, and when the test has no such run. */
export async function replayInNode(what: Pick<Replay, 'program' | 'tests' | 'of'>): Promise<Replayed> {
  const channel = await take();
  return replayThrough(channel, { type: 'replay', ...what, limits: DEFAULT_LIMITS }).result;
}
