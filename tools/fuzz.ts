/**
 * Compares random programs on real CPython and on our runtime: `npm run fuzz -- [--programs 20000] [--seed 1] [--stop-after 10] [--write NAME]`.
 *
 * Each program that differs is printed as small as it could be made; `--write NAME` keeps the first one as the conformance case tests/conformance/fuzz/NAME.
 * Keeps true: every program was judged, or the exit code is not 0. The same seed judges the same programs.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Finding } from '../tests/fuzz/judge.ts';
import type { WorkerMessage } from '../tests/fuzz/worker.ts';

const WORKERS = 2;
/** Seeds that a worker has at once, so that it never waits. */
const AHEAD = 4;
const PROGRESS = 1_000;
/** A worker that says nothing for this long hangs in a program: both sides have a limit of steps, so one of them does not give control back. Milliseconds. */
const PATIENCE = 120_000;

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    'stop-after': { type: 'string', default: '10' },
    write: { type: 'string' },
  },
});
const programs = whole('programs');
const seed = whole('seed');
const stopAfter = whole('stop-after');

const begun = Date.now();
let next = 0;
let judged = 0;
let differences = 0;
let broken = 0;
let version = '?';

await Promise.all(Array.from({ length: WORKERS }, work));
const seconds = Math.round((Date.now() - begun) / 1000);
const failed = broken > 0 ? `, ${broken} that could not be judged` : '';
console.log(`${judged} programs, ${differences} differences${failed} (seed ${seed}, ${seconds} s, CPython ${version})`);
process.exitCode = differences === 0 && broken === 0 && judged === programs ? 0 : 1;

/** One worker, from its start until there is nothing left to do. */
function work(): Promise<void> {
  const child = fork(new URL('../tests/fuzz/worker.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve) => {
    const waiting: number[] = [];
    let silence: NodeJS.Timeout | undefined = undefined;
    child.on('message', (message: WorkerMessage) => {
      clearTimeout(silence);
      if (message.kind === 'ready') version = message.version;
      else {
        waiting.shift();
        hear(message);
      }
      while (waiting.length < AHEAD) {
        const given = hand(child);
        if (given === undefined) break;
        waiting.push(given);
      }
      if (waiting.length === 0) child.disconnect();
      else silence = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    });
    child.on('exit', (code) => {
      clearTimeout(silence);
      if (waiting.length > 0 || code !== 0) {
        broken += waiting.length;
        console.log(`a worker ended with ${String(code)} at seed ${String(waiting[0])}, ${waiting.length} programs unjudged`);
      }
      resolve();
    });
  });
}

/** Gives a worker the next seed, if there is one. @returns the seed */
function hand(child: ChildProcess): number | undefined {
  if (next >= programs || differences >= stopAfter) return undefined;
  const given = seed + next;
  child.send(given);
  next += 1;
  return given;
}

function hear(message: Exclude<WorkerMessage, { kind: 'ready' }>): void {
  if (message.kind === 'broken') {
    broken += 1;
    console.log(`seed ${message.seed} could not be judged: ${message.error}`);
    return;
  }
  judged += 1;
  if (judged % PROGRESS === 0) console.error(`${judged} programs, ${differences} differences …`);
  if (message.finding === undefined) return;
  differences += 1;
  report(message.finding);
  if (differences === 1 && values.write !== undefined) keep(message.finding, values.write);
}

function report(finding: Finding): void {
  console.log(`── seed ${finding.seed}: ${finding.difference}\n\n${finding.python}\n${finding.typescript}`);
}

/** Writes a conformance case; what CPython does there is recorded by the cases' own command. */
function keep(finding: Finding, name: string): void {
  const folder = new URL(`../tests/conformance/fuzz/${name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('program.py', folder), finding.python);
  writeFileSync(new URL('program.ts', folder), finding.typescript);
}

function whole(name: 'programs' | 'seed' | 'stop-after'): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} wants a whole number, not ${values[name]}`);
  return value;
}
