/**
 * Tracebacks through coroutines. An error that is thrown in at an await passes there on its way out: each such place is noted, so that the chain of
 * awaits can be told although JavaScript's own stack only knows the innermost call.
 *
 * Keeps true: an error that two awaiters get has, for each, the frames up to where it was stored and then that awaiter's own (as CPython's
 * `with_traceback` does in `Future.result`).
 */
import { frameOf, type Frame, type FunctionCode } from './frame.ts';

interface Place {
  readonly code: FunctionCode;
  readonly position: number;
}

/** Innermost first, as they were passed. */
const places = new WeakMap<object, Place[]>();
const contexts = new WeakMap<object, unknown>();
const throwns = new WeakSet();

/** More frames than this are not noted for one error. */
const MAX_FRAMES = 200;

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Notes that `error` is thrown in at `position` of a coroutine of `code`. */
export function passes(error: unknown, code: FunctionCode, position: number): void {
  if (!isObject(error) || code.file === '') return;
  const list = places.get(error);
  if (list === undefined) places.set(error, [{ code, position }]);
  else if (list.length < MAX_FRAMES) list.push({ code, position });
}

/** How many frames `error` has now; to be given to `truncate`. */
export function depthOf(error: unknown): number {
  return isObject(error) ? (places.get(error)?.length ?? 0) : 0;
}

/** Forgets the frames after the first `depth`. */
export function truncate(error: unknown, depth: number): void {
  const list = isObject(error) ? places.get(error) : undefined;
  if (list !== undefined && list.length > depth) list.length = depth;
}

/** Notes that `error` was raised while `earlier` was being thrown in (CANCEL-15: Python's `__context__`). */
export function raisedDuring(error: unknown, earlier: unknown): void {
  if (isObject(error) && error !== earlier && !contexts.has(error)) contexts.set(error, earlier);
}

/** Gives `part` the awaits that `whole` has passed, and its context (PEP 654: a part of a group has the metadata of the whole). */
export function inheritTraceback(part: object, whole: object): void {
  const list = places.get(whole);
  if (list !== undefined) places.set(part, [...list]);
  if (contexts.has(whole)) contexts.set(part, contexts.get(whole));
  if (throwns.has(whole)) throwns.add(part);
}

/** Puts another error into an error's place for its context. */
export function setContext(error: unknown, context: unknown): void {
  if (isObject(error)) contexts.set(error, context);
}

/** Marks an error that the runtime itself made and threw in at an await: its JavaScript stack says nothing about the program. */
export function thrownIn<E extends object>(error: E): E {
  throwns.add(error);
  return error;
}

/** The awaits that an error passed, outermost first; empty when none. */
export function asyncTraceback(error: unknown): Frame[] {
  const list = isObject(error) ? places.get(error) : undefined;
  return list === undefined ? [] : list.map(({ code, position }) => frameOf(code, position)).reverse();
}

/** The error during whose handling this one was raised, where known; like Python's `__context__`. */
export function contextOf(error: unknown): unknown {
  return isObject(error) ? contexts.get(error) : undefined;
}

/** True for an error that the runtime made and threw in at an await: then `asyncTraceback` is the whole story and `error.stack` is none of it. */
export function isThrownIn(error: unknown): boolean {
  return isObject(error) && throwns.has(error);
}
