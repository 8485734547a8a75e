/**
 * The inside of the sandbox: runs a compiled program in a fresh world and a fresh compartment, and gives its record. The same code in the page's worker
 * and in Node's.
 *
 * Keeps true: nothing of a run is left for the next one; whatever the program does or throws becomes a record, as long as it gives control back (ending
 * one that does not is the outside's).
 */
import { isErrorNatively, stackHere } from './lockdown.ts';
import type { CompiledProgram } from '../compiler/index.ts';
import { check, type CheckListeners, type Loaded, type Recorded, type Verdict } from '../grader/index.ts';
import {
  createRecorder,
  inert,
  type OutputLine,
  type Recorder,
  type RunEnd,
  type RunRecord,
  type SourcePosition,
} from '../record/index.ts';
import { beginWorld, endWorld, type Observer } from '../runtime/index.ts';
import { evaluate } from './compartment.ts';
import { makeConsole } from './console.ts';
import { describeError, isDeadlock, isStepLimit } from './error.ts';
import { library } from './library.ts';
import { wrongImport, type Modules } from './modules.ts';
import { bothObservers } from './observers.ts';
import { keepIsError } from './peek.ts';
import { parseStack } from './positions.ts';
import { STEPS_PER_WORD, type Limits } from './protocol.ts';

keepIsError(isErrorNatively);

/** The end of a run that could not be observed to its end: a run that nobody has seen proves nothing. */
const BROKEN_OFF: RunEnd = {
  outcome: 'raised',
  error: {
    type: 'RuntimeError',
    message: 'the record of this run broke off: a task, a future or a handle of the program raised an error when it was looked at',
    frames: [],
    hint: 'Leave the names, states and symbols of asyncio’s own objects as they are.',
  },
};

interface StageOptions {
  readonly limits: Limits;
  /** Hears each line as it is printed. */
  readonly onLine?: (line: OutputLine) => void;
  /** Hears from time to time how many steps of the loop the present run has taken. */
  readonly onSteps?: ((steps: number) => void) | undefined;
  /** The programs whose lines tracebacks may name. */
  readonly programs: readonly CompiledProgram[];
}

/** Where programs are loaded and run, one at a time. */
class Stage {
  readonly #options: StageOptions;
  readonly #console: object;
  #recorder: Recorder | undefined;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#console = makeConsole({ recorder: () => this.#recorder, here: () => this.#here(), limits: options.limits });
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
  recordRun(action: () => unknown, observer?: Observer): Recorded {
    return this.#record(action, observer);
  }

  #record(action: () => unknown, observer?: Observer, otherwise: RunEnd = { outcome: 'finished' }): Recorded {
    const { limits, onLine, onSteps } = this.#options;
    const outer = this.#recorder;
    const recorder = createRecorder(limits, onLine);
    this.#recorder = recorder;
    let isWhole = true as boolean;
    beginWorld({
      observer: bothObservers(recorder.observer, observer, () => void (isWhole = false)),
      stepLimit: limits.loopSteps,
      ...(onSteps === undefined ? {} : { onSteps: { every: STEPS_PER_WORD, tell: onSteps } }),
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
    try {
      // What was cut short is pending by our doing, not by the program's: CPython's complaints at exit would mislead.
      if (end.outcome !== 'over-budget') endWorld();
    } catch {
      // A loop's own exception handler may raise even now; CPython, too, has nobody left to tell.
    }
    if (!isWhole && end.outcome !== 'over-budget') end = BROKEN_OFF;
    const record = inert(recorder.finish(end));
    this.#recorder = outer;
    return { record, result, raised };
  }

  #endOf(raised: unknown): RunEnd {
    const error = describeError(raised, this.#options.programs, this.#options.limits.lineLength);
    if (isStepLimit(raised)) return { outcome: 'over-budget', budget: 'loop-steps', error };
    return { outcome: isDeadlock(raised) ? 'deadlock' : 'raised', error };
  }

  /** The innermost place of the present call in a program's file. */
  #here(): SourcePosition | undefined {
    for (const frame of parseStack(stackHere(), this.#options.programs)) if (frame.of === 'program') return frame.position;
    return undefined;
  }
}

/** Runs a program from beginning to end. */
export function execute(
  program: CompiledProgram,
  {
    limits,
    onOutput,
    onSteps,
  }: { readonly limits: Limits; readonly onOutput?: (line: OutputLine) => void; readonly onSteps?: (steps: number) => void },
): RunRecord {
  const stage = new Stage({ limits, onSteps, programs: [program], ...(onOutput === undefined ? {} : { onLine: onOutput }) });
  return stage.load(program).record();
}

/** Judges a program by hidden tests; `heard` is told how it goes. */
export function judge(
  program: CompiledProgram,
  tests: CompiledProgram,
  { limits, onSteps, ...heard }: { readonly limits: Limits; readonly onSteps?: (steps: number) => void } & CheckListeners,
): Verdict {
  const stage = new Stage({ limits, onSteps, programs: [program, tests] });
  return check({
    program,
    tests,
    load: (one, modules, observer) => stage.load(one, modules, observer),
    recordRun: (action, observer) => stage.recordRun(action, observer),
    ...heard,
  });
}
