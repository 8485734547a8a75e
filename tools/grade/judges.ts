/**
 * Judges submissions on all cores. Most share a process with others, one after the other, because starting a process costs ten times what judging does;
 * docs/decisions/0009 says why that is safe.
 *
 * Keeps true:
 * - A verdict from a shared process counts only after the process has judged the control rightly once more; until then it is withheld.
 * - Whoever is silent for longer than a moment, dies, or reaches for what only programs that want out reach for, is judged in a process of its own, with the
 *   page's limits. The process that it shared is thrown away, and what was withheld is judged again.
 * - After a process has said what it should not, everything withheld is judged again, each in a process of its own.
 */
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { Verdict } from '../../src/grader/index.ts';
import { checkThrough } from '../../src/sandbox/job.ts';
import { onlyUse, startProcess, type SandboxProcess } from '../../src/sandbox/process.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';
import { makeControl, type Control } from './control.ts';
import { SharedProcess } from './shared-process.ts';

/** Verdicts that are withheld until the control is judged. */
const WITHHELD = 16;
/** Submissions that a process judges in its life: enough to pay for its start, few enough that its memory stays small. */
const LIFE = 400;

/** What is to be judged. */
export interface Work {
  readonly program: CompiledProgram;
  readonly tests: CompiledProgram;
  /** It gets a process of its own at once. */
  readonly alone: boolean;
}

interface Job extends Work {
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
  readonly alone: boolean;
  /** It was judged in a shared process before, in vain. */
  readonly again: boolean;
}

/** Starts processes; a test brings its own. */
export type Start = typeof startProcess;

export class Judges {
  readonly #start: Start;
  readonly #queue: Job[] = [];
  readonly #live = new Set<SandboxProcess>();
  readonly #idle: (() => void)[] = [];
  readonly #control: Promise<Control>;
  #isOver = false;
  /** How often a process said what it should not. */
  doubts = 0;

  /** @param atOnce processes that judge at the same time */
  constructor(atOnce: number, start: Start = startProcess) {
    this.#start = start;
    this.#control = makeControl((program, tests) => this.#judgeFresh(program, tests));
    this.#control.catch(() => undefined); // told to each who waits for a verdict
    for (let lane = 0; lane < atOnce; lane += 1) void this.#work();
  }

  /** Judges one submission. Rejects only when the sandbox itself is broken. */
  judge(work: Work): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      this.#put({ ...work, resolve, reject, again: false });
    });
  }

  /** Ends all processes, whatever they are doing; what is not judged by now never will be. */
  end(): void {
    this.#isOver = true;
    for (const process of this.#live) process.end();
    for (const wake of this.#idle.splice(0)) wake();
  }

  #put(...jobs: readonly Job[]): void {
    this.#queue.push(...jobs);
    for (const wake of this.#idle.splice(0)) wake();
  }

  /** One lane: takes what comes, for as long as anything may come. */
  async #work(): Promise<void> {
    let batch: Batch | undefined;
    while (!this.#isOver) {
      const job = this.#queue.shift();
      if (job === undefined) {
        if (batch?.isEmpty === false) batch = await this.#confirm(batch);
        else await new Promise<void>((resolve) => void this.#idle.push(resolve));
        continue;
      }
      try {
        if (job.alone) await this.#judgeAlone(job);
        else batch = await this.#judgeShared(job, batch);
      } catch (error) {
        job.reject(error);
        batch?.process.end();
        if (batch !== undefined) this.#put(...batch.drop());
        batch = undefined;
      }
    }
  }

  async #judgeShared(job: Job, present: Batch | undefined): Promise<Batch | undefined> {
    const batch = present ?? (await this.#newBatch());
    const use = await batch.process.judge(job);
    if (use.kind === 'verdict') {
      batch.withhold(job, use.verdict);
      // What hit a limit is judged, but not trusted to have left all in order.
      return batch.isFull || use.verdict.outcome === 'stopped' || use.verdict.outcome === 'error' ? this.#confirm(batch) : batch;
    }
    this.#put({ ...job, alone: true }, ...this.#retried(batch.drop(), use.kind === 'doubted'));
    return undefined;
  }

  /** Has the process judge the control. What it withheld is given out if it does so rightly. */
  async #confirm(batch: Batch): Promise<Batch | undefined> {
    const answer = await batch.process.passes(await this.#control);
    if (answer === 'yes') {
      batch.giveOut();
      batch.process.rest();
      if (!batch.isOld) return batch;
      batch.process.end();
    } else this.#put(...this.#retried(batch.drop(), answer === 'doubted'));
    return undefined;
  }

  /** A process that judges the control rightly, and is warmed by it. */
  async #newBatch(): Promise<Batch> {
    const control = await this.#control;
    const process = new SharedProcess(await this.#started({ isTerse: true }));
    if ((await process.passes(control)) !== 'yes') throw new Error('a fresh sandbox does not judge the control rightly');
    return new Batch(process);
  }

  #retried(jobs: readonly Job[], isDoubted: boolean): Job[] {
    if (isDoubted) this.doubts += 1;
    return jobs.map((job) => ({ ...job, alone: job.alone || isDoubted || job.again, again: true }));
  }

  async #judgeAlone({ program, tests, resolve, reject }: Job): Promise<void> {
    await this.#judgeFresh(program, tests).then(resolve, reject);
  }

  /** In a process of its own, with the page's limits. */
  async #judgeFresh(program: CompiledProgram, tests: CompiledProgram): Promise<Verdict> {
    const channel = onlyUse(await this.#started());
    return checkThrough(channel, { type: 'check', program, tests, limits: DEFAULT_LIMITS }).result;
  }

  async #started(options: Parameters<Start>[0] = {}): Promise<SandboxProcess> {
    const process = await this.#start(options);
    this.#live.add(process);
    void process.gone.then(() => this.#live.delete(process));
    if (this.#isOver) process.end();
    return process;
  }
}

/** What a shared process has judged in its life. */
class Batch {
  readonly process: SharedProcess;
  readonly #withheld: { readonly job: Job; readonly verdict: Verdict }[] = [];
  #uses = 0;

  constructor(process: SharedProcess) {
    this.process = process;
  }

  get isEmpty(): boolean {
    return this.#withheld.length === 0;
  }

  get isFull(): boolean {
    return this.#withheld.length >= WITHHELD;
  }

  get isOld(): boolean {
    return this.#uses >= LIFE;
  }

  withhold(job: Job, verdict: Verdict): void {
    this.#uses += 1;
    this.#withheld.push({ job, verdict });
  }

  giveOut(): void {
    for (const { job, verdict } of this.#withheld.splice(0)) job.resolve(verdict);
  }

  /** Forgets the verdicts. @returns whom they were about */
  drop(): Job[] {
    return this.#withheld.splice(0).map(({ job }) => job);
  }
}
