/**
 * The sandbox as a page sees it: programs run in a worker inside an opaque-origin frame, each frame is used once, and one is kept warm, its lockdown
 * behind it, so that Run answers at once.
 *
 * Keeps true: the page stays responsive whatever a program does, because ending it is removing its frame; nothing but the protocol crosses.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { Replayed, Verdict } from '../grader/index.ts';
import type { RunRecord } from '../record/index.ts';
import { openFrame } from './frame.ts';
import { checkThrough, replayThrough, runThrough, type Channel, type CheckListener, type Job, type RunListener } from './job.ts';
import { DEFAULT_LIMITS, type Limits, type Replay } from './protocol.ts';

export type { Job } from './job.ts';

/** Real milliseconds a sandbox may take to say that it is ready. */
const START_LIMIT = 15_000;

interface Options {
  readonly limits?: Partial<Limits>;
}

export interface Sandbox {
  /** Makes the spare ready; called when a reader comes near an exercise. */
  warm(): void;
  /** Runs a program. The result rejects only when the sandbox cannot start. */
  run(program: CompiledProgram, options?: Options & RunListener): Job<RunRecord>;
  /** Runs one hidden test again and gives one of its runs with events. The result rejects when the sandbox cannot start, and when the test has no such run. */
  replay(what: Pick<Replay, 'program' | 'tests' | 'of'>, options?: Options): Job<Replayed>;
  /** Judges a program by hidden tests. The result rejects only when the sandbox cannot start. */
  check(program: CompiledProgram, tests: CompiledProgram, options?: Options & CheckListener): Job<Verdict>;
}

/** Makes the page's sandbox. `runnerUrl` is the built runner file. */
export function createSandbox({ runnerUrl }: { readonly runnerUrl: string }): Sandbox {
  let spare: Promise<Channel> | undefined;
  const warm = (): void => {
    if (spare !== undefined) return;
    spare = openFrame(runnerUrl, { startLimit: START_LIMIT });
    spare.catch(() => {
      spare = undefined; // the next use tries again, and tells
    });
  };
  const take = (): Promise<Channel> => {
    warm();
    const taken = spare ?? openFrame(runnerUrl, { startLimit: START_LIMIT });
    spare = undefined;
    return taken;
  };

  /** A job that begins as soon as a frame is there; stopping it before that is allowed too. */
  function begin<T>(start: (channel: Channel) => Job<T>): Job<T> {
    let job: Job<T> | undefined;
    let stopped = false;
    const result = take()
      .then((channel) => {
        job = start(channel);
        if (stopped) job.stop();
        return job.result;
      })
      .finally(warm);
    const stop = (): void => {
      stopped = true;
      job?.stop();
    };
    return { result, stop };
  }

  return {
    warm,
    run: (program, { limits, ...listener } = {}) =>
      begin((channel) => runThrough(channel, { type: 'run', program, limits: { ...DEFAULT_LIMITS, ...limits } }, listener)),
    replay: (what, { limits } = {}) =>
      begin((channel) => replayThrough(channel, { type: 'replay', ...what, limits: { ...DEFAULT_LIMITS, ...limits } })),
    check: (program, tests, { limits, ...listener } = {}) =>
      begin((channel) =>
        checkThrough(channel, { type: 'check', program, tests, limits: { ...DEFAULT_LIMITS, ...limits } }, listener),
      ),
  };
}
