/**
 * The timers of the loop, as the loop keeps them: soonest first, those of one moment in the order in which they were set. A cancelled timer is no longer
 * set, and yet stays until the loop clears it out; one that is due by then joins the ready queue, to be passed over there.
 */

/** A timer's time: set in step `since`, and by the end of step `until` no more. */
export interface TimerEntry {
  readonly handle: string;
  readonly callback: string;
  readonly when: number;
  readonly since: number;
  /** The future that it ends, where that is known. */
  readonly future: string | undefined;
  /** The task that set it. */
  readonly by: number | undefined;
  until: number;
  cancelled: boolean;
}

/** Below this many, cancelled timers are not cleared out; as the event loop has it. */
const MIN_SCHEDULED = 100;
/** More than this part of cancelled ones is cleared out. */
const MAX_CANCELLED = 0.5;
/** Timers less than a nanosecond ahead are due already, and moments in a record are rounded to nanoseconds; in seconds. */
const RESOLUTION = 1.5e-9;

export class TimerTable {
  /** In the order in which they were set. */
  readonly all: TimerEntry[] = [];
  #kept: TimerEntry[] = [];
  readonly #byHandle = new Map<string, TimerEntry>();
  #cancelled = 0;

  set(timer: Omit<TimerEntry, 'until' | 'cancelled'>): void {
    const entry: TimerEntry = { ...timer, until: Infinity, cancelled: false };
    this.all.push(entry);
    this.#byHandle.set(entry.handle, entry);
    let at = this.#kept.length;
    if (at > 0 && (this.#kept[at - 1]?.when ?? 0) > entry.when) at = this.#after(entry.when);
    this.#kept.splice(at, 0, entry);
  }

  cancel(handle: string, step: number): void {
    const timer = this.#byHandle.get(handle);
    if (timer === undefined || timer.cancelled) return;
    timer.cancelled = true;
    if (timer.until <= step) return; // it waits for its turn already
    timer.until = step;
    this.#cancelled += 1;
  }

  /** Clears cancelled timers out: all when they are the most of many, else those that come first. */
  prune(): void {
    const kept = this.#kept;
    if (kept.length > MIN_SCHEDULED && this.#cancelled / kept.length > MAX_CANCELLED) {
      this.#kept = kept.filter(({ cancelled }) => !cancelled);
      this.#cancelled = 0;
      return;
    }
    const first = kept.findIndex(({ cancelled }) => !cancelled);
    const gone = first === -1 ? kept.length : first;
    if (gone === 0) return;
    kept.splice(0, gone);
    this.#cancelled -= gone;
  }

  /** How many timers are due at `now`. */
  due(now: number): number {
    return this.#after(now + RESOLUTION);
  }

  /** Takes the first `count` timers. */
  take(count: number, step: number): readonly TimerEntry[] {
    const taken = this.#kept.splice(0, Math.max(count, 0));
    for (const timer of taken) timer.until = Math.min(timer.until, step);
    return taken;
  }

  /** A timer runs that was not known to be due. */
  fire(handle: string, step: number): void {
    const timer = this.#byHandle.get(handle);
    if (timer === undefined || timer.until <= step) return;
    timer.until = step;
    this.#kept = this.#kept.filter((other) => other !== timer);
  }

  /** Drops the timers for whose handle `goes` is true. */
  clear(step: number, goes: (handle: string) => boolean): void {
    for (const timer of this.#kept) if (goes(timer.handle)) timer.until = Math.min(timer.until, step);
    this.#kept = this.#kept.filter(({ handle }) => !goes(handle));
    this.#cancelled = this.#kept.reduce((count, { cancelled }) => count + (cancelled ? 1 : 0), 0);
  }

  /** How many of those that are kept come before `when`, or at it. */
  #after(when: number): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#kept[middle]?.when ?? 0) <= when) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
