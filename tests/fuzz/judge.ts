/** Runs random programs on both sides, and makes those that differ small. */
import type { Program } from './ast.ts';
import { startManyPrograms, type ManyPrograms } from './cpython.ts';
import { FEATURES, generate, type Feature } from './generate.ts';
import { runHere, type Asyncio } from './loopwise.ts';
import { difference } from './outcome.ts';
import { python } from './python.ts';
import { shrink } from './shrink.ts';
import { typescript } from './typescript.ts';

/** A program that does not do the same on both sides, made small. */
export interface Finding {
  readonly seed: number;
  readonly python: string;
  readonly typescript: string;
  /** In what the two differ first. */
  readonly difference: string;
}

export interface JudgeOptions {
  readonly features?: readonly Feature[];
  /** Stands in for our `asyncio`. */
  readonly library?: Asyncio;
}

export class Judge {
  readonly #cpython: ManyPrograms;
  readonly #options: JudgeOptions;

  private constructor(cpython: ManyPrograms, options: JudgeOptions) {
    this.#cpython = cpython;
    this.#options = options;
  }

  static async start(options: JudgeOptions = {}): Promise<Judge> {
    return new Judge(await startManyPrograms(), options);
  }

  /** The same interpreter, with other options. */
  with(options: JudgeOptions): Judge {
    return new Judge(this.#cpython, options);
  }

  /** Such as '3.14.2'. */
  get version(): string {
    return this.#cpython.version;
  }

  /** Runs the program of a seed. @returns what it shows, made small, if the two sides differ */
  async judge(seed: number): Promise<Finding | undefined> {
    const program = generate(seed, this.#options.features ?? FEATURES);
    if ((await this.difference(program)) === undefined) return undefined;
    const small = await shrink(program, async (smaller) => (await this.difference(smaller)) !== undefined);
    return {
      seed,
      python: python(small),
      typescript: typescript(small),
      difference: (await this.difference(small)) ?? 'none when it is run again',
    };
  }

  /** In what the two sides differ first; undefined when they do the same. */
  async difference(program: Program): Promise<string | undefined> {
    return difference(this.#cpython.run(python(program)), await runHere(typescript(program), this.#options.library));
  }
}
