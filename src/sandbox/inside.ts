/**
 * The inside of the sandbox: runs a compiled program in a fresh world and a fresh compartment, and gives its record. The same code in the page's worker
 * and in Node's.
 *
 * Keeps true: nothing of a run is left for the next one; whatever the program does or throws becomes a record, as long as it gives control back (ending
 * one that does not is the outside's).
 */
import { isErrorNatively, stackHere } from './lockdown.ts';
import type { CompiledProgram } from '../compiler/index.ts';
import { check, replay, type CheckListeners, type Loaded, type Recorded, type Replayed, type Verdict } from '../grader/index.ts';
import {
  createRecorder,
  inert,
  type ErrorInfo,
  type OutputLine,
  type Recorder,
  type RunEnd,
  type RunRecord,
  type SourcePosition,
} from '../record/index.ts';
import {
  beginWorld,
  endWorld,
  limitExceeded,
  TaskLimitExceeded,
  TurnLimitExceeded,
  type LimitExceeded,
  type Observer,
} from '../runtime/index.ts';
import { evaluate } from './compartment.ts';
import { makeConsole } from './console.ts';
import { describeError, isDeadlock, isLimit } from './error.ts';
import { library } from './library.ts';
import { wrongImport, type Modules } from './modules.ts';
import { bothObservers } from './observers.ts';
import { keepIsError } from './peek.ts';
import { parseStack } from './positions.ts';
import { STEPS_PER_WORD, type Limits, type Replay } from './protocol.ts';

keepIsError(isErrorNatively);

/** Frames between a program and what it calls: `console.log`, and the runtime's deepest way to a new task. */
const FRAMES_OF_LOG = 8;
const FRAMES_OF_CALL = 24;

/** Stacks whose meaning is remembered. */
const MAX_PLACES = 1000;

/** A loop of the program: its line and column, from 1. */
type Turning = Pick<SourcePosition, 'line' | 'column'>;

/** The end of a run that could not be observed to its end: a run that nobody has seen proves nothing. */
const BROKEN_OFF: RunEnd = {
  outcome: 'raised',
  error: {
    type: 'RuntimeError',
    message:
      'the record of this run broke off: a task, a future or a handle of the program raised an error when it was looked at',
    frames: [],
    hint: 'Leave the names, states and symbols of asyncio’s own objects as they are.',
  },
};

interface StageOptions {
  readonly limits: Limits;
  /** Hears each line as it is printed. */
  readonly onLine?: (line: OutputLine) => void;
  /** Hears at the beginning of each run, and from time to time, how many steps of the loop it has taken. */
  readonly onSteps?: ((steps: number) => void) | undefined;
  /** Hears from time to time in which loop of the program the present step turns. */
  readonly onTurns?: ((at: Turning) => void) | undefined;
  /** The programs whose lines tracebacks may name. */
  readonly programs: readonly CompiledProgram[];
}

/** Where programs are loaded and run, one at a time. */
class Stage {
  readonly #options: StageOptions;
  readonly #console: object;
  readonly #files: readonly string[];
  readonly #places = new Map<string, SourcePosition | undefined>();
  #recorder: Recorder | undefined;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#files = options.programs.map(({ file }) => file);
    this.#console = makeConsole({
      recorder: () => this.#recorder,
      here: () => this.#here(FRAMES_OF_LOG),
      limits: options.limits,
    });
  }

  /** Evaluates `program` in a fresh world and compartment. It may import `modules` beside what every program may. `observer` hears what the recorder hears. */
  load(program: CompiledProgram, modules: Modules = {}, observer?: Observer): Loaded {
    const { modules: everybodys, helpers } = library();
    const known: Modules = { ...everybodys, ...harden({ ...modules }) };
    const exports: Record<string, unknown> = {};
    const wrong = wrongImport(program, known);
    const { record } = this.#record(
      () => {
        if (wrong !== undefined) return;
        const module = { exports };
        evaluate(program, this.#console)((name) => known[name] ?? {}, exports, module, helpers);
      },
      observer,
      wrong && { outcome: 'raised', error: wrong },
    );
    return { exports, record: () => record };
  }

  /** Calls `action` in a fresh world and ends the world. Never throws for what it throws. `observer` hears what the recorder hears. */
  recordRun(action: () => unknown, observer?: Observer, seed?: number): Recorded {
    return this.#record(action, observer, { outcome: 'finished' }, seed);
  }

  #record(action: () => unknown, observer?: Observer, otherwise: RunEnd = { outcome: 'finished' }, seed?: number): Recorded {
    const { limits, onLine, onSteps, onTurns, programs } = this.#options;
    onSteps?.(0);
    const outer = this.#recorder;
    const recorder = createRecorder(limits, { onLine, here: () => this.#here(FRAMES_OF_CALL) });
    this.#recorder = recorder;
    let isWhole = true as boolean;
    beginWorld({
      observer: bothObservers(recorder.observer, observer, () => void (isWhole = false)),
      stepLimit: limits.loopSteps,
      ...(seed === undefined ? {} : { seed, lateTimers: true }),
      taskLimit: limits.tasks,
      turnLimit: limits.turns,
      ...(onSteps === undefined ? {} : { onSteps: { every: STEPS_PER_WORD, tell: onSteps } }),
      ...(onTurns === undefined
        ? {}
        : {
            onTurns: (file, position) => {
              if (file === programs[0]?.file) onTurns(placeOf(position));
            },
          }),
    });
    let end = otherwise;
    let result: unknown;
    let raised: unknown;
    try {
      result = action();
    } catch (error) {
      raised = error;
      end = this.#endOf(error);
    }
    const noteLimit = (): void => {
      const limit = limitExceeded();
      if (limit !== undefined) end = this.#overBudget(limit);
    };
    noteLimit();
    try {
      // What was cut short is pending by our doing, not by the program's: CPython's complaints at exit would mislead.
      if (end.outcome !== 'over-budget') endWorld();
    } catch {
      // A loop's own exception handler may raise even now; CPython, too, has nobody left to tell.
    }
    noteLimit();
    if (!isWhole && end.outcome !== 'over-budget') end = BROKEN_OFF;
    const record = inert(recorder.finish(end));
    this.#recorder = outer;
    return { record, result, raised };
  }

  #endOf(raised: unknown): RunEnd {
    if (isLimit(raised)) return this.#overBudget(raised);
    return { outcome: isDeadlock(raised) ? 'deadlock' : 'raised', error: this.#describe(raised) };
  }

  /** A world that passed a limit is over budget, whatever the program made of the error. */
  #overBudget(limit: LimitExceeded): RunEnd {
    const budget = limit instanceof TurnLimitExceeded ? 'turns' : limit instanceof TaskLimitExceeded ? 'tasks' : 'loop-steps';
    const seenAt = limit instanceof TurnLimitExceeded ? { seenAt: { file: limit.file, ...placeOf(limit.position) } } : {};
    return { outcome: 'over-budget', budget, error: this.#describe(limit), ...seenAt };
  }

  #describe(error: unknown): ErrorInfo {
    return describeError(error, this.#options.programs, this.#options.limits.lineLength);
  }

  /** The innermost place of the present call in a program's file. The same calls come again and again: what a stack means is read once. */
  #here(depth: number): SourcePosition | undefined {
    const stack = stackHere(depth, this.#files);
    if (!this.#places.has(stack)) {
      if (this.#places.size >= MAX_PLACES) this.#places.clear();
      const frames = parseStack(stack, this.#options.programs);
      this.#places.set(stack, frames.find((frame) => frame.of === 'program')?.position);
    }
    return this.#places.get(stack);
  }
}

/** The place of a loop, as the compiler packs it. */
const placeOf = (position: number): Turning => ({ line: Math.floor(position / 4096), column: (position % 4096) + 1 });

/** Who hears of every use that a program goes on, and where. */
interface SignsOfLife {
  readonly onSteps?: ((steps: number) => void) | undefined;
  readonly onTurns?: ((at: Turning) => void) | undefined;
}

/** Runs a program from beginning to end. */
export function execute(
  program: CompiledProgram,
  { limits, onOutput, ...signs }: SignsOfLife & { readonly limits: Limits; readonly onOutput?: (line: OutputLine) => void },
): RunRecord {
  const stage = new Stage({ limits, ...signs, programs: [program], ...(onOutput === undefined ? {} : { onLine: onOutput }) });
  return stage.load(program).record();
}

/** Judges a program by hidden tests; `heard` is told how it goes. */
export function judge(
  program: CompiledProgram,
  tests: CompiledProgram,
  { limits, onSteps, onTurns, ...heard }: SignsOfLife & { readonly limits: Limits } & CheckListeners,
): Verdict {
  return check({ ...judging(program, tests, { limits, onSteps, onTurns }), ...heard });
}

/** Runs one hidden test again. @returns the run that is asked for; undefined when there is none */
export function replayed(
  { program, tests, of }: Pick<Replay, 'program' | 'tests' | 'of'>,
  options: SignsOfLife & { readonly limits: Limits },
): Replayed | undefined {
  return replay(judging(program, tests, options), of);
}

/** What the grader needs to judge a program. */
function judging(
  program: CompiledProgram,
  tests: CompiledProgram,
  options: SignsOfLife & { readonly limits: Limits },
): Parameters<typeof check>[0] {
  const stage = new Stage({ ...options, programs: [program, tests] });
  return {
    program,
    tests,
    load: (one, modules, observer) => stage.load(one, modules, observer),
    recordRun: (action, observer, seed) => stage.recordRun(action, observer, seed),
  };
}
