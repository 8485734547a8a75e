/** A list that keeps the last `capacity` items: a full one forgets its oldest at each push, and counts. */
export class Ring<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  #count = 0;
  /** Where the next item goes. */
  #next = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Items pushed so far. */
  get count(): number {
    return this.#count;
  }

  /** Items forgotten so far. */
  get dropped(): number {
    return this.#count - this.#items.length;
  }

  push(item: T): void {
    this.#count += 1;
    if (this.#capacity === 0) return;
    this.#items[this.#next] = item;
    this.#next = this.#next + 1 === this.#capacity ? 0 : this.#next + 1;
  }

  /** The items that are left, oldest first. */
  toArray(): T[] {
    const start = this.dropped === 0 ? 0 : this.#next;
    return [...this.#items.slice(start), ...this.#items.slice(0, start)];
  }
}
