/** The ready queue: a ring, first in, first out, that keeps its storage. */
import type { ObservedHandle } from './observer.ts';

/** What stands in the ready queue: handles, and tasks whose step is due. @internal */
export interface Runnable {
  /** Its number in the world; it gets one each time it is queued. */
  _number: number;
  /** Runs it, unless it is a handle that was cancelled. */
  _run(): void;
  _observed(): ObservedHandle;
}

export class ReadyQueue {
  #slots: (Runnable | undefined)[] = new Array<Runnable | undefined>(64).fill(undefined);
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(handle: Runnable): void {
    if (this.#size === this.#slots.length) this.#grow();
    this.#slots[(this.#head + this.#size) & (this.#slots.length - 1)] = handle;
    this.#size += 1;
  }

  /** Takes the first; undefined when there is none. */
  shift(): Runnable | undefined {
    if (this.#size === 0) return undefined;
    const handle = this.#slots[this.#head];
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#size -= 1;
    return handle;
  }

  clear(): void {
    this.#slots = new Array<Runnable | undefined>(64).fill(undefined);
    this.#head = 0;
    this.#size = 0;
  }

  /** Doubles the ring; its length stays a power of two. */
  #grow(): void {
    const old = this.#slots;
    const slots = new Array<Runnable | undefined>(old.length * 2).fill(undefined);
    for (let i = 0; i < old.length; i += 1) slots[i] = old[(this.#head + i) & (old.length - 1)];
    this.#slots = slots;
    this.#head = 0;
  }
}
