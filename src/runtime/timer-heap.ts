/**
 * The timers, soonest first; equal moments in the order they were set (LOOP-5: CPython leaves it open, a real clock never ties).
 *
 * Keeps true: a cancelled timer stays until it is at the head, or until cancelled ones are the most of many (LOOP-8).
 *
 * What is compared stands in arrays of numbers, and each place has four children: a million timers are then sorted without looking at a single one.
 */
import type { TimerHandle } from './handle.ts';

/** Below this many, cancelled timers are not cleared out. */
const MIN_SCHEDULED = 100;
/** More than this part of cancelled ones is cleared out. */
const MAX_CANCELLED = 0.5;
const FIRST_ROOM = 64;

export class TimerHeap {
  /** The timers as a heap; `#when` and `#number` hold the moment and the number of the timer at the same place. */
  #timers: (TimerHandle | undefined)[] = [];
  #when = new Float64Array(FIRST_ROOM);
  #number = new Float64Array(FIRST_ROOM);
  #size = 0;
  #cancelled = 0;

  get size(): number {
    return this.#size;
  }

  push(timer: TimerHandle): void {
    timer._scheduled = true;
    if (this.#size === this.#when.length) this.#grow();
    const when = timer._time;
    const number = timer._number;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const up = (at - 1) >> 2;
      if (!this.#isBefore(when, number, up)) break;
      this.#move(up, at);
      at = up;
    }
    this.#put(timer, when, number, at);
  }

  /** Notes that one of its timers was cancelled. */
  noteCancelled(): void {
    this.#cancelled += 1;
  }

  /** Drops cancelled timers: all when they are the most of many, else those at the head. */
  prune(): void {
    if (this.#cancelled === 0) return;
    if (this.#size > MIN_SCHEDULED && this.#cancelled / this.#size > MAX_CANCELLED) {
      const timers = this.#timers;
      this.clear();
      for (const timer of timers) {
        if (timer === undefined) continue;
        if (timer._cancelled) timer._scheduled = false;
        else this.push(timer);
      }
      return;
    }
    for (let first = this.#timers[0]; first?._cancelled === true; first = this.#timers[0]) {
      this.#cancelled -= 1;
      this.#take();
    }
  }

  /** The first timer's moment; undefined when there is none. */
  next(): number | undefined {
    return this.#size === 0 ? undefined : this.#when[0];
  }

  /** Takes the first timer if it is due at `now` or less than `resolution` later (LOOP-4). */
  takeDue(now: number, resolution: number): TimerHandle | undefined {
    const first = this.next();
    // A sum with a tiny number is the number itself once the clock is large, so "at now" is asked apart.
    // Written as CPython has it, since a timer set for NaN is due as soon as the loop looks.
    return first !== undefined && (first <= now || !(first >= now + resolution)) ? this.#take() : undefined;
  }

  clear(): void {
    this.#timers = [];
    this.#when = new Float64Array(FIRST_ROOM);
    this.#number = new Float64Array(FIRST_ROOM);
    this.#size = 0;
    this.#cancelled = 0;
  }

  #take(): TimerHandle | undefined {
    const first = this.#timers[0];
    if (first === undefined) return undefined;
    first._scheduled = false;
    this.#size -= 1;
    const size = this.#size;
    const last = this.#timers[size];
    this.#timers[size] = undefined;
    if (last !== undefined && size > 0) this.#sink(last, last._time, last._number);
    return first;
  }

  /** Puts `timer` in place of the first, and down to where it belongs. */
  #sink(timer: TimerHandle, when: number, number: number): void {
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= this.#size) break;
      const end = Math.min(first + 4, this.#size);
      let least = first;
      for (let child = first + 1; child < end; child += 1)
        if (this.#isBefore(this.#when[child] ?? 0, this.#number[child] ?? 0, least)) least = child;
      if (this.#isBefore(when, number, least)) break;
      this.#move(least, at);
      at = least;
    }
    this.#put(timer, when, number, at);
  }

  /** Whether a timer for `when` of this number comes before the one at `other`. Timers are numbered as they are set. */
  #isBefore(when: number, number: number, other: number): boolean {
    const then = this.#when[other] ?? 0;
    return when < then || (when === then && number < (this.#number[other] ?? 0));
  }

  #move(from: number, to: number): void {
    this.#timers[to] = this.#timers[from];
    this.#when[to] = this.#when[from] ?? 0;
    this.#number[to] = this.#number[from] ?? 0;
  }

  #put(timer: TimerHandle, when: number, number: number, at: number): void {
    this.#timers[at] = timer;
    this.#when[at] = when;
    this.#number[at] = number;
  }

  #grow(): void {
    const when = new Float64Array(this.#size * 2);
    const number = new Float64Array(this.#size * 2);
    when.set(this.#when);
    number.set(this.#number);
    this.#when = when;
    this.#number = number;
  }
}
