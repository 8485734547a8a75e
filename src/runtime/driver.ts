/**
 * The driver: runs a coroutine to its next suspension, and with it every coroutine that it awaits.
 *
 * Coroutines that await one another form a chain; the root holds its innermost member (`_top`) and each member the one that awaits it (`_caller`). So an
 * `await` of a coroutine costs one `next` and no trip through the loop, and a resumption goes straight to the innermost one (CORO-2, TASK-17).
 *
 * Keeps true: an error unwinds through the chain at once (CORO-9); a coroutine is started, awaited and finished at most once (CORO-3).
 */
import { RecursionError, RuntimeError, StopIteration, ValueError } from './errors.ts';
import { frameOf, standing, type Frame, type FunctionCode } from './frame.ts';
import { awaitSymbol, FINISHED, Future, PENDING } from './future.ts';
import { awaitHint, withHint } from './hints.ts';
import { typeName } from './repr.ts';
import { passes, raisedDuring, thrownIn } from './traceback.ts';
import { world, type Reportable } from './world.ts';

/** How a coroutine is resumed: with a value, with an error, or by `close`. */
export const NEXT = 0;
export const THROW = 1;
export const CLOSE = 2;

/** How a resumption ends. Errors leave it as errors. The value is in `outcome.value`. */
export const RETURNED = 0;
/** It awaits the future in `outcome.value`. */
export const AWAITS = 1;
/** An iterator yielded `outcome.value`; undefined is a bare yield (`sleep(0)`). */
export const YIELDED = 2;

/** Where `resume` and `_advance` leave their value. */
export const outcome: { value: unknown } = { value: undefined };

export const CREATED = 0;
export const STARTED = 1;
export const CLOSED = 2;

/** What a closed generator returns when nothing in it stops the closing: Python's GeneratorExit on its way out. @internal */
export const GENERATOR_EXIT: unique symbol = Symbol('GeneratorExit');

/** Coroutines may await one another this deep. */
const MAX_DEPTH = 20_000;

type AnyGenerator = Generator<unknown, unknown>;
const generatorPrototype = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})()) as object) as AnyGenerator;
const { next, throw: throwInto, return: closeWith } = generatorPrototype;

/** Resumes a generator, whatever the program may have done to its `next`. @internal */
export function advanceGenerator(generator: AnyGenerator, mode: number, value: unknown): IteratorResult<unknown, unknown> {
  if (mode === NEXT) return next.call(generator, value as never);
  if (mode === THROW) return throwInto.call(generator, value);
  return closeWith.call(generator, GENERATOR_EXIT);
}

// The classes that a program makes most declare their fields and assign them in the constructor: initializers of class fields take twice as long.

/** What a root knows of the chain of awaits that begins with it. */
class Chain {
  /** The innermost member. */
  declare top: Suspendable;
  /** How many members there are beside the root. */
  declare depth: number;
  /** It is being driven. */
  declare running: boolean;
  /** The future that the innermost member awaits. */
  declare awaits: Future | undefined;

  constructor(root: Suspendable) {
    this.top = root;
    this.depth = 0;
    this.running = false;
    this.awaits = undefined;
  }
}

/** One member of a chain of awaits. Without a generator (`_generator` undefined) it is one of the runtime's own and overrides `_advance`. */
export class Suspendable {
  /** @internal */ declare readonly _generator: AnyGenerator | undefined;
  declare readonly code: FunctionCode;
  /** @internal Place of the await it stands at; 0 before the first. */ declare _position: number;
  /** @internal */ declare _state: number;
  /** @internal Who awaits it. */ declare _caller: Suspendable | undefined;
  /** @internal Of a root that has begun. */ declare _chain: Chain | undefined;
  /** @internal */ declare readonly _serial: number;

  constructor(generator: AnyGenerator | undefined, code: FunctionCode) {
    this._generator = generator;
    this.code = code;
    this._position = 0;
    this._state = CREATED;
    this._caller = undefined;
    this._chain = undefined;
    this._serial = ++world.serial;
  }

  /** @internal One step of a native member: returns RETURNED, AWAITS (whatever `outcome.value` is) or YIELDED, or throws. */
  _advance(_mode: number, _value: unknown): number {
    throw new RuntimeError('not a native coroutine');
  }
}

/** @internal Notes a new coroutine, which is to be reported if it never runs (CORO-4). Those that ran are swept out when they are many. */
export function expectAwait(coroutine: Suspendable & Reportable): void {
  const list = world.unawaited;
  list.push(coroutine);
  if (list.length < world.unawaitedLimit) return;
  world.unawaited = list.filter((other) => other instanceof Suspendable && other._state === CREATED);
  world.unawaitedLimit = Math.max(1024, 2 * world.unawaited.length);
}

/** @internal The frames of a suspended chain, outermost first, the learner's only. */
export function chainFrames(root: Suspendable): Frame[] {
  const frames: Frame[] = [];
  for (let member: Suspendable | undefined = root._chain?.top ?? root; member !== undefined; member = member._caller) {
    if (member.code.file !== '') frames.push(frameOf(member.code, member._position));
  }
  return frames.reverse();
}

/** Runs `root` from where it stands until it returns, waits or yields. */
export function resume(root: Suspendable, mode: number, value: unknown): number {
  if (root._state === CLOSED) throw new RuntimeError('cannot reuse already awaited coroutine');
  let chain = root._chain;
  let member = root;
  if (chain === undefined) {
    if (root._state !== CREATED) throw new RuntimeError('coroutine is being awaited already');
    if (mode === NEXT && value !== undefined) throw new TypeError("can't send non-None value to a just-started coroutine");
    root._state = STARTED;
    chain = new Chain(root);
    root._chain = chain;
  } else {
    if (chain.running) throw new ValueError('coroutine already executing');
    member = chain.top;
    const awaited = chain.awaits;
    chain.awaits = undefined;
    if (mode === THROW) passes(value, member.code, member._position);
    else if (mode === NEXT && awaited !== undefined) {
      if (awaited._state === FINISHED && !awaited._failed) value = awaited._value;
      else {
        mode = THROW;
        value = errorOf(awaited);
        passes(value, member.code, member._position);
      }
    }
  }
  chain.running = true;
  let depth = chain.depth;
  for (;;) {
    let done: boolean;
    let given: unknown;
    try {
      if (member._generator !== undefined) {
        const result =
          mode === NEXT
            ? next.call(member._generator, value as never)
            : mode === THROW
              ? throwInto.call(member._generator, value)
              : closeWith.call(member._generator, GENERATOR_EXIT);
        done = result.done === true;
        given = result.value;
      } else {
        const how = member._advance(mode, value);
        given = outcome.value;
        if (how === YIELDED) {
          chain.top = member;
          chain.depth = depth;
          chain.running = false;
          return YIELDED;
        }
        done = how === RETURNED;
      }
    } catch (caught) {
      const error = leaving(caught);
      if (mode === THROW) raisedDuring(error, value);
      member._state = CLOSED;
      const caller = member._caller;
      if (caller === undefined) {
        chain.top = root;
        chain.running = false;
        throw error;
      }
      member = caller;
      passes(error, member.code, member._position);
      depth -= 1;
      mode = THROW;
      value = error;
      continue;
    }
    if (done) {
      member._state = CLOSED;
      const caller = member._caller;
      if (caller === undefined) {
        chain.top = root;
        chain.running = false;
        outcome.value = given;
        return RETURNED;
      }
      member = caller;
      depth -= 1;
      mode = given === GENERATOR_EXIT ? CLOSE : NEXT;
      value = given;
      continue;
    }
    member._position = standing.position;
    standing.position = 0;
    let inner: unknown = given;
    if (!(given instanceof Suspendable)) {
      if (given instanceof Future) {
        if (given._state === PENDING) {
          chain.awaits = given;
          chain.top = member;
          chain.depth = depth;
          chain.running = false;
          outcome.value = given;
          return AWAITS;
        }
        if (given._state === FINISHED && !given._failed) {
          mode = NEXT;
          value = given._value;
          continue;
        }
        inner = errorOf(given);
      } else inner = iterate(given);
    }
    if (inner instanceof Suspendable) {
      if (inner._state === CREATED && depth < MAX_DEPTH) {
        inner._state = STARTED;
        inner._caller = member;
        member = inner;
        depth += 1;
        mode = NEXT;
        value = undefined;
        continue;
      }
      inner = refusal(inner);
    }
    value = inner;
    mode = THROW;
    passes(value, member.code, member._position);
  }
}

/** Why a coroutine cannot be awaited now (CORO-3). */
function refusal(coroutine: Suspendable): Error {
  if (coroutine._state === CREATED) return thrownIn(new RecursionError());
  if (coroutine._state === CLOSED) return thrownIn(new RuntimeError('cannot reuse already awaited coroutine'));
  let root = coroutine;
  while (root._caller !== undefined) root = root._caller;
  return thrownIn(
    root._chain?.running === true ? new ValueError('coroutine already executing') : new RuntimeError('coroutine is being awaited already'),
  );
}

/** The error that an await of a future raises: its own, or that it is not done (FUT-7). */
function errorOf(future: Future): unknown {
  if (future._state === PENDING) return thrownIn(new RuntimeError("await wasn't used with future"));
  try {
    future.result();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** StopIteration does not leave a coroutine (CORO-7). */
function leaving(error: unknown): unknown {
  return error instanceof StopIteration ? new RuntimeError('coroutine raised StopIteration', { cause: error }) : error;
}

/** The member that drives an awaitable of one's own (CORO-6), or the error to throw in when there is none (CORO-5). */
function iterate(value: unknown): unknown {
  const method: unknown = typeof value === 'object' && value !== null && awaitSymbol in value ? value[awaitSymbol] : undefined;
  if (typeof method !== 'function') {
    return withHint(thrownIn(new TypeError(`'${typeName(value)}' object can't be awaited`)), awaitHint(value));
  }
  let iterator: unknown;
  try {
    iterator = Reflect.apply(method, value, []);
  } catch (error) {
    return error;
  }
  if (iterator instanceof CoroutineIterator) return iterator.coroutine;
  if (iterator instanceof Suspendable) return thrownIn(new TypeError('__await__() returned a coroutine'));
  if (typeof iterator !== 'object' || iterator === null || !('next' in iterator) || typeof iterator.next !== 'function') {
    return thrownIn(new TypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`));
  }
  return new IteratorMember(iterator as Iterator<unknown>);
}

/** What `coroutine[awaitSymbol]()` gives. The driver takes the coroutine out again; a program's own iterator may call `next`. @internal */
export class CoroutineIterator<T> implements Iterator<unknown, T> {
  readonly coroutine: Suspendable & {
    send(value: unknown): IteratorResult<unknown, T>;
    throw(error: unknown): IteratorResult<unknown, T>;
    close(): void;
  };

  constructor(coroutine: CoroutineIterator<T>['coroutine']) {
    this.coroutine = coroutine;
  }

  next(value?: unknown): IteratorResult<unknown, T> {
    return this.coroutine.send(value);
  }

  throw(error: unknown): IteratorResult<unknown, T> {
    return this.coroutine.throw(error);
  }

  return(value?: unknown): IteratorResult<unknown, T> {
    this.coroutine.close();
    return { done: true, value: value as T };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

const ITERATOR_CODE: FunctionCode = { name: '__await__', file: '', line: 0 };

/** The member of a chain that stands for an iterator of an awaitable of one's own. */
class IteratorMember extends Suspendable {
  readonly #iterator: Iterator<unknown>;

  constructor(iterator: Iterator<unknown>) {
    super(undefined, ITERATOR_CODE);
    this.#iterator = iterator;
  }

  override _advance(mode: number, value: unknown): number {
    const iterator = this.#iterator;
    if (mode === CLOSE) {
      iterator.return?.(undefined);
      outcome.value = GENERATOR_EXIT;
      return RETURNED;
    }
    if (mode === THROW && iterator.throw === undefined) throw value;
    const result = mode === THROW ? iterator.throw?.(value) : iterator.next(value);
    if (typeof result !== 'object') throw new TypeError(`iterator gave a '${typeName(result)}' object instead of a result`);
    outcome.value = result.value;
    return result.done === true ? RETURNED : YIELDED;
  }
}
