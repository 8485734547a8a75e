/** PriorityQueue: a heap in the very order of Python's heapq, so that equal priorities come out as they do there (QUEUE-8). */
import { nameOf } from './loop-bound.ts';
import { lessThan } from './ordering.ts';
import { Queue } from './queue.ts';
import { typeTag } from './repr.ts';

/**
 * A queue that gives the smallest item first. Items are compared as Python compares them: numbers, strings, arrays item by item. TypeError for items that
 * have no order among them.
 * @example queue.putNowait([priority, count, job]);
 */
export class PriorityQueue<T = unknown> extends Queue<T> {
  protected override _init(): void {
    this._queue = [];
  }

  protected override _put(item: T): void {
    const heap = this._queue as T[];
    heap.push(item);
    rise(heap, heap.length - 1);
  }

  protected override _get(): T {
    const heap = this._queue as T[];
    const last = heap.pop() as T;
    if (heap.length === 0) return last;
    const smallest = heap[0] as T;
    heap[0] = last;
    sink(heap);
    return smallest;
  }

  override [typeTag](): string {
    return nameOf(this, PriorityQueue.prototype, 'PriorityQueue');
  }
}

// Items change places one step at a time, as in CPython: a comparison that raises leaves the item where it has come to.

/** Moves the item at `position` up until its parent is not greater. */
function rise(heap: unknown[], position: number): void {
  while (position > 0) {
    const parent = (position - 1) >> 1;
    if (!lessThan(heap[position], heap[parent])) return;
    swap(heap, position, parent);
    position = parent;
  }
}

/** Moves the first item down to a leaf, always to the smaller child's place, and from there up to where it belongs. */
function sink(heap: unknown[]): void {
  let position = 0;
  for (let child = 1; child < heap.length; child = 2 * position + 1) {
    if (child + 1 < heap.length && !lessThan(heap[child], heap[child + 1])) child += 1;
    swap(heap, position, child);
    position = child;
  }
  rise(heap, position);
}

function swap(heap: unknown[], a: number, b: number): void {
  const item = heap[a];
  heap[a] = heap[b];
  heap[b] = item;
}
