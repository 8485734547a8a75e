/**
 * What can be suspended: the members of a chain of awaits, and what a root knows of its chain.
 *
 * Coroutines that await one another form a chain: each member has the one that awaits it (`_caller`), the root the innermost one (`_chain.top`).
 */
import { frameOf, type Frame, type FunctionCode } from './frame.ts';
import type { Future } from './future.ts';
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

type AnyGenerator = Generator<unknown, unknown>;
type Resumption = (this: AnyGenerator, value?: unknown) => IteratorResult<unknown, unknown>;

function* anyGenerator(): Generator<undefined, void> {
  yield undefined;
}

/** The methods that every generator has, taken once: whatever a program does to a generator's `next`, these are called. @internal */
export const {
  next,
  throw: throwInto,
  return: closeWith,
} = Object.getPrototypeOf(anyGenerator.prototype) as Record<'next' | 'throw' | 'return', Resumption>;

/** Resumes a generator, whatever the program may have done to its `next`. @internal */
export function advanceGenerator(generator: AnyGenerator, mode: number, value: unknown): IteratorResult<unknown, unknown> {
  if (mode === NEXT) return next.call(generator, value);
  if (mode === THROW) return throwInto.call(generator, value);
  return closeWith.call(generator, GENERATOR_EXIT);
}

// The classes that a program makes most declare their fields and assign them in the constructor: initializers of class fields take twice as long.

/** @internal What a root knows of the chain of awaits that begins with it. */
export class Chain {
  /** The innermost member. */
  declare top: Suspendable;
  /** How many members there are beside the root. */
  declare depth: number;
  /** It is being driven. */
  declare running: boolean;
  /** The future that the innermost member awaits. */
  declare awaits: Future | undefined;
  /** The bare yield that the innermost member awaits. */
  declare bare: Suspendable | undefined;

  constructor(root: Suspendable) {
    this.top = root;
    this.depth = 0;
    this.running = false;
    this.awaits = undefined;
    this.bare = undefined;
  }
}

/** One member of a chain of awaits. Without a generator (`_generator` undefined) it is one of the runtime's own and overrides `_advance`, or one bare yield. */
export class Suspendable {
  /** @internal */ declare readonly _generator: AnyGenerator | undefined;
  declare readonly code: FunctionCode;
  /** @internal Place of the await it stands at; 0 before the first. */ declare _position: number;
  /** @internal */ declare _state: number;
  /** @internal Awaited, it is one bare yield that gives undefined: `sleep(0)`. Then it need not become a member of the chain. */ declare _bare: boolean;
  /** @internal Who awaits it. */ declare _caller: Suspendable | undefined;
  /** @internal Of a root that has begun. */ declare _chain: Chain | undefined;
  /** @internal */ declare readonly _serial: number;

  constructor(generator: AnyGenerator | undefined, code: FunctionCode) {
    this._generator = generator;
    this.code = code;
    this._position = 0;
    this._state = CREATED;
    this._bare = false;
    this._caller = undefined;
    this._chain = undefined;
    this._serial = ++world.serial;
  }

  /**
   * @internal One step of a native member: returns RETURNED, AWAITS (whatever `outcome.value` is) or YIELDED, or throws. Here that of a bare yield, which comes to this
   * only when it is the root: `createTask(sleep(0))`.
   */
  _advance(mode: number, value: unknown): number {
    if (mode === THROW) throw value;
    if (mode === NEXT && this._bare) {
      this._bare = false;
      outcome.value = undefined;
      return YIELDED;
    }
    outcome.value = mode === CLOSE ? GENERATOR_EXIT : undefined;
    return RETURNED;
  }
}

/** @internal Notes a new coroutine, which is to be reported if it never runs (CORO-4). Those that ran are swept out when they are many. */
export function expectAwait(coroutine: Suspendable & Reportable): void {
  // Nearly every coroutine is awaited before the next one is made: the last one waits here, and most of them never come onto the list.
  const before = world.latest as (Suspendable & Reportable) | undefined;
  world.latest = coroutine;
  if (before?._state !== CREATED) return;
  const list = world.unawaited;
  list.push(before);
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

/** @internal The innermost of `chainFrames`. */
export function innermostFrame(root: Suspendable): Frame | undefined {
  for (let member: Suspendable | undefined = root._chain?.top ?? root; member !== undefined; member = member._caller) {
    if (member.code.file !== '') return frameOf(member.code, member._position);
  }
  return undefined;
}
