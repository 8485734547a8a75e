/**
 * Coroutine: what a call of an async function gives (CORO-1 … CORO-9). Calling runs none of the body; `await`, a task, or `send` does.
 */
import { resume } from './driver.ts';
import { CoroutineIterator } from './own-awaitable.ts';
import { AWAITS, CLOSE, CLOSED, CREATED, expectAwait, NEXT, outcome, RETURNED, Suspendable, THROW } from './suspendable.ts';
import { RuntimeError } from './errors.ts';
import { frameOf, type FunctionCode } from './frame.ts';
import { awaitSymbol, type Future } from './future.ts';
import { neverAwaitedHint, noSuchMethod } from './hints.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import { world } from './world.ts';

export class Coroutine<T = unknown> extends Suspendable implements PromiseLike<T> {
  /** @internal */
  constructor(generator: Generator<unknown, unknown> | undefined, code: FunctionCode) {
    super(generator, code);
    expectAwait(this);
  }

  /** Runs it to its next suspension, by hand: `{ done: false, value }` with what it waits for (undefined: a bare yield), or `{ done: true, value: result }`. */
  send(value: unknown): IteratorResult<unknown, T> {
    return this._resumed(NEXT, value);
  }

  /** Raises `error` where it stands; otherwise as `send`. */
  throw(error: unknown): IteratorResult<unknown, T> {
    return this._resumed(THROW, error);
  }

  /** Ends it: its `finally` blocks run, and must not wait for anything (CORO-8). Closing one that never ran also keeps it from being reported (CORO-4). */
  close(): void {
    if (this._state === CLOSED) return;
    if (this._state === CREATED) {
      this._state = CLOSED;
      return;
    }
    if (resume(this, CLOSE, undefined) !== RETURNED) throw new RuntimeError('coroutine ignored GeneratorExit');
  }

  [awaitSymbol](): IterableIterator<unknown, T> {
    return new CoroutineIterator<T>(this);
  }

  /** For TypeScript's `await` only; calling it raises a TypeError that says what to write. */
  then<R1 = T, R2 = never>(
    fulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    rejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): PromiseLike<R1 | R2>;
  then(): never {
    throw noSuchMethod('coroutine', 'then');
  }

  /** Not there, as in Python; the error says what to write. */
  catch(): never {
    throw noSuchMethod('coroutine', 'catch');
  }

  /** Not there, as in Python; the error says what to write. */
  finally(): never {
    throw noSuchMethod('coroutine', 'finally');
  }

  /** @internal What endWorld says (CORO-4). */
  _report(): void {
    if (this._state !== CREATED) return;
    const text = `coroutine ${this._title()} was never awaited`;
    const frame = this.code.file === '' ? undefined : frameOf(this.code, 0);
    world.observer?.warning('RuntimeWarning', text, frame, neverAwaitedHint(this._call()));
  }

  /** @internal What it is called where it is missed. */
  _title(): string {
    return `'${this.code.name}'`;
  }

  /** @internal How a program calls what made it. */
  _call(): string {
    return this.code.name;
  }

  [typeTag](): string {
    return 'coroutine';
  }

  override toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    return `<coroutine object ${this.code.name}>`;
  }

  private _resumed(mode: number, value: unknown): IteratorResult<unknown, T> {
    const how = resume(this, mode, value);
    const given = outcome.value;
    outcome.value = undefined;
    if (how === AWAITS) (given as Future)._blocking = true; // whoever drives it may hand the future on to a task
    return how === RETURNED ? { done: true, value: given as T } : { done: false, value: given };
  }
}
