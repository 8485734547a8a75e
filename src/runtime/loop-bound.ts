/**
 * What queues and the primitives of synchronisation have in common (mixins.py): they belong to a loop from their first blocking use on (QUEUE-12), and
 * tasks stand in line in them, each with a future.
 */
import type { Deque } from './deque.ts';
import { classNames } from './data.ts';
import { RuntimeError } from './errors.ts';
import { CANCELLED, Future } from './future.ts';
import { withHint } from './hints.ts';
import { isawaitable } from './inspection.ts';
import { refuseUnknownKeywords } from './keyword-check.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';
import { world, type Scheduler } from './world.ts';

export abstract class LoopBound {
  /** @internal The loop of its first blocking use. */ declare _loop: Scheduler | undefined;

  constructor() {
    this._loop = undefined;
  }

  /** @internal A future of the running loop, which is its own from now on. RuntimeError in another loop (QUEUE-12). */
  _makeWaiter(): Future {
    const loop = world.loop;
    if (loop === undefined) throw new TypeError("'NoneType' object has no attribute 'create_future'");
    this._loop ??= loop;
    if (loop !== this._loop) throw new RuntimeError(`${repr(this)} is bound to a different event loop`);
    return new Future();
  }

  /** Its state, as CPython's repr tells it. */
  toString(): string {
    return repr(this);
  }

  /** @internal */
  abstract [typeTag](): string;
  /** @internal */
  abstract [reprMethod](): string;
}

/** @internal Class name of an instance: `name` when its class is the runtime's own with that prototype, else a subclass's own name. */
export function nameOf(instance: object, prototype: object, name: string): string {
  return Object.getPrototypeOf(instance) === prototype ? name : (classNames(instance)[0] ?? name);
}

/** @internal The repr of a primitive of locks.py, as `<asyncio.locks.Lock object [unlocked, waiters:2]>`; of a subclass, as `<Mine object [unlocked]>`. */
export function primitiveRepr(instance: object, prototype: object, state: string): string {
  const module = Object.getPrototypeOf(instance) === prototype ? 'asyncio.locks.' : '';
  return `<${module}${typeName(instance)} object [${state}]>`;
}

/** @internal ', waiters:2', or nothing when nobody waits. */
export function waitersText(waiters: Deque<Future>): string {
  return waiters.length === 0 ? '' : `, waiters:${waiters.length}`;
}

/** @internal True when nobody waits who has not been cancelled. */
export function allCancelled(waiters: Deque<Future>): boolean {
  if (waiters.length === 0) return true;
  for (const waiter of waiters) if (waiter._state !== CANCELLED) return false;
  return true;
}

/** @internal Stands in `line` with `waiter` until it ends or the wait is given up; leaves the line in either case. */
export function* waitIn(line: Deque<Future>, waiter: Future): Generator<unknown, void> {
  line.push(waiter);
  try {
    yield waiter;
  } finally {
    line.remove(waiter);
  }
}

/** @internal Refuses options where CPython takes none: `new Lock({ loop })`. */
export function refuseOptions(owner: string, given: unknown): void {
  if (typeof given !== 'object' || given === null || typeName(given) !== 'dict' || given instanceof Map || isawaitable(given))
    return;
  refuseUnknownKeywords(`${owner}.__init__`, given, []);
}

/** @internal Why a value cannot be compared with a number, in CPython's words. */
export function noNumber(operator: '<' | '<=', value: unknown, hint: string): TypeError {
  return withHint(new TypeError(`'${operator}' not supported between instances of '${typeName(value)}' and 'int'`), hint);
}
