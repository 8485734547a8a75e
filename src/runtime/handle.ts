/**
 * Handles: what stands in the ready queue and the timer heap (events.py: Handle, TimerHandle).
 *
 * Keeps true: a handle runs in the context it was made in (LOOP-14); an error that escapes its callback goes to the loop's exception handler, save those
 * that leave the loop (LOOP-11); a cancelled handle holds neither callback nor arguments (LOOP-7).
 */
import { enter, type Context } from './context.ts';
import { leavesTheLoop } from './errors.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';
import type { ObservedHandle } from './observer.ts';
import type { Runnable } from './ready-queue.ts';
import { world, type Scheduler } from './world.ts';

/** A callback as the loop calls it. */
export type Callback = (...args: never[]) => unknown;

/** A callback that waits for its turn. */
export class Handle implements Runnable {
  /** @internal */ declare _callback: Callback | undefined;
  /** @internal */ declare _args: readonly unknown[];
  /** @internal */ declare readonly _loop: Scheduler;
  /** @internal */ declare readonly _context: Context;
  /** @internal */ declare _cancelled: boolean;
  /** @internal What it looked like when it was cancelled in debug mode, which shows it so ever after (LOOP-15). */ declare _shown?: string;
  /** @internal Given when it is queued; a task's step gets a new one each time. */ declare _number: number;

  /** @internal */
  constructor(callback: Callback | undefined, args: readonly unknown[], loop: Scheduler, context: Context) {
    this._callback = callback;
    this._args = args;
    this._loop = loop;
    this._context = context;
    this._cancelled = false;
    this._number = 0;
  }

  /** 'H7': its number in the world. */
  get id(): string {
    return `H${this._number}`;
  }

  /** Keeps the callback from running; may be called again and again. */
  cancel(): void {
    if (this._cancelled) return;
    this._cancelled = true;
    if (this._loop.getDebug()) this._shown = repr(this);
    this._callback = undefined;
    this._args = [];
  }

  cancelled(): boolean {
    return this._cancelled;
  }

  getContext(): Context {
    return this._context;
  }

  /** What it calls, such as `f(1, 'a')`; futures by their ids, and no brackets when there are no arguments. */
  describe(): string {
    if (this._callback === undefined) return 'cancelled';
    return describeCall(this._callback, this._arguments());
  }

  /** @internal What the callback is called with. */
  _arguments(): readonly unknown[] {
    return this._args;
  }

  /** @internal Tells the observer that it runs. */
  _announce(): void {
    world.observer?.handleRun(this);
  }

  /** @internal */
  _observed(): ObservedHandle {
    return this;
  }

  /** @internal Calls the callback, unless it was cancelled. */
  _run(): void {
    if (this._cancelled) return;
    const callback = this._callback;
    if (world.observer !== undefined) this._announce();
    const before = enter(this._context);
    try {
      if (typeof callback !== 'function') throw new TypeError(`'${typeName(callback)}' object is not callable`);
      Reflect.apply(callback, undefined, this._args);
    } catch (error) {
      if (leavesTheLoop(error)) throw error;
      this._loop.callExceptionHandler({ message: `Exception in callback ${this.#call()}`, exception: error, handle: this });
    } finally {
      enter(before);
    }
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    if (this._shown !== undefined) return this._shown;
    return `<${this._kind()}${this._cancelled ? ' cancelled' : ''}${this._when()}${this._callback === undefined ? '' : ` ${this.#call()}`}>`;
  }

  [typeTag](): string {
    return this._kind();
  }

  /** As CPython shows it: arguments in debug mode only. */
  #call(): string {
    const args = this._loop.getDebug() ? this._arguments() : [];
    return `${callbackName(this._callback)}(${args.map((arg) => repr(arg)).join(', ')})`;
  }

  protected _kind(): string {
    return 'Handle';
  }

  protected _when(): string {
    return '';
  }
}

/** A callback that waits for a moment of virtual time. */
export class TimerHandle extends Handle {
  /** @internal */ declare readonly _time: number;
  /** @internal True while it stands in the heap. */ declare _scheduled: boolean;
  /** @internal */ declare _ran: boolean;

  /** @internal */
  constructor(when: number, callback: Callback, args: readonly unknown[], loop: Scheduler, context: Context) {
    super(callback, args, loop, context);
    this._time = when;
    this._scheduled = false;
    this._ran = false;
  }

  /** The moment it is set for, in virtual seconds (LOOP-6). */
  when(): number {
    return this._time;
  }

  override cancel(): void {
    if (this._cancelled) return;
    if (!this._ran) world.observer?.timerCancel(this);
    if (this._scheduled) this._loop._timerCancelled();
    super.cancel();
  }

  override _announce(): void {
    this._ran = true;
    world.observer?.timerFire(this);
  }

  override _run(): void {
    if (this._cancelled) return;
    this._ran = true;
    super._run();
  }

  protected override _kind(): string {
    return 'TimerHandle';
  }

  protected override _when(): string {
    return ` when=${this._time}`;
  }
}

function label(value: unknown): string {
  if (typeof value === 'object' && value !== null && typeTag in value && 'id' in value && typeof value.id === 'string')
    return value.id;
  return repr(value);
}

/** @internal A call as events show it. */
export function describeCall(callback: unknown, args: readonly unknown[]): string {
  const name = callbackName(callback).replace('<locals>.', '');
  return args.length === 0 ? name : `${name}(${args.map(label).join(', ')})`;
}

/** A function's name; Python's word for one that has none. */
export function callbackName(callback: unknown): string {
  if (typeof callback !== 'function') return repr(callback);
  return callback.name === '' ? '<lambda>' : callback.name.replace(/^bound /, '');
}

/** @internal Gives a function of the runtime the name that CPython's has; a bundler may have taken its own. */
export function named<F extends Callback>(name: string, fn: F): F {
  return Object.defineProperty(fn, 'name', { value: name });
}
