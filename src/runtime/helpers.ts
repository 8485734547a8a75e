/**
 * What compiled programs get as `$runtime`: how lowered `async` meets the runtime.
 *
 * `await X` is `yield $runtime.at(X, POSITION)`; an async function is a generator function, made once and wrapped once; each loop's body begins with
 * `$runtime.turn(POSITION, FILE)`.
 */
import { AsyncGenerator, Await, forAwait, yieldStar } from './async-generator.ts';
import { Coroutine } from './coroutine.ts';
import { at, type FunctionCode } from './frame.ts';
import { markAsyncGeneratorFunction, markCoroutineFunction } from './inspection.ts';
import { turn } from './turns.ts';

type GeneratorFunctionOf = (this: unknown, ...args: never[]) => Generator<unknown, unknown>;
type CoroutineFunction = (this: unknown, ...args: unknown[]) => Coroutine;

/** Gives a wrapper the name and length of what it stands for, and marks it as an async function. */
function dressed(fn: CoroutineFunction, code: FunctionCode, length: number): CoroutineFunction {
  Object.defineProperty(fn, 'name', { value: code.name, configurable: true });
  if (length !== 0) Object.defineProperty(fn, 'length', { value: length, configurable: true });
  return markCoroutineFunction(fn, code);
}

/** A coroutine of a generator that has not begun. */
function coroutine(generator: Generator<unknown, unknown>, code: FunctionCode): Coroutine {
  return new Coroutine(generator, code);
}

/** An async function of a `function*`; `this` is the caller's. */
function asyncFunction(generatorFunction: GeneratorFunctionOf, code: FunctionCode, length: number): CoroutineFunction {
  return dressed(
    function (this: unknown, ...args: unknown[]): Coroutine {
      return new Coroutine(generatorFunction.apply(this, args as never[]), code);
    },
    code,
    length,
  );
}

/** An async arrow function; `this` is the one where it was made. */
function asyncArrow(
  generatorFunction: GeneratorFunctionOf,
  code: FunctionCode,
  length: number,
  thisArg: unknown,
): CoroutineFunction {
  return dressed(
    (...args: unknown[]): Coroutine => new Coroutine(generatorFunction.apply(thisArg, args as never[]), code),
    code,
    length,
  );
}

/** esbuild's `__async`, for what a wrapper cannot express. */
function asyncCall(
  thisArg: unknown,
  args: ArrayLike<unknown> | null | undefined,
  generatorFunction: GeneratorFunctionOf,
  code: FunctionCode,
): Coroutine {
  return new Coroutine(generatorFunction.apply(thisArg, (args ?? []) as never), code);
}

/** esbuild's `__asyncGenerator`. */
function asyncGenerator(
  thisArg: unknown,
  args: ArrayLike<unknown> | null | undefined,
  generatorFunction: GeneratorFunctionOf,
  code: FunctionCode,
): AsyncGenerator {
  return new AsyncGenerator(generatorFunction.apply(thisArg, (args ?? []) as never), code);
}

export const helpers = {
  coroutine,
  asyncFunction,
  asyncArrow,
  at,
  async: asyncCall,
  asyncGenerator,
  await: Await,
  forAwait,
  yieldStar,
  turn,
  markCoroutineFunction,
  markAsyncGeneratorFunction,
};
