/** A list that keeps the last `capacity` items: a full one forgets its oldest at each push, and counts. */
export class Ring<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  #count = 0;

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
    if (this.#capacity > 0) this.#items[this.#count % this.#capacity] = item;
    this.#count += 1;
  }

  /** The items that are left, oldest first. */
  toArray(): T[] {
    const start = this.dropped === 0 ? 0 : this.#count % this.#capacity;
    return [...this.#items.slice(start), ...this.#items.slice(0, start)];
  }
}
