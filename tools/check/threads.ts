/**
 * A few sandbox threads, used again as long as their programs come to an end. Keeps true: a thread whose program had to be ended,
 * or that died, is never used again.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { Replayed, ReplayOf, Verdict } from '../../src/grader/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { checkThrough, replayThrough, runThrough, type Channel } from '../../src/sandbox/job.ts';
import { PATIENT_LIMITS, type Answer, type Request } from '../../src/sandbox/protocol.ts';

/** Heap that a program may fill before its thread is ended, in MB; as in the sandbox that is used once. */
const HEAP = 256;

/** What a thread says last. */
const LAST_WORDS: readonly Answer['type'][] = ['verdict', 'record', 'replayed'];

export class Threads {
  readonly #most: number;
  readonly #idle: Worker[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  /** @param most threads that work at once */
  constructor(most: number) {
    this.#most = most;
  }

  /** Runs a program. Rejects only when the sandbox itself is broken. */
  run(program: CompiledProgram): Promise<RunRecord> {
    return this.#use((channel) => runThrough(channel, { type: 'run', program, limits: PATIENT_LIMITS }).result);
  }

  /** Judges a program by hidden tests. Rejects only when the sandbox itself is broken. */
  check(program: CompiledProgram, tests: CompiledProgram): Promise<Verdict> {
    return this.#use((channel) => checkThrough(channel, { type: 'check', program, tests, limits: PATIENT_LIMITS }).result);
  }

  /** Runs one hidden test once more. Rejects when the sandbox itself is broken, and when the test has no such run. */
  replay(program: CompiledProgram, tests: CompiledProgram, of: ReplayOf): Promise<Replayed> {
    return this.#use((channel) => replayThrough(channel, { type: 'replay', program, tests, of, limits: PATIENT_LIMITS }).result);
  }

  /** Ends all threads; none may be at work. */
  async end(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  async #use<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    if (this.#busy < this.#most) this.#busy += 1;
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve)); // and the place is handed over
    try {
      return await work(this.#channel(this.#idle.pop() ?? (await start())));
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }

  /**
   * The wire to one thread for one request. Ending it puts the thread back if it has said its last word, and ends it otherwise.
   */
  #channel(worker: Worker): Channel {
    let isDone = false;
    let leave = (): void => undefined;
    return {
      post: (request: Request) => {
        worker.postMessage(request);
      },
      listen: (receive, gone) => {
        const onMessage = (data: unknown): void => {
          isDone ||=
            typeof data === 'object' && data !== null && 'type' in data && LAST_WORDS.includes(data.type as Answer['type']);
          receive(data);
        };
        const onError = (error: Error): void => {
          gone(error.message);
        };
        leave = () => void worker.off('message', onMessage).off('error', onError);
        worker.on('message', onMessage).on('error', onError);
      },
      kill: () => {
        leave();
        if (isDone) this.#idle.push(worker);
        else void worker.terminate();
      },
    };
  }
}

/** A thread that is locked down, so that no program's time is spent on that. */
async function start(): Promise<Worker> {
  // ses reads its options from the environment too
  const worker = new Worker(new URL('thread.ts', import.meta.url), { env: {}, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  await once(worker, 'message');
  return worker;
}
