/**
 * Whatever a program threw, as the record tells it: class, message, what to write instead, and a traceback through its awaits and calls.
 *
 * Keeps true: never throws, and calls none of the program's code except a proxy's traps (`peek.ts`); texts are bounded.
 */
import {
  DeadlockError,
  LimitExceeded,
  asyncTraceback,
  classNames,
  errorMessage,
  errorName,
  guarded,
  hintOf,
  isThrownIn,
  partsOf,
  strOf,
} from '../runtime/index.ts';
import { cut, type ErrorInfo, type SourcePosition } from '../record/index.ts';
import type { CompiledProgram } from '../compiler/index.ts';
import { inspect } from './format.ts';
import { isError } from './peek.ts';
import { STACK_LIMIT, stackOf } from './lockdown.ts';
import { parseStack, type NativeFrame } from './positions.ts';

/** Frames that are told of one error; of more, the outermost and the innermost half. */
const MAX_FRAMES = 60;

/** Errors of one group that are told, and groups in groups: as many as in Python's tracebacks. And of all groups in one error together. */
const MAX_PARTS = 15;
const MAX_DEPTH = 10;
const MAX_PARTS_IN_ALL = 100;

/** Names of the host's world that a learner may reach for. The runtime knows more of them, and goes first. */
const ABSENT: Readonly<Record<string, string>> = {
  Date: "There is no clock here but the virtual one: `import { monotonic } from 'time'`.",
  performance: "There is no clock here but the virtual one: `import { perfCounter } from 'time'`.",
  require: "Write `import { … } from 'asyncio'`.",
};

/** What is thrown out of a program, in the record's terms. `length` bounds the message. */
export function describeError(error: unknown, programs: readonly CompiledProgram[], length: number): ErrorInfo {
  return described(error, programs, length, { depth: 1, left: { count: MAX_PARTS_IN_ALL } });
}

interface Room {
  readonly depth: number;
  /** How many errors may still be told. */
  readonly left: { count: number };
}

function described(error: unknown, programs: readonly CompiledProgram[], length: number, { depth, left }: Room): ErrorInfo {
  const frames = guarded(() => framesOf(error, programs, depth > 1)) ?? [];
  if (!isError(error)) {
    const type =
      typeof error === 'object' && error !== null ? (classNames(error)[0] ?? 'Object') : error === null ? 'null' : typeof error;
    const hint = 'Throw an Error: only an error knows the line where it was thrown.';
    return { type, message: cut(typeof error === 'string' ? error : inspect(error, length), length), frames, hint };
  }
  const hint = guarded(() => hintFor(error));
  const parts = depth > MAX_DEPTH ? undefined : partsOf(error)?.slice(0, Math.min(MAX_PARTS, left.count));
  left.count -= parts?.length ?? 0;
  const exceptions = parts?.map((part) => described(part, programs, length, { depth: depth + 1, left }));
  return {
    type: errorName(error),
    message: cut(strOf(error), length),
    frames,
    ...(hint === undefined ? {} : { hint }),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
}

/** True for the error that says that nothing can wake anybody any more. */
export function isDeadlock(error: unknown): boolean {
  return guarded(() => isError(error) && error instanceof DeadlockError) ?? false;
}

/** True for the error of a limit that a world has passed. */
export function isLimit(error: unknown): error is LimitExceeded {
  return guarded(() => isError(error) && error instanceof LimitExceeded) ?? false;
}

function hintFor(error: Error): string | undefined {
  const known = hintOf(error);
  if (known !== undefined) return known;
  const message = errorMessage(error);
  if (/^Maximum call stack|^too much recursion/.test(message)) return 'A function calls itself without an end.';
  const name = /^(\w+) is not (?:defined|a function|a constructor)/.exec(message)?.[1];
  if (name === undefined) return undefined;
  return hintOf(new ReferenceError(`${name} is not defined`)) ?? (Object.hasOwn(ABSENT, name) ? ABSENT[name] : undefined);
}

/**
 * The traceback, innermost last. JavaScript's stack knows the calls inside of the innermost step, and what called the loop; between them stand the awaits,
 * which the runtime noted (all of it, for an error that it threw in itself). On a stack, runs of the program's frames are parted by ours: the last run is the module that called `run`, the others the step.
 * An error in a group begins where its task does, as in Python.
 */
function framesOf(error: unknown, programs: readonly CompiledProgram[], isPart: boolean): SourcePosition[] {
  const awaits: SourcePosition[] = asyncTraceback(error).map((frame) => ({
    file: frame.file,
    line: frame.line,
    column: frame.column,
    function: frame.function,
  }));
  const native = isError(error) ? withoutMaking(parseStack(stackOf(error), programs), classNames(error)) : [];
  const runs = isThrownIn(error) ? runsOf(native).slice(-1) : runsOf(native);
  const isCut = native.length >= STACK_LIMIT - 10; // then the module is not on it; what the engine itself calls was not counted
  const below = isCut ? [] : (runs.pop() ?? []);
  const outside = isPart && runs.length > 0 ? [] : below;
  const named = (name: string) => (place: SourcePosition) =>
    place.function === undefined ? { ...place, function: name } : place;
  const module = outside.splice(-1).map(named('<module>'));
  const calls = [...outside.reverse(), ...awaits, ...runs.flat().reverse()].map(named('<lambda>'));
  return middleOut([...module, ...calls]);
}

/** Frames without the constructors of the error itself, which are where it was made but not where it was raised. */
function withoutMaking(frames: readonly NativeFrame[], classes: readonly string[]): readonly NativeFrame[] {
  const start = frames.findIndex((frame) => frame.of === 'program' && !classes.includes(frame.position.function ?? ''));
  return start === -1 ? frames : frames.slice(start);
}

/** The program's frames between ours, innermost first. */
function runsOf(frames: readonly NativeFrame[]): SourcePosition[][] {
  const runs: SourcePosition[][] = [[]];
  for (const frame of frames) {
    if (frame.of === 'program') runs.at(-1)?.push(frame.position);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function middleOut<T>(list: readonly T[]): T[] {
  if (list.length <= MAX_FRAMES) return [...list];
  return [...list.slice(0, MAX_FRAMES / 2), ...list.slice(-MAX_FRAMES / 2)];
}
