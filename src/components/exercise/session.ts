/**
 * A reader's work on one exercise: what the code printed, how it was judged, the hints. Signals in, signals out; it knows no DOM, so that it is tested
 * without one. The island draws it.
 *
 * Keeps true: the code is saved before each Run and Check, one thing runs at a time, and a Stop that comes before it has begun is remembered.
 */
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CompiledProgram, CompileError, CompileResult } from '../../compiler/index.ts';
import type { ProgressStore } from '../../course/index.ts';
import type { TestResult, Verdict } from '../../grader/index.ts';
import type { OutputLine, RunRecord } from '../../record/index.ts';
import type { Job, Sandbox } from '../../sandbox/page.ts';
import type { Limits } from '../../sandbox/protocol.ts';
import { reasonOf } from '../reason.ts';
import { words } from '../words.ts';
import type { ExerciseData } from './data.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { replayBoth, type LookView } from './look.ts';

/** The name under which the reader's program is known in errors. */
export const PROGRAM_FILE = 'main.ts';

/** What Output shows. `of` is the code it is about. */
export interface RunView {
  readonly of: string;
  readonly lines: readonly OutputLine[];
  readonly record?: RunRecord;
  /** What the run was allowed, where that is not what programs are allowed otherwise. */
  readonly limits?: Limits;
  /** What the language itself said of the run, where it is another's than ours: shown in place of our words for the same. */
  readonly said?: string;
  readonly errors?: readonly CompileError[];
  /** The run could not begin: why. */
  readonly failure?: string;
}

/** What the verdict region shows. */
export interface CheckView {
  readonly of: string;
  /** Results so far; the verdict's own once it is there. */
  readonly tests: readonly TestResult[];
  readonly verdict?: Verdict;
  readonly errors?: readonly CompileError[];
  readonly current?: string;
}

type Activity = 'idle' | 'compiling' | 'running' | 'checking';

export interface SessionParts {
  readonly id: string;
  readonly formerly: readonly string[];
  readonly data: ExerciseData;
  /** Fetches the compiled solution; called when a run is looked at. */
  readonly reference: () => Promise<CompiledProgram>;
  readonly sandbox: Pick<Sandbox, 'run' | 'check' | 'replay'>;
  readonly compile: (source: string, file: string) => Promise<CompileResult>;
  readonly store: ProgressStore;
  /** Now, as an ISO date. */
  readonly now: () => string;
}

export interface Session extends Omit<Drafts, 'change'> {
  readonly activity: ReadonlySignal<Activity>;
  readonly run: ReadonlySignal<RunView | undefined>;
  readonly check: ReadonlySignal<CheckView | undefined>;
  /** What the reader asked for last; its answer is shown first. */
  readonly latest: ReadonlySignal<'run' | 'check'>;
  readonly solutionUnlocked: ReadonlySignal<boolean>;
  readonly startRun: () => Promise<void>;
  readonly startCheck: () => Promise<void>;
  readonly look: ReadonlySignal<LookView | undefined>;
  /** Runs a failed test once more, with the code that was checked and then with the reference. `run` as in `ReplayOf`. */
  readonly startLook: (test: LookView['test'], run?: number) => Promise<void>;
  readonly closeLook: () => void;
  readonly stop: () => void;
  readonly showHint: () => void;
}

/** Begins work on an exercise where the reader left it. */
export function createSession({ id, formerly, data, reference, sandbox, compile, store, now }: SessionParts): Session {
  const { change, ...drafts } = openDrafts({ id, formerly, starter: data.starter, store });
  const { code, progress, save } = drafts;
  const activity = signal<Activity>('idle');
  const latest = signal<'run' | 'check'>('check');
  const run = signal<RunView | undefined>(undefined);
  const check = signal<CheckView | undefined>(undefined);
  const look = signal<LookView | undefined>(undefined);
  /** What is under way: a Stop that comes before the job has begun is remembered. */
  let work: { job?: Job<unknown>; stopped: boolean } = { stopped: false };

  /** Compiles what stands in the editor, and runs `use` on it; `tell` hears of what went wrong before. */
  async function withProgram(
    source: string,
    tell: (wrong: { errors: readonly CompileError[] } | { failure: string }) => void,
    use: (program: CompiledProgram) => Promise<void>,
  ): Promise<void> {
    const mine: typeof work = { stopped: false };
    work = mine;
    save();
    try {
      let program = data.starterProgram;
      if (source !== data.starter) {
        activity.value = 'compiling';
        const compiled = await compile(source, PROGRAM_FILE);
        if (!compiled.ok) {
          tell({ errors: compiled.errors });
          return;
        }
        program = compiled.program;
      }
      if (mine.stopped) tell({ failure: words.run.stopped });
      else await use(program);
    } catch (error) {
      tell({
        failure: (activity.peek() === 'compiling' ? words.run.compilerFailed : words.run.sandboxFailed)(reasonOf(error)),
      });
    } finally {
      activity.value = 'idle';
    }
  }

  async function startRun(): Promise<void> {
    if (activity.peek() !== 'idle') return;
    const of = code.peek();
    latest.value = 'run';
    run.value = { of, lines: [] };
    await withProgram(
      of,
      (wrong) => {
        run.value = { of, lines: [], ...wrong };
      },
      async (program) => {
        activity.value = 'running';
        let lines: readonly OutputLine[] = [];
        const running = sandbox.run(program, {
          onOutput(more) {
            lines = [...lines, ...more];
            run.value = { of, lines };
          },
        });
        work.job = running;
        const record = await running.result;
        run.value = { of, lines: record.output, record };
      },
    );
  }

  async function startLook({ name, seed }: LookView['test'], run?: number): Promise<void> {
    const of = check.peek()?.of;
    if (activity.peek() !== 'idle' || of === undefined) return;
    let view: LookView = { of, test: { name, seed } };
    look.value = view;
    const show = (more: Partial<LookView>): void => {
      view = { ...view, ...more };
      look.value = view;
    };
    await withProgram(
      of,
      (wrong) => {
        show({ failure: 'failure' in wrong ? wrong.failure : words.run.doesNotCompile });
      },
      async (program) => {
        activity.value = 'running';
        const mine = work;
        const whole = await replayBoth(program, {
          sandbox,
          tests: data.testsProgram,
          of: { test: name, seed, run },
          reference,
          begins: (job) => void (mine.job = job),
          isStopped: () => mine.stopped,
          show,
        });
        if (!whole) show({ failure: words.run.stopped });
      },
    );
  }

  async function startCheck(): Promise<void> {
    if (activity.peek() !== 'idle') return;
    const of = code.peek();
    latest.value = 'check';
    look.value = undefined;
    check.value = { of, tests: [] };
    const conclude = (view: CheckView & { verdict: Verdict }): void => {
      batch(() => {
        check.value = view;
        const { outcome } = view.verdict;
        if (outcome === 'stopped') return;
        change((present) => ({
          ...present,
          attempts: present.attempts + 1,
          solvedAt: present.solvedAt ?? (outcome === 'passed' ? now() : undefined),
        }));
      });
    };
    await withProgram(
      of,
      (wrong) => {
        if ('errors' in wrong)
          conclude({
            of,
            tests: [],
            errors: wrong.errors,
            verdict: { version: 1, outcome: 'error', tests: [], reason: words.run.doesNotCompile },
          });
        else
          check.value = {
            of,
            tests: [],
            verdict: { version: 1, outcome: work.stopped ? 'stopped' : 'error', tests: [], reason: wrong.failure },
          };
      },
      async (program) => {
        activity.value = 'checking';
        let tests: readonly TestResult[] = [];
        const checking = sandbox.check(program, data.testsProgram, {
          onTestStart(current) {
            check.value = { of, tests, current };
          },
          onTest(result) {
            tests = [...tests, result];
            check.value = { of, tests };
          },
        });
        work.job = checking;
        const verdict = await checking.result;
        conclude({ of, tests: verdict.tests, verdict });
      },
    );
  }

  return {
    ...drafts,
    activity,
    run,
    check,
    latest,
    solutionUnlocked: computed(() => progress.value.solvedAt !== undefined || progress.value.hintsShown >= data.hints.length),
    startRun,
    startCheck,
    look,
    startLook,
    closeLook() {
      look.value = undefined;
    },
    stop() {
      work.stopped = true;
      work.job?.stop();
    },
    showHint() {
      change((present) => ({ ...present, hintsShown: Math.min(data.hints.length, present.hintsShown + 1) }));
    },
  };
}
