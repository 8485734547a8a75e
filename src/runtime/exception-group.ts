/**
 * ExceptionGroup and BaseExceptionGroup: several errors as one (PEP 654; Objects/exceptions.c; TG-13).
 *
 * Keeps true: a group never changes; a group without any of Python's BaseExceptions (a cancellation, Ctrl-C, an exit) is an ExceptionGroup, and one with
 * such an error is not; a half of a split has the cause, the notes and the traceback of the whole.
 */
import { errorMessage, ownData } from './data.ts';
import { CancelledError, GeneratorExit, KeyboardInterrupt, SystemExit, ValueError } from './errors.ts';
import { withHint } from './hints.ts';
import { groupParts, typeName } from './repr.ts';
import { inheritTraceback } from './traceback.ts';

/** A class of errors. */
export type ErrorClass = abstract new (...args: never[]) => Error;
/** What `split` and `subgroup` go by: a class of errors, several of them, or a predicate, which is asked about groups too. */
export type Matcher = ErrorClass | readonly ErrorClass[] | ((error: Error) => unknown);
/** What matches and what does not; undefined for a half that there is not. */
export type Split<G> = [match: G | undefined, rest: G | undefined];

/** Several errors, of which some may be of Python's BaseExceptions. Without one, `new BaseExceptionGroup(…)` gives an ExceptionGroup. */
export class BaseExceptionGroup extends Error {
  /** The errors, at least one, in the order given. */
  declare readonly exceptions: readonly Error[];

  /** @param message the text, which `message` gives as it is; `String(group)` counts the errors behind it, as Python's `str` does */
  constructor(message: string, exceptions: readonly Error[], options?: ErrorOptions) {
    super(checkedMessage(message, arguments.length), options);
    const items = checked(exceptions);
    const base = items.some(isBaseException);
    if (base && this instanceof ExceptionGroup) {
      const where = new.target === ExceptionGroup ? 'an ExceptionGroup' : `'${new.target.name}'`;
      throw new TypeError(`Cannot nest BaseExceptions in ${where}`);
    }
    if (!base && new.target === BaseExceptionGroup) Object.setPrototypeOf(this, ExceptionGroup.prototype);
    const own = new.target === BaseExceptionGroup || new.target === ExceptionGroup;
    const name = own ? (base ? 'BaseExceptionGroup' : 'ExceptionGroup') : new.target.name;
    Object.defineProperty(this, 'name', { value: name, writable: true, enumerable: false, configurable: true });
    Object.defineProperty(this, groupParts, { value: items });
    Object.defineProperty(this, 'exceptions', { value: Object.freeze(items) });
    Object.defineProperty(this, 'message', { value: message, writable: false });
  }

  /** The part of the group that matches, in its structure; undefined when nothing does. The group itself when all of it does. */
  subgroup(what: Matcher): BaseExceptionGroup | undefined {
    return splitBy(this, matcherOf(what, 'subgroup', arguments.length))[0] as BaseExceptionGroup | undefined;
  }

  /** The part of the group that matches and the part that does not, both in its structure. */
  split(what: Matcher): Split<BaseExceptionGroup> {
    return splitBy(this, matcherOf(what, 'split', arguments.length)) as Split<BaseExceptionGroup>;
  }

  /** A group of the same text for other errors: `split` and `subgroup` make their parts with it. A subclass overrides it to stay itself. */
  derive(exceptions: readonly Error[]): BaseExceptionGroup {
    return new BaseExceptionGroup(this.message, exceptions);
  }

  /** As a Python traceback names it: `ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)`. */
  override toString(): string {
    return `${this.name}: ${strOf(this)}`;
  }
}

/** Several errors, none of them of Python's BaseExceptions. What a TaskGroup raises (TG-2). */
export class ExceptionGroup extends BaseExceptionGroup {
  override subgroup(what: Matcher): ExceptionGroup | undefined {
    return splitBy(this, matcherOf(what, 'subgroup', arguments.length))[0] as ExceptionGroup | undefined;
  }

  override split(what: Matcher): Split<ExceptionGroup> {
    return splitBy(this, matcherOf(what, 'split', arguments.length)) as Split<ExceptionGroup>;
  }
}

/** True for what is a BaseException and no Exception in Python: what a bare `except Exception` lets through. */
function isBaseException(error: unknown): boolean {
  if (error instanceof BaseExceptionGroup) return !(error instanceof ExceptionGroup);
  return (
    error instanceof CancelledError ||
    error instanceof KeyboardInterrupt ||
    error instanceof SystemExit ||
    error instanceof GeneratorExit
  );
}

/** Python's `str(error)`: the message, behind which a group counts its errors. Calls none of the program's code. */
export function strOf(error: object): string {
  const parts = partsOf(error);
  if (parts === undefined) return errorMessage(error);
  return `${errorMessage(error)} (${parts.length} sub-exception${parts.length === 1 ? '' : 's'})`;
}

/** The errors of a group; undefined for what is none. Calls none of the program's code. */
export function partsOf(error: object): readonly Error[] | undefined {
  return ownData(error, groupParts) as readonly Error[] | undefined;
}

function checkedMessage(message: unknown, given: number): string {
  if (given < 2) throw new TypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${given} given)`);
  if (typeof message === 'string') return message;
  throw new TypeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`);
}

function checked(exceptions: unknown): Error[] {
  if (!Array.isArray(exceptions)) throw new TypeError('second argument (exceptions) must be a sequence');
  if (exceptions.length === 0) throw new ValueError('second argument (exceptions) must be a non-empty sequence');
  const items: unknown[] = [...(exceptions as unknown[])];
  for (const [i, item] of items.entries()) {
    if (item instanceof Error) continue;
    const hint = typeof item === 'function' ? `Make one: \`new ${item.name}(…)\`.` : undefined;
    throw withHint(new ValueError(`Item ${i} of second argument (exceptions) is not an exception`), hint);
  }
  return items as Error[];
}

type Test = (error: Error) => unknown;

/** A test for what a program gave as a class, several classes, or a predicate. */
function matcherOf(what: unknown, method: string, given: number): Test {
  if (given !== 1) throw new TypeError(`BaseExceptionGroup.${method}() takes exactly one argument (${given} given)`);
  if (isErrorClass(what)) return (error) => error instanceof what;
  if (Array.isArray(what) && what.every(isErrorClass)) return (error) => what.some((one) => error instanceof one);
  if (typeof what === 'function' && !isClass(what)) return what as Test;
  throw withHint(
    new TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)'),
    'Several classes stand in an array: `group.split([ValueError, TimeoutError])`.',
  );
}

function isErrorClass(value: unknown): value is ErrorClass {
  if (typeof value !== 'function') return false;
  const { prototype } = value as { readonly prototype?: unknown };
  return prototype === Error.prototype || prototype instanceof Error;
}

/** A class's prototype cannot be replaced; a function's can, and an arrow or a method has none. */
function isClass(value: object): boolean {
  return Reflect.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}

/** The part of `error` that passes the test and the part that does not; a class decides on a group only when it is one of groups. */
function splitBy(error: Error, test: Test): [Error | undefined, Error | undefined] {
  if (Boolean(test(error))) return [error, undefined];
  if (!(error instanceof BaseExceptionGroup)) return [undefined, error];
  const matches: Error[] = [];
  const rest: Error[] = [];
  for (const item of error.exceptions) {
    const [matching, other] = splitBy(item, test);
    if (matching !== undefined) matches.push(matching);
    if (other !== undefined) rest.push(other);
  }
  return [derived(error, matches), derived(error, rest)];
}

/** A part of `whole` that consists of `items`; undefined for none. */
function derived(whole: BaseExceptionGroup, items: readonly Error[]): Error | undefined {
  if (items.length === 0) return undefined;
  const part: unknown = whole.derive(items);
  if (!(part instanceof BaseExceptionGroup)) throw new TypeError('derive must return an instance of BaseExceptionGroup');
  if ('cause' in whole) Object.defineProperty(part, 'cause', { value: whole.cause, writable: true, configurable: true });
  inheritTraceback(part, whole);
  return part;
}
