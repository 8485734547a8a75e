/**
 * contextvars: a context is a mapping from variables to values that a task carries (LOOP-14, CTX-1, CTX-2).
 *
 * Keeps true: copying is free, since the mapping itself is never changed in place; `set` makes a new one.
 */
import { LookupError, RuntimeError, ValueError } from './errors.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';

type Values = ReadonlyMap<object, unknown>;
const EMPTY: Values = new Map();

/** What a token's `oldValue` is when the variable had no value before (`Token.MISSING`). */
export class Missing {
  [typeTag](): string {
    return 'Token.MISSING';
  }

  [reprMethod](): string {
    return '<Token.MISSING>';
  }

  toString(): string {
    return repr(this);
  }
}
const MISSING = new Missing();

/** The context that runs now; one of the module, so that reading it costs nothing. */
const current: { context: Context } = { context: undefined as unknown as Context };

/** A snapshot of context variables, and a place to run functions in. */
export class Context {
  /** @internal */ _values: Values = EMPTY;
  /** @internal Functions run in it that wait for those of the current context. */ _entered = false;

  /** Calls `fn(...args)` with this context as the current one. RuntimeError when it is current already. @returns what `fn` returns */
  run<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): R {
    const given: unknown = fn;
    if (given === undefined) throw new TypeError('run() missing 1 required positional argument');
    if (typeof given !== 'function') throw new TypeError(`'${typeName(given)}' object is not callable`);
    if (this._entered || this === current.context)
      throw new RuntimeError(`cannot enter context: ${repr(this)} is already entered`);
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

  /** The value of a variable here; `fallback` when it is not set here. */
  get<T>(variable: ContextVar<T>): T | undefined;
  get<T, F>(variable: ContextVar<T>, fallback: F): T | F;
  get(variable: ContextVar<unknown>, fallback?: unknown): unknown {
    return this.has(variable) ? this._values.get(variable) : fallback;
  }

  /** Python's `variable in context`. */
  has(variable: object): boolean {
    if (!(variable instanceof ContextVar)) throw new TypeError(`a ContextVar key was expected, got ${repr(variable)}`);
    return this._values.has(variable);
  }

  /** Python's `len(context)`. */
  get size(): number {
    return this._values.size;
  }

  keys(): ContextVar<unknown>[] {
    return [...this._values.keys()] as ContextVar<unknown>[];
  }

  values(): unknown[] {
    return [...this._values.values()];
  }

  items(): [variable: ContextVar<unknown>, value: unknown][] {
    return [...this._values] as [ContextVar<unknown>, unknown][];
  }

  [Symbol.iterator](): Iterator<ContextVar<unknown>> {
    return this.keys()[Symbol.iterator]();
  }

  copy(): Context {
    const copy = new Context();
    copy._values = this._values;
    return copy;
  }

  [typeTag](): string {
    return 'Context';
  }

  [reprMethod](): string {
    return '<_contextvars.Context object>';
  }

  toString(): string {
    return repr(this);
  }
}

/** Shown by whoever may make tokens. */
const MAKER = Symbol('ContextVar.set');

/** What `ContextVar.set` gives back, to undo it with `reset`. */
export class Token<T> {
  static readonly MISSING: object = MISSING;
  readonly var: ContextVar<T>;
  /** The value before the `set`; `Token.MISSING` when there was none. */
  readonly oldValue: unknown;
  /** @internal */ readonly _context: Context;
  /** @internal */ _used = false;

  /** @internal */
  constructor(maker: symbol, variable: ContextVar<T>, before: unknown, context: Context) {
    if (maker !== MAKER) throw new RuntimeError('Tokens can only be created by ContextVars');
    this.var = variable;
    this.oldValue = before;
    this._context = context;
  }

  [typeTag](): string {
    return 'Token';
  }

  [reprMethod](): string {
    return `<Token${this._used ? ' used' : ''} var=${repr(this.var)}>`;
  }

  toString(): string {
    return repr(this);
  }
}

/** A variable whose value belongs to the current context. */
export class ContextVar<T> {
  readonly name: string;
  readonly #default: unknown;

  /** @param options `default`: what `get` gives where no value is set */
  constructor(name: string, ...options: readonly [{ readonly default?: T }?]) {
    if (typeof name !== 'string') throw new TypeError('context variable name must be a str');
    this.name = name;
    const given = options[0];
    this.#default = given !== undefined && 'default' in given ? given.default : MISSING;
  }

  /** The value here, else `fallback`, else the default; LookupError when there is none. */
  get(...fallback: readonly [T?]): T {
    const values = current.context._values;
    if (values.has(this)) return values.get(this) as T;
    if (fallback.length > 0) return fallback[0] as T;
    if (this.#default !== MISSING) return this.#default as T;
    throw new LookupError(repr(this));
  }

  /** Sets the value in the current context. @returns a token, for `reset` */
  set(value: T): Token<T> {
    const context = current.context;
    const before = context._values.has(this) ? context._values.get(this) : MISSING;
    context._values = new Map(context._values).set(this, value);
    return new Token(MAKER, this, before, context);
  }

  /** Undoes the `set` that gave `token`: once, and in the context where it was set. */
  reset(token: Token<T>): void {
    if (!(token instanceof Token)) throw new TypeError(`expected an instance of Token, got ${repr(token)}`);
    if (token._used) throw new RuntimeError(`${repr(token)} has already been used once`);
    if (token.var !== this) throw new ValueError(`${repr(token)} was created by a different ContextVar`);
    if (token._context !== current.context) throw new ValueError(`${repr(token)} was created in a different Context`);
    token._used = true;
    const values = new Map(token._context._values);
    if (token.oldValue === MISSING) values.delete(this);
    else values.set(this, token.oldValue);
    token._context._values = values;
  }

  [typeTag](): string {
    return 'ContextVar';
  }

  [reprMethod](): string {
    return `<ContextVar name=${repr(this.name)}${this.#default === MISSING ? '' : ` default=${repr(this.#default)}`}>`;
  }

  toString(): string {
    return repr(this);
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
