/** What runs, and within what: a task's step, or a timer or callback of the loop's, and an eager task's first step within either. */
import { NOBODY } from './identities.ts';
import type { StepKind } from './playback.ts';

/** Within nothing that the loop runs. */
export const OUTSIDE = -1;

/** Something that runs. */
interface Frame {
  /** The step in which it began. */
  readonly place: number;
  /** The task; `NOBODY` for a timer or a callback. */
  readonly lane: number;
}

/** Who does what a step tells. */
export interface Doer {
  /** The step in which began what runs here; `OUTSIDE` for the program itself, and where the loop decides what is next. */
  readonly within: number;
  /** The task whose code it is; `NOBODY` for a timer, a callback, the program. */
  readonly by: number;
}

const NOT_RUNNING: readonly number[] = [];
const NO_ONE: Doer = { within: OUTSIDE, by: NOBODY };

/** Steps of the loop itself, between what it runs. */
const BETWEEN: ReadonlySet<StepKind> = new Set(['turn', 'close', 'deadlock', 'end']);

export class Stack {
  #frames: Frame[] = [];
  #running = NOT_RUNNING;

  /** The lanes of the tasks on the stack, outermost first. */
  get running(): readonly number[] {
    return this.#running;
  }

  /** Whether a task's own code runs. */
  get isInTask(): boolean {
    return (this.#frames.at(-1)?.lane ?? NOBODY) !== NOBODY;
  }

  /** A task that runs from the beginning. */
  begin(lane: number): void {
    this.#push({ place: 0, lane });
  }

  /** Follows a step. @param queued whether it was taken from the ready queue: whatever the loop ran before is then over */
  follow(kind: StepKind, place: number, lane: number, queued: boolean): Doer {
    if (kind === 'start' || kind === 'resume') {
      if (queued) this.#endCallback();
      this.#leave(lane);
      this.#push({ place, lane });
      return { within: place, by: lane };
    }
    if (kind === 'suspend' || kind === 'done') {
      const within = this.#frames.findLast((frame) => frame.lane === lane)?.place ?? OUTSIDE;
      this.#leave(lane);
      return { within, by: lane };
    }
    if (kind === 'timer' || kind === 'callback') {
      this.#endCallback();
      this.#push({ place, lane: NOBODY });
      return { within: place, by: NOBODY };
    }
    if (kind === 'end') this.#clear();
    if (BETWEEN.has(kind)) {
      this.#endCallback();
      return NO_ONE;
    }
    const frame = this.#frames.at(-1);
    return frame === undefined ? NO_ONE : { within: frame.place, by: frame.lane };
  }

  /** The loop has run its last callback: what comes is the program's own. */
  endLoop(): void {
    this.#endCallback();
  }

  #clear(): void {
    this.#frames = [];
    this.#running = NOT_RUNNING;
  }

  #push(frame: Frame): void {
    this.#frames.push(frame);
    this.#running = this.#lanes();
  }

  #endCallback(): void {
    if (this.#frames.at(-1)?.lane === NOBODY) this.#frames.pop();
  }

  /** A task's step ends, and with it whatever it was running. */
  #leave(lane: number): void {
    const at = this.#frames.findIndex((frame) => frame.lane === lane);
    if (at === -1) return;
    this.#frames.length = at;
    this.#running = this.#lanes();
  }

  #lanes(): readonly number[] {
    const lanes: number[] = [];
    for (const { lane } of this.#frames) if (lane !== NOBODY) lanes.push(lane);
    return lanes.length === 0 ? NOT_RUNNING : lanes;
  }
}
