/**
 * One process that judges a batch of submissions, one after the other, and says of itself whether anything about it is to be doubted.
 *
 * Keeps true: only a verdict that came in its turn, well-formed and soon is given out; after anything else the process is ended.
 */
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { Verdict } from '../../src/grader/index.ts';
import { checkThrough } from '../../src/sandbox/job.ts';
import { parseAnswer } from '../../src/sandbox/parse.ts';
import type { SandboxProcess } from '../../src/sandbox/process.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';
import type { Control } from './control.ts';

/** Real milliseconds that a submission may take while others wait for the process; an honest one takes 10. Whoever needs longer gets a process of its own. */
const PATIENCE = 750;
/** The same for the control, which is the first to be judged, when everything is slow. */
const CONTROL_PATIENCE = 10_000;
/** Real milliseconds until it is ready again. */
const READY_LIMIT = 5000;

/**
 * How one use ended. verdict: as it should. ended: it was silent, or died, and has been ended; nothing says that it was not in order until then. doubted: it
 * said what it should not, and what it said before may be false as well.
 */
export type Use = { readonly kind: 'verdict'; readonly verdict: Verdict } | { readonly kind: 'ended' | 'doubted' };

/** What is to be judged by which tests. */
interface Question {
  readonly program: CompiledProgram;
  readonly tests: CompiledProgram;
}

export class SharedProcess {
  readonly #process: SandboxProcess;
  #isTurn = false;
  #spokeOutOfTurn = false;

  constructor(process: SandboxProcess) {
    this.#process = process;
    process.hear(() => {
      if (!this.#isTurn) this.#spokeOutOfTurn = true;
    });
  }

  /** Judges one submission. After anything but a verdict the process has been ended. */
  async judge({ program, tests }: Question, patience = PATIENCE): Promise<Use> {
    const { post, hear, gone, end } = this.#process;
    let leave = (): void => undefined;
    let isSaid = false;
    this.#isTurn = true;
    const limits = { ...DEFAULT_LIMITS, wallClock: patience };
    const ready = this.#readyAgain();
    const job = checkThrough(
      {
        post,
        listen(receive, died) {
          leave = hear((data) => {
            isSaid ||= parseAnswer(data)?.type === 'verdict';
            receive(data);
          });
          void gone.then(died);
        },
        kill: () => {
          leave();
        },
      },
      { type: 'check', program, tests, limits },
    );
    const use = await job.result.then<Use, Use>(
      (verdict) => (isSaid ? { kind: 'verdict', verdict } : { kind: 'ended' }),
      () => ({ kind: 'doubted' }),
    );
    const isReady = use.kind === 'verdict' ? await ready.wait() : ready.giveUp();
    this.#isTurn = false;
    const result: Use = this.#spokeOutOfTurn ? { kind: 'doubted' } : use.kind === 'verdict' && !isReady ? { kind: 'ended' } : use;
    if (result.kind !== 'verdict') end();
    return result;
  }

  /** Judges the control: rightly, or the process has been ended. */
  async passes(control: Control): Promise<'yes' | 'ended' | 'doubted'> {
    const use = await this.judge(control, CONTROL_PATIENCE);
    if (use.kind !== 'verdict') return use.kind;
    if (JSON.stringify(use.verdict) === control.verdict) return 'yes';
    this.end();
    return 'doubted';
  }

  /** Between uses nobody waits for it. */
  rest(): void {
    this.#process.rest();
  }

  end(): void {
    this.#process.end();
  }

  /** After its last word a process says once that it is ready for the next request. */
  #readyAgain(): { readonly wait: () => Promise<boolean>; readonly giveUp: () => boolean } {
    let settle: (isReady: boolean) => void = () => undefined;
    let isVerdict = false;
    const came = new Promise<boolean>((resolve) => (settle = resolve));
    const leave = this.#process.hear((data) => {
      const type = parseAnswer(data)?.type;
      if (isVerdict) settle(type === 'ready');
      isVerdict ||= type === 'verdict';
    });
    void this.#process.gone.then(() => {
      settle(false);
    });
    const giveUp = (): boolean => {
      leave();
      settle(false);
      return false;
    };
    return {
      giveUp,
      async wait() {
        const timer = setTimeout(giveUp, READY_LIMIT);
        const isReady = await came;
        clearTimeout(timer);
        leave();
        return isReady;
      },
    };
  }
}
