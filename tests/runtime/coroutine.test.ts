/** The rules CORO of the semantics: coroutines and awaitables. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, hintOf, iteration } from '../../src/runtime/index.ts';
import {
  boom,
  define,
  defineGenerator,
  ended,
  forever,
  freshWorld,
  raisedBy,
  raisedIn,
  run,
  said,
  val,
  wait,
  waitAny,
} from './program.ts';

const { createTask, getRunningLoop, RuntimeError, sleep, ValueError } = asyncio;

const awaitSymbol: typeof asyncio.awaitSymbol = asyncio.awaitSymbol;

beforeEach(() => {
  freshWorld();
});

/** Not an awaitable. */
class Yieldless {
  readonly value = 1;
}

const numbers = defineGenerator<[], number>(function* numbers() {
  yield 1;
});

/** An awaitable of one's own whose iterator yields `values` and returns 'r'. */
class Yielding {
  readonly #values: readonly unknown[];
  constructor(...values: readonly unknown[]) {
    this.#values = values;
  }
  *[awaitSymbol](): Generator<unknown, string> {
    for (const value of this.#values) yield value;
    return 'r';
  }
}

test('CORO-1: calling an async function runs none of its body', () => {
  const out: number[] = [];
  const f = define(function* f() {
    out.push(1);
    yield* [];
  });
  const coroutine = f();
  expect(asyncio.iscoroutine(coroutine)).toBe(true);
  expect(asyncio.isfuture(coroutine)).toBe(false);
  coroutine.close();
  expect(out).toEqual([]);
});

test('CORO-2: awaiting a coroutine runs it inline, without a trip through the loop', () => {
  const goDeep: (n: number) => asyncio.Coroutine<number> = define(function* deep(n: number): Generator<unknown, number> {
    return n === 0 ? iteration() : yield* wait(goDeep(n - 1));
  });
  run(function* main() {
    const out: number[] = [];
    getRunningLoop().callSoon(() => out.push(1));
    const before = iteration();
    expect(yield* wait(goDeep(5000))).toBe(before);
    expect(out).toEqual([]);
  });
});

test('CORO-2: a recursion without an end is an error, also when it suspends on its way', () => {
  const goDown: () => asyncio.Coroutine<void> = define(function* down(): Generator<unknown, void> {
    yield* wait(goDown());
  });
  const goSlowly: (n: number) => asyncio.Coroutine<void> = define(function* slowly(n: number): Generator<unknown, void> {
    if (n % 100 === 0) yield* wait(sleep(0));
    yield* wait(goSlowly(n + 1));
  });
  for (const endless of [goDown, () => goSlowly(1)]) {
    const error = raisedBy(() => {
      asyncio.run(endless());
    });
    expect(error).toBeInstanceOf(RuntimeError);
    expect(String(error)).toBe('RecursionError: maximum recursion depth exceeded');
  }
});

test('CORO-3: a coroutine is awaited once', () => {
  run(function* main() {
    const once = val(7);
    expect(yield* wait(once)).toBe(7);
    expect(yield* raisedIn(wait(once))).toEqual(new RuntimeError('cannot reuse already awaited coroutine'));
    const shared = forever();
    const awaiting = define(function* awaiting() {
      yield* wait(shared);
    });
    const first = createTask(awaiting());
    yield* wait(sleep(0));
    const second = createTask(awaiting());
    expect(yield* raisedIn(wait(second))).toEqual(new RuntimeError('coroutine is being awaited already'));
    first.cancel();
  });
});

test('CORO-3: a coroutine that awaits itself is executing already', () => {
  const own: asyncio.Coroutine[] = [];
  const f = define(function* f() {
    yield* waitAny(own[0]);
  });
  const self = f();
  own.push(self);
  expect(
    raisedBy(() => {
      asyncio.run(self);
    }),
  ).toEqual(new ValueError('coroutine already executing'));
});

test('CORO-4: a coroutine that is never awaited is reported at the end; closing or running it prevents that', () => {
  const f = define(function* f() {
    yield* [];
  });
  f();
  sleep(1);
  f().close();
  asyncio.run(f());
  endWorld();
  expect(said.warnings).toEqual([
    "RuntimeWarning: coroutine 'f' was never awaited",
    "RuntimeWarning: coroutine 'sleep' was never awaited",
  ]);
});

test('CORO-4: none is forgotten among very many', () => {
  const f = define(function* f() {
    yield* [];
  });
  run(function* main() {
    for (let i = 0; i < 5000; i += 1) {
      if (i % 5 === 0) f();
      yield* wait(f());
    }
  });
  endWorld();
  expect(said.warnings).toHaveLength(1000);
});

test('CORO-5: what is not awaitable cannot be awaited', () => {
  const cases: [unknown, string][] = [
    [5, 'int'],
    [1.5, 'float'],
    ['x', 'str'],
    [undefined, 'NoneType'],
    [null, 'NoneType'],
    [true, 'bool'],
    [[], 'list'],
    [{}, 'dict'],
    [() => 1, 'function'],
    [new Yieldless(), 'Yieldless'],
    [Promise.resolve(1), 'Promise'],
  ];
  run(function* main() {
    for (const [value, type] of cases) {
      expect(yield* raisedIn(waitAny(value))).toEqual(new TypeError(`'${type}' object can't be awaited`));
    }
    const bad = { [awaitSymbol]: () => 1 };
    expect(yield* raisedIn(waitAny(bad))).toEqual(new TypeError("__await__() returned non-iterator of type 'int'"));
    const mixed = { [awaitSymbol]: () => numbers() };
    expect(yield* raisedIn(waitAny(mixed))).toEqual(new TypeError("__await__() returned non-iterator of type 'async_generator'"));
    const worse = { [awaitSymbol]: () => val(1) };
    expect(yield* raisedIn(waitAny(worse))).toEqual(new TypeError('__await__() returned a coroutine'));
  });
});

test('CORO-5: the error of awaiting a native Promise says what to write', () => {
  run(function* main() {
    const error = yield* raisedIn(waitAny(Promise.resolve(1)));
    expect(hintOf(error)).toMatch(/await gather\(…\).*Promise\.all.*await sleep\(seconds\).*setTimeout/);
    const list = yield* raisedIn(waitAny([val(1), val(2)]));
    expect(hintOf(list)).toMatch(/gather\(\.\.\.list\)/);
    expect(hintOf(yield* raisedIn(waitAny(val)))).toMatch(/Call it: `await val\(\)`/);
  });
});

test('CORO-5: a coroutine has no then, catch or finally, and the error says what to write', () => {
  const coroutine = val(1);
  const then = raisedBy(() => coroutine.then());
  expect(then).toEqual(new TypeError("'coroutine' object has no attribute 'then'"));
  expect(hintOf(then)).toMatch(/const value = await …/);
  const missing = raisedBy(() => coroutine.catch());
  expect(missing).toEqual(new TypeError("'coroutine' object has no attribute 'catch'"));
  expect(hintOf(missing)).toMatch(/try \{ await … \} catch/);
  expect(raisedBy(() => coroutine.finally())).toEqual(new TypeError("'coroutine' object has no attribute 'finally'"));
  run(function* main() {
    const task = createTask(coroutine);
    expect(raisedBy(() => task.then())).toEqual(new TypeError("'Task' object has no attribute 'then'"));
    yield* wait(task);
  });
});

test('CORO-6: an awaitable of one’s own may yield None or a future obtained by awaiting it, nothing else', () => {
  run(function* main() {
    const before = iteration();
    expect(yield* waitAny(new Yielding())).toBe('r');
    expect(iteration()).toBe(before);
    expect(yield* waitAny(new Yielding(undefined, null))).toBe('r');
    expect(iteration()).toBe(before + 2);
    expect(yield* raisedIn(waitAny(new Yielding(42)))).toEqual(new RuntimeError('Task got bad yield: 42'));
    expect(iteration()).toBe(before + 3);
    const error = yield* raisedIn(waitAny(new Yielding(getRunningLoop().createFuture())));
    expect(String(error)).toMatch(
      /^RuntimeError: yield was used instead of yield from in task <Task pending name='Task-1' .*> with <Future pending>$/,
    );
    const future = getRunningLoop().createFuture<string>();
    getRunningLoop().callLater(2, () => {
      future.setResult('late');
    });
    const delegating = {
      *[awaitSymbol](): Generator<unknown, string> {
        return `${yield* { [Symbol.iterator]: () => future[awaitSymbol]() as Iterator<unknown, string, unknown> }}!`;
      },
    };
    expect(yield* waitAny(delegating)).toBe('late!');
    const handing = { [awaitSymbol]: () => val('handed')[awaitSymbol]() };
    expect(yield* waitAny(handing)).toBe('handed');
  });
});

test('CORO-6: errors pass into and out of an awaitable of one’s own', () => {
  const out: unknown[] = [];
  const guarded = {
    *[awaitSymbol](): Generator<unknown, string> {
      try {
        yield undefined;
      } catch (error) {
        out.push(error);
        throw new ValueError('translated');
      }
      return 'not cancelled';
    },
  };
  run(function* main() {
    const f = define(function* f() {
      return yield* waitAny(guarded);
    });
    const task = createTask(f());
    yield* wait(sleep(0));
    task.cancel();
    expect(yield* raisedIn(wait(task))).toEqual(new ValueError('translated'));
    expect(out[0]).toBeInstanceOf(asyncio.CancelledError);
  });
});

test('CORO-7: StopIteration does not leave a coroutine', () => {
  const stop = new asyncio.StopIteration(1);
  run(function* main() {
    const error = yield* raisedIn(wait(boom(stop)));
    expect(error).toEqual(new RuntimeError('coroutine raised StopIteration'));
    expect((error as Error).cause).toBe(stop);
  });
});

test('CORO-8: close() runs finally at the suspension point, from the innermost await outwards', () => {
  const out: string[] = [];
  const inner = define(function* inner() {
    try {
      yield* wait(sleep(0));
    } finally {
      out.push('inner');
    }
  });
  const outer = define(function* outer() {
    try {
      yield* wait(inner());
      out.push('not reached');
    } catch {
      out.push('not caught');
    } finally {
      yield* wait(val(1));
      out.push('outer');
    }
  });
  const coroutine = outer();
  expect(coroutine.send(undefined)).toEqual({ done: false, value: undefined });
  coroutine.close();
  expect(out).toEqual(['inner', 'outer']);
  expect(raisedBy(() => coroutine.send(undefined))).toEqual(new RuntimeError('cannot reuse already awaited coroutine'));
});

test('CORO-8: a coroutine that waits while it is closed ignores GeneratorExit', () => {
  const stubborn = define(function* stubborn() {
    try {
      yield* wait(sleep(0));
    } finally {
      yield* wait(sleep(0));
    }
  });
  const coroutine = stubborn();
  coroutine.send(undefined);
  expect(
    raisedBy(() => {
      coroutine.close();
    }),
  ).toEqual(new RuntimeError('coroutine ignored GeneratorExit'));
});

test('CORO-8: a coroutine is driven by hand with send and throw', () => {
  const f = define(function* f() {
    try {
      yield* wait(sleep(0));
      return 'sent';
    } catch (error) {
      return (error as Error).message;
    }
  });
  const sent = f();
  expect(raisedBy(() => sent.send(1))).toEqual(new TypeError("can't send non-None value to a just-started coroutine"));
  sent.send(undefined);
  expect(sent.send(undefined)).toEqual({ done: true, value: 'sent' });
  const thrown = f();
  thrown.send(undefined);
  expect(thrown.throw(new Error('thrown'))).toEqual({ done: true, value: 'thrown' });
  const fresh = f();
  const error = new Error('before the start');
  expect(raisedBy(() => fresh.throw(error))).toBe(error);
});

test('CORO-9: an error unwinds through all awaits of a task at once', () => {
  const out: string[] = [];
  const inner = define(function* inner() {
    try {
      yield* wait(boom());
    } finally {
      out.push('inner');
    }
  });
  const outer = define(function* outer() {
    try {
      yield* wait(inner());
    } finally {
      out.push('outer');
    }
  });
  run(function* main() {
    const before = iteration();
    expect(yield* raisedIn(wait(outer()))).toEqual(new ValueError('boom'));
    expect(iteration()).toBe(before);
    expect(out).toEqual(['inner', 'outer']);
    const task = createTask(outer());
    yield* ended(task);
    expect(task.exception()).toEqual(new ValueError('boom'));
  });
});
