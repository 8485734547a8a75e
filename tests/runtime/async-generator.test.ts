/** The rules AGEN of the semantics: async generators and iterators. AGEN-2 differs in JavaScript: `break` closes the generator at once. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, helpers, hintOf, iteration, repr } from '../../src/runtime/index.ts';
import { define, defineGenerator, freshWorld, raisedBy, raisedIn, run, said, wait, waitAny, waitInside } from './program.ts';

const { anext, createTask, RuntimeError, sleep, StopAsyncIteration } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** `for await (const item of source) body(item)`, as it is lowered; a true return of `body` is a `break`. */
function* forAwait(source: unknown, body: (item: unknown) => boolean | undefined): Generator<unknown, void> {
  const iterator = helpers.forAwait(source) as asyncio.AsyncGenerator;
  for (;;) {
    const result = yield* wait(iterator.next());
    if (result.done === true) return;
    if (body(result.value) !== true) continue;
    yield* wait(iterator.return());
    return;
  }
}

const counting = defineGenerator<[number], number>(function* counting(n: number) {
  for (let i = 0; i < n; i += 1) yield i;
});

test('AGEN-1: a yield is no suspension to the loop', () => {
  run(function* main() {
    const before = iteration();
    const out: unknown[] = [];
    yield* forAwait(counting(100), (item) => {
      out.push(item);
      return undefined;
    });
    expect(out).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(iteration()).toBe(before);
  });
});

test('AGEN-1: an await inside is one', () => {
  const ticking = defineGenerator<[], number>(function* ticking() {
    for (let i = 0; i < 2; i += 1) {
      yield* waitInside(sleep(1));
      yield i;
    }
  });
  run(function* main() {
    const out: unknown[] = [];
    yield* forAwait(ticking(), (item) => {
      out.push([item, asyncio.getRunningLoop().time()]);
      return undefined;
    });
    expect(out).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

const tidying = defineGenerator<[string, string[]], number>(function* tidying(name: string, out: string[]) {
  try {
    yield 1;
    yield 2;
  } finally {
    yield* waitInside(sleep(0));
    out.push(name);
  }
});

test('AGEN-2: break closes the generator at once, and its finally may await', () => {
  const out: string[] = [];
  run(function* main() {
    yield* forAwait(tidying('broken', out), () => true);
    expect(out).toEqual(['broken']);
  });
});

test('AGEN-2: a generator that is left open is closed when run() ends', () => {
  const out: string[] = [];
  run(function* main() {
    expect(yield* wait(tidying('left open', out).next())).toEqual({ done: false, value: 1 });
    expect(out).toEqual([]);
  });
  expect(out).toEqual(['left open']);
});

test('AGEN-2: an error while run() closes a generator is reported', () => {
  const failing = defineGenerator<[], number>(function* failing() {
    try {
      yield 1;
    } finally {
      yield* raise(new Error('in finally'));
    }
  });
  run(function* main() {
    yield* wait(failing().next());
  });
  expect(said.logs).toEqual([
    'error: an error occurred during closing of asynchronous generator <async_generator object failing>\nasyncgen: <async_generator object failing>',
  ]);
});

function* raise(error: Error): Generator<never, void> {
  yield* [];
  throw error;
}

test('CORO-4: what was asked of a generator and never awaited is named by its method', () => {
  const items = defineGenerator<[], number>(function* items() {
    yield 1;
  });
  run(function* main() {
    yield* wait(sleep(0));
    const generator = items();
    generator.next();
    generator.throw(new Error('never thrown'));
    generator.return();
  });
  endWorld();
  expect(said.warnings).toEqual(
    ['asend', 'athrow', 'aclose'].map((method) => `RuntimeWarning: coroutine method '${method}' of 'items' was never awaited`),
  );
});

test('AGEN-3: a generator runs once at a time', () => {
  const slow = defineGenerator<[], number>(function* slow() {
    yield* waitInside(sleep(1));
    yield 1;
  });
  run(function* main() {
    const generator = slow();
    const task = createTask(generator.next());
    yield* wait(sleep(0));
    expect(yield* raisedIn(wait(generator.next()))).toEqual(
      new RuntimeError('anext(): asynchronous generator is already running'),
    );
    expect(yield* raisedIn(wait(generator.return()))).toEqual(
      new RuntimeError('aclose(): asynchronous generator is already running'),
    );
    expect(yield* raisedIn(wait(generator.throw(new Error())))).toEqual(
      new RuntimeError('athrow(): asynchronous generator is already running'),
    );
    expect(yield* wait(task)).toEqual({ done: false, value: 1 });
  });
});

test('AGEN-3: a yield while it is being closed is an error', () => {
  const stubborn = defineGenerator<[], number>(function* stubborn() {
    try {
      yield 1;
    } finally {
      yield 2;
    }
  });
  run(function* main() {
    const generator = stubborn();
    yield* wait(generator.next());
    expect(yield* raisedIn(wait(generator.return()))).toEqual(new RuntimeError('async generator ignored GeneratorExit'));
    expect(yield* raisedIn(wait(generator.return()))).toEqual(new asyncio.StopAsyncIteration());
    expect(yield* raisedIn(wait(generator.throw(new Error('too late'))))).toEqual(new asyncio.StopAsyncIteration());
  });
  expect(said.contexts).toMatchObject([
    {
      message: expect.stringContaining('an error occurred during closing of asynchronous generator') as string,
      exception: new asyncio.StopAsyncIteration(),
    },
  ]);
});

test('AGEN-4: anext gives values, StopAsyncIteration at the end, or what was given instead', () => {
  const doubling = defineGenerator<[], number>(function* doubling(): Generator<unknown, void, never> {
    let x = (yield 1) as number;
    for (;;) x = yield x * 2;
  });
  run(function* main() {
    const generator = doubling();
    expect(yield* wait(anext(generator))).toBe(1);
    expect(yield* wait(generator.next(5))).toEqual({ done: false, value: 10 });
    const error = new asyncio.ValueError('thrown in');
    expect(yield* raisedIn(wait(generator.throw(error)))).toBe(error);
    expect(yield* raisedIn(wait(anext(generator)))).toBeInstanceOf(StopAsyncIteration);
    expect(yield* wait(anext(generator, 'default'))).toBe('default');
    expect(yield* wait(generator.next())).toEqual({ done: true, value: undefined });
    expect(yield* wait(generator.return())).toEqual({ done: true, value: undefined });
  });
});

test('AGEN-4: StopAsyncIteration and StopIteration do not leave a generator', () => {
  run(function* main() {
    for (const error of [new StopAsyncIteration(), new asyncio.StopIteration()]) {
      const failing = defineGenerator<[], number>(function* failing() {
        yield* raise(error);
      });
      expect(yield* raisedIn(wait(failing().next()))).toEqual(new RuntimeError(`async generator raised ${error.name}`));
    }
  });
});

test('AGEN-4: a cancellation enters the generator where it awaits', () => {
  const out: string[] = [];
  const waiting = defineGenerator<[], number>(function* waiting() {
    try {
      yield* waitInside(sleep(5));
      yield 1;
    } catch (error) {
      out.push((error as Error).name);
      throw error;
    }
  });
  run(function* main() {
    const consumer = define(function* consumer() {
      yield* forAwait(waiting(), () => undefined);
    });
    const task = createTask(consumer());
    yield* wait(sleep(1));
    task.cancel();
    expect(yield* raisedIn(wait(task))).toBeInstanceOf(asyncio.CancelledError);
    expect(out).toEqual(['CancelledError']);
  });
});

test('AGEN-4: closing a coroutine that awaits a generator closes the generator', () => {
  const out: string[] = [];
  const waiting = defineGenerator<[], number>(function* waiting() {
    try {
      yield* waitInside(sleep(0));
      yield 1;
    } finally {
      out.push('closed');
    }
  });
  const f = define(function* f() {
    yield* wait(waiting().next());
    out.push('not reached');
  });
  const coroutine = f();
  coroutine.send(undefined);
  coroutine.close();
  expect(out).toEqual(['closed']);
});

test('AGEN-4: yield* passes through another generator, asynchronous or not', () => {
  const both = defineGenerator<[], number>(function* both(): Generator<unknown, void, never> {
    const result: unknown = yield* helpers.yieldStar(returning()) as Generator<unknown, unknown, never>;
    yield result;
    yield* helpers.yieldStar([7, 8]) as Generator<unknown, unknown, never>;
  });
  const returning = defineGenerator<[], number>(function* returning() {
    yield 1;
    yield* waitInside(sleep(1));
    yield 2;
    return 'end';
  });
  run(function* main() {
    const out: unknown[] = [];
    yield* forAwait(both(), (item) => {
      out.push(item);
      return undefined;
    });
    expect(out).toEqual([1, 2, 'end', 7, 8]);
    const out2: unknown[] = [];
    const stopped = both();
    yield* forAwait(stopped, (item) => {
      out2.push(item);
      return item === 2;
    });
    expect(out2).toEqual([1, 2]);
  });
});

test('AGEN-4: for await takes asynchronous iterables only, and says what to write for the others', () => {
  const error = raisedBy(() => helpers.forAwait([1, 2]));
  expect(error).toEqual(new TypeError("'async for' requires an object with __aiter__ method, got list"));
  expect(hintOf(error)).toMatch(/for \(const x of …\)/);
  expect(raisedBy(() => helpers.forAwait(5))).toEqual(
    new TypeError("'async for' requires an object with __aiter__ method, got int"),
  );
  const bad = { [Symbol.asyncIterator]: () => ({}) };
  expect(raisedBy(() => helpers.forAwait(bad))).toEqual(
    new TypeError("'async for' received an object from __aiter__ that does not implement __anext__: dict"),
  );
  expect(asyncio.isasyncgen(counting(1))).toBe(true);
  expect(repr(counting(1))).toBe('<async_generator object counting>');
  run(function* main() {
    expect(yield* raisedIn(waitAny(counting(1)))).toEqual(new TypeError("'async_generator' object can't be awaited"));
  });
});
