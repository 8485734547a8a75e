/**
 * Learner-like programs without the compiler: `define` makes an async function of a generator, `wait` stands for `await`.
 *
 *     const main = define(function* main() {
 *       const value = yield* wait(asyncio.sleep(1, 'x'), 12);   // const value = await sleep(1, 'x'), in line 12
 *     });
 */
import { asyncio, beginWorld, helpers, type ExceptionContext, type Observer } from '../../src/runtime/index.ts';

/** The file that programs of tests claim to be. */
const FILE = 'main.ts';

/** What the world said: warnings, log lines, and what its exception handlers were told. */
export const said: { warnings: string[]; logs: string[]; contexts: ExceptionContext[] } = {
  warnings: [],
  logs: [],
  contexts: [],
};

/** A fresh world whose words go to `said`. */
export function freshWorld(options: { observer?: Observer; stepLimit?: number } = {}): void {
  said.warnings = [];
  said.logs = [];
  said.contexts = [];
  beginWorld({
    ...(options.stepLimit === undefined ? {} : { stepLimit: options.stepLimit }),
    observer: {
      ...options.observer,
      warning: (category, text) => said.warnings.push(`${category}: ${text}`),
      log: (level, text) => said.logs.push(`${level}: ${text}`),
      exceptionHandler: (context) => said.contexts.push(context),
    },
  });
}

/** The body of an async function: a generator that yields what it awaits. */
export type Body<A extends unknown[], R> = (...args: A) => Generator<unknown, R>;

/** An async function; `line` is where it claims to be defined. */
export function define<A extends unknown[], R>(body: Body<A, R>, line = 1): (...args: A) => asyncio.Coroutine<R> {
  const code = { name: body.name, file: FILE, line };
  return helpers.asyncFunction(body as never, code, body.length) as (...args: A) => asyncio.Coroutine<R>;
}

/** An async generator function; in its body `wait` becomes `waitInside`. */
export function defineGenerator<A extends unknown[], T>(
  body: (...args: A) => Generator<unknown, unknown, never>,
): (...args: A) => asyncio.AsyncGenerator<T> {
  const code = { name: body.name, file: FILE, line: 1 };
  return (...args) => helpers.asyncGenerator(undefined, args, body as never, code) as asyncio.AsyncGenerator<T>;
}

/** `await awaitable`, in line `line`. */
export function* wait<T>(awaitable: PromiseLike<T>, line = 1): Generator<unknown, T> {
  return (yield helpers.at(awaitable, line * 4096 + 4)) as T;
}

/** `await awaitable` of something that TypeScript would not let one await. */
export function* waitAny(awaitable: unknown, line = 1): Generator<unknown, unknown> {
  return (yield helpers.at(awaitable, line * 4096 + 4)) as unknown;
}

/** `await awaitable` inside an async generator. */
export function* waitInside<T>(awaitable: PromiseLike<T>): Generator<unknown, T> {
  return (yield new helpers.await(helpers.at(awaitable, 4096))) as T;
}

/** Runs a program's main function as a script does. */
export function run<R>(body: Body<[], R>, options?: asyncio.RunnerOptions): R {
  return asyncio.run(define(body)(), options);
}

/** What `body` raises; undefined when it does not. */
export function raisedBy(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** What a piece of an async function raises. */
export function* raisedIn(piece: Generator<unknown, unknown>): Generator<unknown, unknown> {
  try {
    yield* piece;
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Returns `value` after `turns` trips through the loop. */
export const val: <T>(value: T, turns?: number) => asyncio.Coroutine<T> = define(function* val<T>(value: T, turns = 0) {
  for (let i = 0; i < turns; i += 1) yield* wait(asyncio.sleep(0));
  return value;
});

/** Raises `error` after `turns` trips through the loop and `delay` seconds. */
export const boom: (error?: Error, turns?: number, delay?: number) => asyncio.Coroutine<never> = define(function* boom(
  error: Error = new asyncio.ValueError('boom'),
  turns = 0,
  delay = 0,
): Generator<unknown, never> {
  for (let i = 0; i < turns; i += 1) yield* wait(asyncio.sleep(0));
  if (delay > 0) yield* wait(asyncio.sleep(delay));
  throw error;
});

/** Waits for a future that nobody ends. */
export const forever = define(function* forever() {
  yield* wait(asyncio.getRunningLoop().createFuture(), 3);
});

/** The item at `index`, which is there. */
export function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no item ${index}`);
  return found;
}

/** `turns` trips through the loop. */
export function* spin(turns: number): Generator<unknown, void> {
  for (let i = 0; i < turns; i += 1) yield* wait(asyncio.sleep(0));
}

/** Waits until a task is done, whatever becomes of it (`asyncio.wait` comes later). */
export function* ended(...tasks: asyncio.Future[]): Generator<unknown, void> {
  for (const task of tasks) if (!task.done()) yield* raisedIn(wait(asyncio.gather(task, { returnExceptions: true })));
}
