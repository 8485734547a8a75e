/**
 * contextvars: a context is a mapping from variables to values that a task carries (LOOP-14, CTX-1, CTX-2).
 *
 * Keeps true: copying is free, since the mapping itself is never changed in place; `set` makes a new one.
 */
import { ValueError, RuntimeError } from './errors.ts';
import { repr } from './repr.ts';

type Values = ReadonlyMap<object, unknown>;
const EMPTY: Values = new Map();
const MISSING: unique symbol = Symbol('missing');

/** The context that runs now; one of the module, so that reading it costs nothing. */
const current: { context: Context } = { context: undefined as unknown as Context };

/** A snapshot of context variables, and a place to run functions in. */
export class Context {
  /** @internal */ _values: Values = EMPTY;
  /** @internal Functions run in it that wait for those of the current context. */ _entered = false;

  /** Calls `fn` with this context as the current one. */
  run<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): R {
    if (this._entered || this === current.context) throw new RuntimeError('cannot enter context: it is already entered');
    const before = enter(this);
    const wasEntered = before._entered;
    before._entered = true;
    try {
      return fn(...args);
    } finally {
      before._entered = wasEntered;
      enter(before);
    }
  }

  /** The value of a variable here; undefined when it is not set here. */
  get<T>(variable: ContextVar<T>): T | undefined {
    return this._values.get(variable) as T | undefined;
  }

  has(variable: object): boolean {
    return this._values.has(variable);
  }

  copy(): Context {
    const copy = new Context();
    copy._values = this._values;
    return copy;
  }
}

/** What `ContextVar.set` gives back, to undo it with `reset`. */
export class Token<T> {
  /** @internal */ readonly _variable: ContextVar<T>;
  /** @internal */ readonly _before: unknown;
  /** @internal */ _used = false;
  /** @internal */
  constructor(variable: ContextVar<T>, before: unknown) {
    this._variable = variable;
    this._before = before;
  }
}

/** A variable whose value belongs to the current context. */
export class ContextVar<T> {
  readonly name: string;
  readonly #default: unknown;

  constructor(name: string, ...options: readonly [{ readonly default?: T }?]) {
    this.name = name;
    const given = options[0];
    this.#default = given !== undefined && 'default' in given ? given.default : MISSING;
  }

  /** The value here, else `fallback`, else the default; a LookupError's text when there is none. */
  get(...fallback: readonly [T?]): T {
    const values = current.context._values;
    if (values.has(this)) return values.get(this) as T;
    if (fallback.length > 0) return fallback[0] as T;
    if (this.#default !== MISSING) return this.#default as T;
    throw new ValueError(`<ContextVar name=${repr(this.name)}>`);
  }

  set(value: T): Token<T> {
    const context = current.context;
    const before = context._values.has(this) ? context._values.get(this) : MISSING;
    context._values = new Map(context._values).set(this, value);
    return new Token(this, before);
  }

  /** Undoes the `set` that gave `token`. */
  reset(token: Token<T>): void {
    if (token._used) throw new RuntimeError('Token has already been used once');
    if (token._variable !== this) throw new ValueError('Token was created by a different ContextVar');
    token._used = true;
    const values = new Map(current.context._values);
    if (token._before === MISSING) values.delete(this);
    else values.set(this, token._before);
    current.context._values = values;
  }
}

/** A copy of the current context. */
export function copyContext(): Context {
  return current.context.copy();
}

/** @internal The current context itself. */
export function currentContext(): Context {
  return current.context;
}

/** @internal Makes `context` the current one and returns the one before. */
export function enter(context: Context): Context {
  const before = current.context;
  current.context = context;
  return before;
}

current.context = new Context();
