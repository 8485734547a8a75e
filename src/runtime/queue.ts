/**
 * Queue and LifoQueue (queues.py; QUEUE-1 … QUEUE-12).
 *
 * Keeps true: putting into a queue that is not full and getting from one that is not empty never suspends; whoever has to wait stands in line, is woken
 * in turn, and looks again when it runs. Who cannot use its wake-up hands it on, so no item is lost.
 */
import { Coroutine } from './coroutine.ts';
import { Deque } from './deque.ts';
import { QueueEmpty, QueueFull, QueueShutDown, ValueError } from './errors.ts';
import { Event } from './event.ts';
import type { FunctionCode } from './frame.ts';
import { PENDING, type Future } from './future.ts';
import { LoopBound, nameOf, noNumber, refuseOptions } from './loop-bound.ts';
import { Get, Put } from './queue-access.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';

const JOIN_CODE: FunctionCode = { name: 'Queue.join', file: '', line: 0 };

/** What a queue may keep its items in: its length or size tells how many there are. */
interface QueueStorage<T> extends Iterable<T> {
  readonly length?: number;
  readonly size?: number;
}

/** What `Queue` itself keeps them in; an array will do as well. */
interface InLine<T> extends QueueStorage<T> {
  push(item: T): unknown;
  shift(): T | undefined;
}

/**
 * A queue between tasks: first in, first out.
 *
 * A subclass that orders its items otherwise overrides `_init`, `_put` and `_get`, and keeps its items in `_queue`. `_init` is called by the constructor,
 * before the fields of the subclass are initialised.
 * @example const queue = new Queue<string>(10);  await queue.put('a');  const item = await queue.get();
 */
export class Queue<T = unknown> extends LoopBound {
  /** The items, for subclasses. */
  declare protected _queue: QueueStorage<T>;
  /** @internal Who waits for an item. */ declare readonly _getters: Deque<Future>;
  /** @internal Who waits for room. */ declare readonly _putters: Deque<Future>;
  /** @internal */ declare _isShutdown: boolean;
  /** @internal Items that were put and that no `taskDone` answered. */ declare _unfinishedTasks: number;
  /** @internal */ declare readonly _finished: Event;
  /** How many items it holds at most; zero or less: as many as there are (QUEUE-4). */
  readonly maxsize: number;

  /** @param maxsize zero or less (the default): no limit */
  constructor(maxsize?: number | null);
  constructor(maxsize: number | null = 0, ...rest: readonly unknown[]) {
    super();
    refuseOptions('Queue', rest[0]);
    this.maxsize = maxsize ?? 0;
    this._getters = new Deque();
    this._putters = new Deque();
    this._isShutdown = false;
    this._unfinishedTasks = 0;
    this._finished = new Event();
    this._finished.set();
    this._init(this.maxsize);
  }

  /** For subclasses: makes `_queue`. */
  protected _init(maxsize: number): void;
  protected _init(): void {
    this._queue = new Deque<T>();
  }

  /** For subclasses: takes the next item out of `_queue`, which is not empty. */
  protected _get(): T {
    return (this._queue as InLine<T>).shift() as T;
  }

  /** For subclasses: puts an item into `_queue`. */
  protected _put(item: T): void {
    (this._queue as InLine<T>).push(item);
  }

  /** How many items there are. */
  qsize(): number {
    return this._queue.length ?? this._queue.size ?? 0;
  }

  empty(): boolean {
    return (this._queue.length ?? this._queue.size) === 0;
  }

  /** True when there are `maxsize` items. */
  full(): boolean {
    const maxsize = this.maxsize;
    if (typeof maxsize !== 'number') throw noNumber('<=', maxsize, 'Write the number alone: `new Queue(3)`.');
    return maxsize > 0 && this.qsize() >= maxsize;
  }

  /** Puts an item in; waits while the queue is full. QueueShutDown once it is shut down. */
  put(item: T): Coroutine<void> {
    return new Put(this, item);
  }

  /** Puts an item in at once. QueueFull when it is full, QueueShutDown once it is shut down. */
  putNowait(item: T): void {
    if (this._isShutdown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._put(item);
    this._unfinishedTasks += 1;
    this._finished.clear();
    this._wakeNext(this._getters);
  }

  /** Takes an item out; waits while the queue is empty. QueueShutDown once it is shut down and empty. */
  get(): Coroutine<T> {
    return new Get(this);
  }

  /** Takes an item out at once. QueueEmpty when there is none, QueueShutDown when there will never be one. */
  getNowait(): T {
    if (this.empty()) {
      if (this._isShutdown) throw new QueueShutDown();
      throw new QueueEmpty();
    }
    const item = this._get();
    this._wakeNext(this._putters);
    return item;
  }

  /** Says that the work on an item is done; `join` waits until that was said of each. ValueError when it was said too often (QUEUE-6). */
  taskDone(): void {
    if (this._unfinishedTasks <= 0) throw new ValueError('task_done() called too many times');
    this._unfinishedTasks -= 1;
    if (this._unfinishedTasks === 0) this._finished.set();
  }

  /** Waits until `taskDone` was called for every item that was put. */
  join(): Coroutine<void> {
    return new Coroutine<void>(this.#join(), JOIN_CODE);
  }

  /** Shuts it down: no more puts; gets until it is empty, or none at all when `immediate`, which throws the items away (QUEUE-9, QUEUE-10). */
  shutdown(immediate = false): void {
    this._isShutdown = true;
    if (immediate) {
      while (!this.empty()) {
        this._get();
        if (this._unfinishedTasks > 0) this._unfinishedTasks -= 1;
      }
      if (this._unfinishedTasks === 0) this._finished.set();
    }
    for (const line of [this._getters, this._putters]) while (line.length > 0) this._wakeNext(line);
  }

  [typeTag](): string {
    return nameOf(this, Queue.prototype, 'Queue');
  }

  [reprMethod](): string {
    return `<${typeName(this)} ${this._format()}>`;
  }

  /** @internal Wakes the first in line who has not given up. */
  _wakeNext(line: Deque<Future>): void {
    for (let waiter = line.shift(); waiter !== undefined; waiter = line.shift()) {
      if (waiter._state !== PENDING) continue;
      waiter.setResult(undefined);
      return;
    }
  }

  /** @internal Its state in words. */
  _format(): string {
    const words = [`maxsize=${repr(this.maxsize)}`];
    if (!this.empty()) words.push(`_queue=${repr([...this._queue])}`);
    if (this._getters.length > 0) words.push(`_getters[${this._getters.length}]`);
    if (this._putters.length > 0) words.push(`_putters[${this._putters.length}]`);
    if (this._unfinishedTasks !== 0) words.push(`tasks=${this._unfinishedTasks}`);
    if (this._isShutdown) words.push('shutdown');
    return words.join(' ');
  }

  *#join(): Generator<unknown, void> {
    if (this._unfinishedTasks > 0) yield this._finished.wait();
  }
}

/** A queue that gives the newest item first. */
export class LifoQueue<T = unknown> extends Queue<T> {
  protected override _init(): void {
    this._queue = [];
  }

  protected override _put(item: T): void {
    (this._queue as T[]).push(item);
  }

  protected override _get(): T {
    return (this._queue as T[]).pop() as T;
  }

  override [typeTag](): string {
    return nameOf(this, LifoQueue.prototype, 'LifoQueue');
  }
}
