/**
 * The timers, soonest first; equal moments in the order they were set (LOOP-5: CPython leaves it open, a real clock never ties).
 *
 * Keeps true: a cancelled timer stays until it is at the head, or until cancelled ones are the most of many (LOOP-8).
 */
import type { TimerHandle } from './handle.ts';

/** Below this many, cancelled timers are not cleared out. */
const MIN_SCHEDULED = 100;
/** More than this part of cancelled ones is cleared out. */
const MAX_CANCELLED = 0.5;

export class TimerHeap {
  #heap: TimerHandle[] = [];
  #cancelled = 0;

  get size(): number {
    return this.#heap.length;
  }

  push(timer: TimerHandle): void {
    timer._scheduled = true;
    const heap = this.#heap;
    let at = heap.length;
    heap.push(timer);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !before(timer, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = timer;
  }

  /** Notes that one of its timers was cancelled. */
  noteCancelled(): void {
    this.#cancelled += 1;
  }

  /** Drops cancelled timers: all when they are the most of many, else those at the head. */
  prune(): void {
    if (this.#heap.length > MIN_SCHEDULED && this.#cancelled / this.#heap.length > MAX_CANCELLED) {
      const left = this.#heap.filter((timer) => !timer._cancelled);
      for (const timer of this.#heap) if (timer._cancelled) timer._scheduled = false;
      this.#heap = [];
      this.#cancelled = 0;
      for (const timer of left) this.push(timer);
      return;
    }
    for (let first = this.#heap[0]; first?._cancelled === true; first = this.#heap[0]) {
      this.#cancelled -= 1;
      this.#take();
    }
  }

  /** The first timer's moment; undefined when there is none. */
  next(): number | undefined {
    return this.#heap[0]?._time;
  }

  /** Takes the first timer if it is due at `now` or less than `resolution` later (LOOP-4). */
  takeDue(now: number, resolution: number): TimerHandle | undefined {
    const first = this.#heap[0];
    // A sum with a tiny number is the number itself once the clock is large, so "at now" is asked apart.
    return first !== undefined && (first._time <= now || first._time < now + resolution) ? this.#take() : undefined;
  }

  clear(): void {
    this.#heap = [];
    this.#cancelled = 0;
  }

  #take(): TimerHandle | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    first._scheduled = false;
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  /** Puts `timer` in place of the first, and down to where it belongs. */
  #sink(timer: TimerHandle): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      let child = heap[down];
      if (child === undefined) break;
      const right = heap[down + 1];
      if (right !== undefined && before(right, child)) {
        down += 1;
        child = right;
      }
      if (!before(child, timer)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = timer;
  }
}

/** Timers are numbered as they are set. */
function before(a: TimerHandle, b: TimerHandle): boolean {
  return a._time < b._time || (a._time === b._time && a._number < b._number);
}
