/**
 * Future: a result that is not there yet (futures.py).
 *
 * Keeps true: it ends once; its callbacks are called through the loop, in the order they were added, one iteration after the end (TASK-13); an error that
 * nobody looked at is reported when the world ends (TASK-15).
 */
import { copyContext } from './context.ts';
import { CancelledError, InvalidStateError, RuntimeError, StopIteration } from './errors.ts';
import { FutureIterator } from './future-iterator.ts';
import { callbackName, Handle } from './handle.ts';
import { noSuchMethod } from './hints.ts';
import { DoneCallback, type Listener, type Waiter } from './listener.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import { depthOf, thrownIn, truncate } from './traceback.ts';
import { threadName, world, type Scheduler } from './world.ts';

export const PENDING = 0;
export const CANCELLED = 1;
export const FINISHED = 2;

/** What can be awaited, as TypeScript sees it: an async function's type there is `Promise<T>`, and a coroutine here also has a `then` (that refuses). */
export type Awaitable<T> = PromiseLike<T>;

/** An awaitable of one's own has a method of this name that returns an iterator (Python's `__await__`; CORO-6). */
export const awaitSymbol: unique symbol = Symbol.for('asyncio.await') as never;

/** Futures whose repr is being made. */
const shown = new Set<Future>();

export class Future<T = unknown> implements PromiseLike<T> {
  /** @internal */ declare readonly _loop: Scheduler;
  /** @internal */ declare _state: number;
  /** @internal The result, or the error when `_failed`. */ declare _value: unknown;
  /** @internal */ declare _failed: boolean;
  /** @internal An error nobody has seen yet. */ declare _unseen: boolean;
  /** @internal Set while an iterator of this future (`[awaitSymbol]()`) is being waited for. */ declare _blocking: boolean;
  /** @internal */ declare _listeners: Listener | Listener[] | undefined;
  /** @internal */ declare _cancelMessage: unknown;
  /** @internal The very error that ended a task. */ declare _cancelledError: CancelledError | undefined;
  /** @internal */ declare _depth: number;
  /** @internal */ declare _number: number;
  /** @internal */ declare readonly _serial: number;

  /** @param options `loop`: the loop it belongs to; the running one when left out. */
  constructor(options?: { readonly loop?: object | undefined }) {
    const loop = (options?.loop as Scheduler | undefined) ?? world.loop;
    if (loop === undefined) throw new RuntimeError(`There is no current event loop in thread '${threadName()}'.`);
    this._loop = loop;
    this._state = PENDING;
    this._value = undefined;
    this._failed = false;
    this._unseen = false;
    this._blocking = false;
    this._listeners = undefined;
    this._cancelMessage = undefined;
    this._cancelledError = undefined;
    this._depth = 0;
    this._serial = ++world.serial;
    this._number = this._isTask() ? 0 : ++world.futureCount;
    if (world.observer !== undefined && !this._isTask()) world.observer.futureCreate(this);
  }

  /** 'F3': its number in the world; a task's name for a task. */
  get id(): string {
    return `F${this._number}`;
  }

  get kind(): string {
    return this._kind();
  }

  get state(): 'pending' | 'finished' | 'failed' | 'cancelled' {
    if (this._state === PENDING) return 'pending';
    if (this._state === CANCELLED) return 'cancelled';
    return this._failed ? 'failed' : 'finished';
  }

  /** Result or error, without marking the error as seen. */
  get outcome(): unknown {
    return this._value;
  }

  /** What `cancel` was given, if anything. */
  get cancelMessage(): unknown {
    return this._cancelMessage;
  }

  getLoop(): object {
    return this._loop;
  }

  done(): boolean {
    return this._state !== PENDING;
  }

  cancelled(): boolean {
    return this._state === CANCELLED;
  }

  /** The result, or raises what it ended with; InvalidStateError while it is pending (TASK-7). */
  result(): T {
    if (this._state === FINISHED) {
      if (!this._failed) return this._value as T;
      this._seen();
      truncate(this._value, this._depth);
      throw this._value;
    }
    if (this._state === CANCELLED) throw this._makeCancelledError();
    throw new InvalidStateError('Result is not set.');
  }

  /** The error it ended with, if it did; raises CancelledError when it was cancelled, InvalidStateError while it is pending. */
  exception(): unknown {
    if (this._state === CANCELLED) throw this._makeCancelledError();
    if (this._state === PENDING) throw new InvalidStateError('Exception is not set.');
    this._seen();
    return this._failed ? this._value : undefined;
  }

  /** Ends it with a result; InvalidStateError when it has ended (FUT-1). */
  setResult(value: T): void {
    this._settle(value, false);
  }

  /** Ends it with an error, or with a new one of the class given (FUT-2). */
  setException(error: unknown): void {
    let value: unknown = typeof error === 'function' ? Reflect.construct(error, []) : error;
    if (value instanceof StopIteration) {
      value = new RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future', {
        cause: value,
      });
    }
    this._settle(value, true);
  }

  /** Cancels it. @returns false when it had ended already. */
  cancel(message?: unknown): boolean {
    this._seen();
    if (this._state !== PENDING) return false;
    this._state = CANCELLED;
    this._cancelMessage = message ?? undefined;
    this._ended();
    return true;
  }

  /** Has `callback(future)` called through the loop when it ends; at the next iteration when it has (TASK-13). */
  addDoneCallback(callback: (future: this) => unknown): void {
    this._listen(new DoneCallback(callback, copyContext()));
  }

  /** Removes every equal callback. @returns how many (FUT-3) */
  removeDoneCallback(callback: (future: this) => unknown): number {
    const before = this._all();
    const left = before.filter((listener) => !(listener instanceof DoneCallback && listener.call === callback));
    if (left.length !== before.length) this._listeners = left;
    return before.length - left.length;
  }

  /** Python's `__await__`: an iterator for awaitables of one's own; `await` itself does not need it. */
  [awaitSymbol](): IterableIterator<unknown, T> {
    return new FutureIterator(this);
  }

  /** For TypeScript's `await` only; calling it raises a TypeError that says what to write. */
  then<R1 = T, R2 = never>(
    fulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    rejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): PromiseLike<R1 | R2>;
  then(): never {
    throw noSuchMethod(this.kind, 'then');
  }

  /** Not there, as in Python; the error says what to write. */
  catch(): never {
    throw noSuchMethod(this.kind, 'catch');
  }

  /** Not there, as in Python; the error says what to write. */
  finally(): never {
    throw noSuchMethod(this.kind, 'finally');
  }

  protected _kind(): string {
    return 'Future';
  }

  /** @internal */
  _isTask(): boolean {
    return false;
  }

  /** @internal Adds a listener, or calls it through the loop when the future has ended. */
  _listen(listener: Listener): void {
    if (this._state !== PENDING) this._tell(listener);
    else if (this._listeners === undefined) this._listeners = listener;
    else if (Array.isArray(this._listeners)) this._listeners.push(listener);
    else this._listeners = [this._listeners, listener];
  }

  /** @internal */
  _unlisten(listener: Waiter): void {
    this._listeners = this._all().filter((other) => other !== listener);
  }

  /** @internal */
  _settle(value: unknown, failed: boolean): void {
    if (this._state !== PENDING) throw new InvalidStateError(`invalid state`);
    this._state = FINISHED;
    this._value = value;
    if (failed) {
      this._failed = true;
      this._unseen = true;
      this._depth = depthOf(value);
      world.unretrieved.add(this);
    }
    this._ended();
  }

  /** @internal Somebody has looked at the error, or need not any more. */
  _seen(): void {
    if (!this._unseen) return;
    this._unseen = false;
    world.unretrieved.delete(this);
  }

  /** @internal */
  _makeCancelledError(): CancelledError {
    const known = this._cancelledError;
    if (known !== undefined) {
      this._cancelledError = undefined;
      return known;
    }
    return thrownIn(new CancelledError(this._cancelMessage));
  }

  /** @internal What endWorld says (TASK-15). */
  _report(): void {
    if (!this._unseen) return;
    this._unseen = false;
    this._loop.callExceptionHandler({
      message: `${this.kind} exception was never retrieved`,
      exception: this._value,
      future: this,
    });
  }

  [typeTag](): string {
    return this.kind;
  }

  toString(): string {
    return repr(this);
  }

  /** In CPython's words. A future that is met again inside its own repr (tasks that wait for one another) is '...'. */
  [reprMethod](): string {
    if (shown.has(this)) return '...';
    shown.add(this);
    try {
      return `<${[this.kind, this._stateWord(), ...this._details(), ...this._outcomeText(), ...this._callbackText()].join(' ')}>`;
    } finally {
      shown.delete(this);
    }
  }

  protected _stateWord(): string {
    return this._state === PENDING ? 'pending' : this._state === CANCELLED ? 'cancelled' : 'finished';
  }

  protected _details(): string[] {
    return [];
  }

  /** @internal Tells the observer of the end, then the listeners. */
  _ended(): void {
    if (world.observer !== undefined) this._announceEnd();
    const listeners = this._listeners;
    if (listeners === undefined) return;
    this._listeners = undefined;
    if (Array.isArray(listeners)) for (const listener of listeners) this._tell(listener);
    else this._tell(listeners);
  }

  protected _announceEnd(): void {
    world.observer?.futureDone(this);
  }

  private _tell(listener: Listener): void {
    if (listener instanceof DoneCallback) this._loop._push(new Handle(listener.call, [this], this._loop, listener.context));
    else listener._wake(this);
  }

  private _all(): Listener[] {
    if (this._listeners === undefined) return [];
    return Array.isArray(this._listeners) ? this._listeners : [this._listeners];
  }

  private _outcomeText(): string[] {
    if (this._state !== FINISHED) return [];
    return [`${this._failed ? 'exception' : 'result'}=${repr(this._value)}`];
  }

  private _callbackText(): string[] {
    const names = this._all().map((listener) =>
      listener instanceof DoneCallback ? `${callbackName(listener.call)}()` : listener._describeWakeup(),
    );
    if (names.length === 0) return [];
    if (names.length <= 2) return [`cb=[${names.join(', ')}]`];
    return [`cb=[${names[0] ?? ''}, <${names.length - 2} more>, ${names.at(-1) ?? ''}]`];
  }
}
