/** A future's iterator, for awaitables of one's own; `await` itself goes without. */
import { RuntimeError } from './errors.ts';
import type { Future } from './future.ts';

/** @internal What `future[awaitSymbol]()` gives: yields the future while it is pending, then returns its result (FUT-7). */
export class FutureIterator<T> implements Iterator<unknown, T> {
  readonly #future: Future<T>;
  #asked = false;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  next(): IteratorResult<unknown, T> {
    if (this.#future.done()) return { done: true, value: this.#future.result() };
    if (this.#asked) throw new RuntimeError("await wasn't used with future");
    this.#asked = true;
    this.#future._blocking = true;
    return { done: false, value: this.#future };
  }

  /** What is thrown in while it waits comes out: the future's own error, or a cancellation. */
  throw(error: unknown): never {
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }
}
