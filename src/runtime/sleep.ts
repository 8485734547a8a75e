/**
 * sleep (TASK-5, TASK-6): zero or less is one bare yield; more is a timer that ends a future.
 *
 * It is a coroutine without a generator, since a program calls it more than anything else.
 */
import { Coroutine } from './coroutine.ts';
import { currentContext } from './context.ts';
import { AWAITS, CLOSE, GENERATOR_EXIT, NEXT, outcome, RETURNED, THROW, YIELDED } from './suspendable.ts';
import { RuntimeError, ValueError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { Future, PENDING } from './future.ts';
import { named, TimerHandle } from './handle.ts';
import { lateBy } from './lateness.ts';
import { world, type Scheduler } from './world.ts';

const NO_ARGUMENTS: readonly unknown[] = [];
const CODE: FunctionCode = { name: 'sleep', file: '', line: 0 };

/** What a sleep needs of the loop that runs. */
interface Timers extends Scheduler {
  _schedule(timer: TimerHandle): void;
}

const setResultUnlessCancelled = named('_set_result_unless_cancelled', (future: Future, result: unknown) => {
  if (future._state === PENDING) future.setResult(result);
});

/** Ends a sleep's future, as a timer with `_set_result_unless_cancelled` does. It needs no context of its own, since it runs nobody's code. */
export class SleepTimer extends TimerHandle {
  declare _future: Future | undefined;
  declare readonly _result: unknown;

  constructor(when: number, future: Future, result: unknown, loop: Scheduler) {
    super(when, setResultUnlessCancelled, NO_ARGUMENTS, loop, currentContext());
    this._future = future;
    this._result = result;
  }

  override _arguments(): readonly unknown[] {
    return this._cancelled ? NO_ARGUMENTS : [this._future, this._result];
  }

  override cancel(): void {
    super.cancel();
    this._future = undefined;
  }

  override _run(): void {
    if (this._cancelled) return;
    this._ran = true;
    if (world.observer !== undefined) this._announce();
    if (this._future?._state === PENDING) this._future._settle(this._result, false);
  }
}

/** `sleep(delay)`. */
export class Sleep<T> extends Coroutine<T> {
  declare readonly _delay: number;
  declare readonly _result: T;
  declare _begun: boolean;
  declare _timer: SleepTimer | undefined;

  constructor(delay: number, result: T) {
    super(undefined, CODE);
    this._delay = delay;
    this._result = result;
    this._begun = false;
    this._timer = undefined;
  }

  override _advance(mode: number, value: unknown): number {
    if (this._begun || mode !== NEXT) return this.#end(mode, value);
    this._begun = true;
    const delay = this._delay;
    if (delay <= 0) {
      outcome.value = undefined;
      return YIELDED;
    }
    if (Number.isNaN(delay)) throw new ValueError('Invalid delay: NaN (not a number)');
    const loop = world.loop as Timers | undefined;
    if (loop === undefined) throw new RuntimeError('no running event loop');
    const future = new Future();
    this._timer = new SleepTimer(world.clock + lateBy(delay), future, this._result, loop);
    loop._schedule(this._timer);
    outcome.value = future;
    return AWAITS;
  }

  #end(mode: number, value: unknown): number {
    this._timer?.cancel();
    if (mode === THROW) throw value;
    outcome.value = mode === CLOSE ? GENERATOR_EXIT : this._result;
    return RETURNED;
  }
}

/** `sleep(0)`: one bare yield. Not a class of its own, since what is made most is made of as few classes as can be. */
function bareSleep(): Coroutine<undefined> {
  const coroutine = new Coroutine<undefined>(undefined, CODE);
  coroutine._bare = true;
  return coroutine;
}

/** Suspends the awaiting task for `delay` virtual seconds. `sleep(0)` gives every other ready callback one turn. @returns `result`; ValueError for NaN */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  if (typeof delay !== 'number') throw new TypeError("'<=' not supported between instances of 'str' and 'int'");
  if (delay <= 0 && result === undefined) return bareSleep();
  return new Sleep(delay, result);
}
