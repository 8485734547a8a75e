/**
 * A queue of anything: a ring that keeps its storage. Both ends are O(1), and so is removing what stands near the front, as waiters mostly do.
 */
export class Deque<T> implements Iterable<T> {
  #slots: (T | undefined)[] = [];
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The first; undefined when there is none. */
  get first(): T | undefined {
    return this.#slots[this.#head];
  }

  push(item: T): void {
    if (this.#length === this.#slots.length) this.#grow();
    this.#slots[(this.#head + this.#length) & (this.#slots.length - 1)] = item;
    this.#length += 1;
  }

  /** Takes the first; undefined when there is none. */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#slots[this.#head];
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#length -= 1;
    return item;
  }

  /** Removes the first that is `item`. @returns whether it was there */
  remove(item: T): boolean {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let i = 0; i < this.#length; i += 1) {
      if (slots[(this.#head + i) & mask] !== item) continue;
      for (let j = i; j > 0; j -= 1) slots[(this.#head + j) & mask] = slots[(this.#head + j - 1) & mask];
      this.shift();
      return true;
    }
    return false;
  }

  /** From first to last. What is added or removed on the way may be missed. */
  *[Symbol.iterator](): Generator<T, void> {
    for (let i = 0; i < this.#length; i += 1) yield this.#slots[(this.#head + i) & (this.#slots.length - 1)] as T;
  }

  /** Doubles the ring; its length stays a power of two. */
  #grow(): void {
    const old = this.#slots;
    const slots = new Array<T | undefined>(Math.max(4, old.length * 2)).fill(undefined);
    for (let i = 0; i < old.length; i += 1) slots[i] = old[(this.#head + i) & (old.length - 1)];
    this.#slots = slots;
    this.#head = 0;
  }
}
