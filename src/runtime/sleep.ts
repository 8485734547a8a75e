/**
 * sleep (TASK-5, TASK-6): zero or less is one bare yield; more is a timer that ends a future.
 *
 * It is a coroutine without a generator, since a program calls it more than anything else.
 */
import { Coroutine } from './coroutine.ts';
import { copyContext } from './context.ts';
import { AWAITS, CLOSE, GENERATOR_EXIT, outcome, RETURNED, THROW, YIELDED } from './suspendable.ts';
import { RuntimeError, ValueError } from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { Future, PENDING } from './future.ts';
import { named, TimerHandle } from './handle.ts';
import { world, type Scheduler } from './world.ts';

const CODE: FunctionCode = { name: 'sleep', file: '', line: 0 };

/** What a sleep needs of the loop that runs. */
interface Timers extends Scheduler {
  _schedule(timer: TimerHandle): void;
}

const setResultUnlessCancelled = named('_set_result_unless_cancelled', (future: Future, result: unknown) => {
  if (future._state === PENDING) future.setResult(result);
});

class Sleep<T> extends Coroutine<T> {
  declare readonly _delay: number;
  declare readonly _result: T;
  declare _begun: boolean;
  declare _timer: TimerHandle | undefined;

  constructor(delay: number, result: T) {
    super(undefined, CODE);
    this._delay = delay;
    this._result = result;
    this._begun = false;
    this._bare = delay <= 0 && result === undefined;
    this._timer = undefined;
  }

  override _advance(mode: number, value: unknown): number {
    if (this._begun || mode !== 0) return this.#end(mode, value);
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
    this._timer = new TimerHandle(world.clock + delay, setResultUnlessCancelled, [future, this._result], loop, copyContext());
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

/** Suspends the awaiting task for `delay` virtual seconds. `sleep(0)` gives every other ready callback one turn. @returns `result`; ValueError for NaN */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  if (typeof delay !== 'number') throw new TypeError("'<=' not supported between instances of 'str' and 'int'");
  return new Sleep(delay, result);
}
