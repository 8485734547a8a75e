/**
 * Functions in threads, as the events of their loop tell of them: a function begins (`thread.start`), what it gives comes back as a timer of the loop's,
 * `deliver`, and ends the future that a task may wait for.
 */
import type { TraceEvent } from '../record/index.ts';
import { textOf } from './fields.ts';

/** The timer with which the loop learns that a function in a thread has ended. */
const DELIVER = 'deliver';

export class ThreadBook {
  readonly #lanes = new Map<string, number>();
  readonly #deliveries = new Map<string, number>();
  /** Functions that have begun, and whose delivery is not set: what comes now is theirs. */
  readonly #open: number[] = [];
  /** Whose delivery was just cancelled, to be set anew. */
  #moved: number | undefined;

  /** The function whose own code the present events come from, as far as is known. */
  get inside(): number | undefined {
    return this.#open.at(-1);
  }

  /** The lane of the thread that gives a future its result. */
  laneOf(future: string | undefined): number | undefined {
    return future === undefined ? undefined : this.#lanes.get(future);
  }

  begin(event: TraceEvent, lane: number): void {
    const future = textOf(event, 'future');
    if (future !== undefined) this.#lanes.set(future, lane);
    this.#open.push(lane);
  }

  timerSet(event: TraceEvent): void {
    if (textOf(event, 'callback') !== DELIVER) return;
    const lane = this.#moved ?? this.#open.pop();
    this.#moved = undefined;
    const handle = textOf(event, 'handle');
    if (lane !== undefined && handle !== undefined) this.#deliveries.set(handle, lane);
  }

  timerCancelled(event: TraceEvent): void {
    this.#moved = this.#deliveries.get(textOf(event, 'handle') ?? '');
  }

  /** @returns the lane whose function has ended with this timer */
  timerFired(event: TraceEvent): number | undefined {
    return this.#deliveries.get(textOf(event, 'handle') ?? '');
  }

  /** Whether the end of a lane's function will be told by a timer. */
  delivers(lane: number): boolean {
    for (const other of this.#deliveries.values()) if (other === lane) return true;
    return false;
  }
}
