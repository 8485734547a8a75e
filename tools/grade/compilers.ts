/**
 * Compiles submissions in threads beside, so that the command stays awake and a program made to hurt the compiler hurts one thread. Keeps true: a thread
 * that fails or does not answer is ended and replaced, and only the program that it was compiling is told.
 */
import { Worker } from 'node:worker_threads';
import type { CompileResult } from '../../src/compiler/index.ts';

/** Real milliseconds that compiling may take; an honest program takes 3. */
const LIMIT = 10_000;

export class Compilers {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /** @param most threads that compile at the same time */
  constructor(most: number) {
    this.#free = most;
  }

  /** Compiles one program. Rejects, with what to say of it, when the compiler does not survive it. */
  async compile(source: string): Promise<CompileResult> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve)); // and the place is handed over
    const worker = this.#idle.pop() ?? this.#start();
    try {
      const result = await answerOf(worker, source);
      this.#idle.push(worker);
      return result;
    } catch (error) {
      this.#all.delete(worker);
      void worker.terminate();
      throw error;
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  /** Ends all threads. */
  async end(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(new URL('compile-thread.ts', import.meta.url), { stderr: true });
    worker.on('error', () => undefined); // whoever waits for it hears of it
    this.#all.add(worker);
    return worker;
  }
}

function answerOf(worker: Worker, source: string): Promise<CompileResult> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed);
      finish();
    };
    const answered = (result: CompileResult): void => {
      settle(() => {
        resolve(result);
      });
    };
    const failed = (error: Error): void => {
      settle(() => {
        reject(new Error(`the compiler did not survive it: ${error.message}`));
      });
    };
    const timer = setTimeout(() => {
      failed(new Error(`no answer within ${String(LIMIT / 1000)} s`));
    }, LIMIT);
    worker.on('message', answered).on('error', failed);
    worker.postMessage(source);
  });
}
