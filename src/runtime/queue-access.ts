/**
 * `queue.put` and `queue.get`: coroutines without a generator, since programs that use queues call little else.
 */
import { Coroutine } from './coroutine.ts';
import type { Deque } from './deque.ts';
import { QueueShutDown } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { CANCELLED, type Future } from './future.ts';
import type { Queue } from './queue.ts';
import { AWAITS, GENERATOR_EXIT, NEXT, outcome, RETURNED, THROW } from './suspendable.ts';

const PUT_CODE: FunctionCode = { name: 'Queue.put', file: '', line: 0 };
const GET_CODE: FunctionCode = { name: 'Queue.get', file: '', line: 0 };

/** @internal */
export class Put<T> extends Coroutine<void> {
  declare readonly _queue: Queue<T>;
  declare readonly _item: T;
  declare _waiter: Future | undefined;

  constructor(queue: Queue<T>, item: T) {
    super(undefined, PUT_CODE);
    this._queue = queue;
    this._item = item;
    this._waiter = undefined;
  }

  override _advance(mode: number, value: unknown): number {
    const queue = this._queue;
    if (mode !== NEXT) {
      const line = queue._putters;
      if (wakeUpIsLost(this._waiter, line) && !queue.full()) queue._wakeNext(line);
      return leave(mode, value);
    }
    if (queue.full()) {
      this._waiter = standIn(queue, queue._putters);
      return AWAITS;
    }
    queue.putNowait(this._item);
    outcome.value = undefined;
    return RETURNED;
  }
}

/** @internal */
export class Get<T> extends Coroutine<T> {
  declare readonly _queue: Queue<T>;
  declare _waiter: Future | undefined;

  constructor(queue: Queue<T>) {
    super(undefined, GET_CODE);
    this._queue = queue;
    this._waiter = undefined;
  }

  override _advance(mode: number, value: unknown): number {
    const queue = this._queue;
    if (mode !== NEXT) {
      const line = queue._getters;
      if (wakeUpIsLost(this._waiter, line) && !queue.empty()) queue._wakeNext(line);
      return leave(mode, value);
    }
    if (queue.empty()) {
      this._waiter = standIn(queue, queue._getters);
      return AWAITS;
    }
    outcome.value = queue.getNowait();
    return RETURNED;
  }
}

/** Goes to the end of the line, unless there is nothing left to wait for. */
function standIn(queue: Pick<Queue, '_isShutdown' | '_makeWaiter'>, line: Deque<Future>): Future {
  if (queue._isShutdown) throw new QueueShutDown();
  const waiter = queue._makeWaiter();
  line.push(waiter);
  outcome.value = waiter;
  return waiter;
}

/** Leaves the line. @returns true when the waiter had been woken, so that somebody else should be (QUEUE-7) */
function wakeUpIsLost(waiter: Future | undefined, line: Deque<Future>): boolean {
  if (waiter === undefined) return false;
  waiter.cancel();
  line.remove(waiter);
  return waiter._state !== CANCELLED;
}

/** Passes on what ends the wait. */
function leave(mode: number, value: unknown): number {
  if (mode === THROW) throw value;
  outcome.value = GENERATOR_EXIT;
  return RETURNED;
}
