/**
 * A reader's work on one exercise: the code, what it printed, how it was judged, hints and drafts. Signals in, signals out; it knows no DOM, so that
 * it is tested without one. The island draws it.
 *
 * Keeps true: the code is saved before each Run and Check; nothing but the reader's own hand changes the code, and what Reset takes away comes back.
 */
import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { CompiledProgram, CompileError, CompileResult } from '../../compiler/index.ts';
import type { ExerciseProgress, ProgressStore, Reading, Trouble } from '../../course/index.ts';
import type { TestResult, Verdict } from '../../grader/index.ts';
import type { OutputLine, RunRecord } from '../../record/index.ts';
import type { Job, Sandbox } from '../../sandbox/page.ts';
import { words } from '../words.ts';
import type { ExerciseData } from './data.ts';

/** The name under which the reader's program is known in errors. */
export const PROGRAM_FILE = 'main.ts';

/** What Output shows. `of` is the code it is about. */
export interface RunView {
  readonly of: string;
  readonly lines: readonly OutputLine[];
  readonly record?: RunRecord;
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

export type Activity = 'idle' | 'compiling' | 'running' | 'checking';

export interface SessionParts {
  readonly id: string;
  readonly formerly: readonly string[];
  readonly data: ExerciseData;
  readonly sandbox: Pick<Sandbox, 'run' | 'check'>;
  readonly compile: (source: string, file: string) => Promise<CompileResult>;
  readonly store: ProgressStore;
  /** Now, as an ISO date. */
  readonly now: () => string;
}

export interface Session {
  /** What the editor holds. Written by the editor through `edit`, and by Reset and its undoing. */
  readonly code: ReadonlySignal<string>;
  readonly activity: ReadonlySignal<Activity>;
  readonly run: ReadonlySignal<RunView | undefined>;
  readonly check: ReadonlySignal<CheckView | undefined>;
  readonly progress: ReadonlySignal<ExerciseProgress>;
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  readonly solutionUnlocked: ReadonlySignal<boolean>;
  readonly edit: (code: string) => void;
  /** Writes the draft now; called a moment after typing, and when the page is left. */
  readonly save: () => void;
  readonly startRun: () => Promise<void>;
  readonly startCheck: () => Promise<void>;
  readonly stop: () => void;
  readonly reset: () => void;
  /** Brings back what Reset, or another tab, has put aside; what is there now is put aside in its turn. */
  readonly takeAside: () => void;
  readonly showHint: () => void;
  /** Ends listening to other tabs. */
  readonly dispose: () => void;
}

/** Begins work on an exercise where the reader left it. */
export function createSession({ id, formerly, data, sandbox, compile, store, now }: SessionParts): Session {
  const opened = store.read(id, formerly);
  const progress = signal(opened.progress);
  const trouble: Signal<Trouble | undefined> = signal(opened.trouble);
  const code = signal(opened.progress.draft ?? data.starter);
  const activity = signal<Activity>('idle');
  const run = signal<RunView | undefined>(undefined);
  const check = signal<CheckView | undefined>(undefined);
  /** The code as this tab last knew it to be stored. */
  let saved = code.peek();
  /** What is under way: a Stop that comes before the job has begun is remembered. */
  let work: { job?: Job<unknown>; stopped: boolean } = { stopped: false };

  function take(reading: Reading): void {
    progress.value = reading.progress;
    if (reading.trouble !== undefined) trouble.value = reading.trouble;
    else if (trouble.peek()?.kind !== 'set-aside') trouble.value = undefined;
  }

  function change(alter: (present: ExerciseProgress) => ExerciseProgress): void {
    take(store.update(id, alter));
  }

  /** A present entry with `draft` in it; a draft that another tab has written meanwhile is put aside, not overwritten. */
  function withDraft(present: ExerciseProgress, draft: string): ExerciseProgress {
    const { draft: stored } = present;
    const foreign = stored !== undefined && stored !== saved && stored !== draft;
    return {
      ...present,
      ...(foreign && { aside: { draft: stored, by: 'other-tab' } }),
      draft: draft === data.starter ? undefined : draft,
    };
  }

  function save(): void {
    const draft = code.peek();
    if (draft === saved) return;
    change((present) => withDraft(present, draft));
    saved = draft;
  }

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
        failure: (activity.peek() === 'compiling' ? words.run.compilerFailed : words.run.sandboxFailed)(
          error instanceof Error ? error.message : String(error),
        ),
      });
    } finally {
      activity.value = 'idle';
    }
  }

  async function startRun(): Promise<void> {
    if (activity.peek() !== 'idle') return;
    const of = code.peek();
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

  async function startCheck(): Promise<void> {
    if (activity.peek() !== 'idle') return;
    const of = code.peek();
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

  /** Another tab has written. Its draft is taken over if nothing was typed here since the last save; otherwise it waits at the side. */
  function hear(reading: Reading): void {
    batch(() => {
      take(reading);
      const theirs = reading.progress.draft ?? data.starter;
      if (theirs === saved) return;
      if (code.peek() === saved) {
        saved = theirs;
        code.value = theirs;
      }
    });
  }
  const unwatch = store.watch(id, hear);

  return {
    code,
    activity,
    run,
    check,
    progress,
    trouble,
    solutionUnlocked: computed(() => progress.value.solvedAt !== undefined || progress.value.hintsShown >= data.hints.length),
    edit(text) {
      code.value = text;
    },
    save,
    startRun,
    startCheck,
    stop() {
      work.stopped = true;
      work.job?.stop();
    },
    reset() {
      const draft = code.peek();
      if (draft === data.starter) return;
      batch(() => {
        code.value = data.starter;
        change((present) => ({ ...present, draft: undefined, aside: { draft, by: 'reset' } }));
        saved = data.starter;
      });
    },
    takeAside() {
      const { aside } = progress.peek();
      if (aside === undefined) return;
      const present = code.peek();
      batch(() => {
        code.value = aside.draft;
        change((known) => ({
          ...known,
          draft: aside.draft,
          aside: present === data.starter ? undefined : { draft: present, by: aside.by },
        }));
        saved = aside.draft;
      });
    },
    showHint() {
      change((present) => ({ ...present, hintsShown: Math.min(data.hints.length, present.hintsShown + 1) }));
    },
    dispose: unwatch,
  };
}
