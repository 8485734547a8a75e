/** The rule ACM of the semantics. AsyncExitStack and @asynccontextmanager have no place here: a class with `aenter` and `aexit` stands for both. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, contextOf, endWorld, hintOf, iteration } from '../../src/runtime/index.ts';
import { define, forever, freshWorld, raisedIn, run, said, wait, waitAny } from './program.ts';

const { asyncWith, CancelledError, createTask, sleep, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** A manager that notes what happens to it. */
function manager(options: { swallow?: boolean; fails?: Error } = {}) {
  const seen: unknown[] = [];
  return {
    seen,
    aenter: define(function* aenter() {
      yield* wait(sleep(0));
      seen.push('entered');
      return 'value';
    }),
    aexit: define(function* aexit(error?: unknown) {
      yield* wait(sleep(0));
      seen.push(error);
      if (options.fails !== undefined) throw options.fails;
      return options.swallow === true;
    }),
  };
}

test('ACM-1: the body runs between aenter and aexit, and its value is the value of the call', () => {
  run(function* main() {
    const m = manager();
    const body = define(function* body(value: string) {
      m.seen.push(value);
      yield* wait(sleep(1));
      return value.length;
    });
    expect(yield* wait(asyncWith(m, body))).toBe(5);
    expect(m.seen).toEqual(['entered', 'value', undefined]);
  });
});

test('ACM-1: the body may be a plain function, whose awaitable is awaited', () => {
  run(function* main() {
    expect(yield* wait(asyncWith(manager(), (value) => `${value}!`))).toBe('value!');
    const m = manager();
    expect(yield* wait(asyncWith(m, () => createTask(sleep(1, 'slept'))))).toBe('slept');
    expect(m.seen).toEqual(['entered', undefined]);
    expect(yield* raisedIn(wait(asyncWith(m, () => JSON.parse('{') as unknown)))).toBeInstanceOf(SyntaxError);
    expect(m.seen.at(-1)).toBeInstanceOf(SyntaxError);
  });
});

test('ACM-1: aexit gets the error, and a true return swallows it', () => {
  run(function* main() {
    const error = new ValueError('x');
    const fails = (): never => {
      throw error;
    };
    const strict = manager();
    expect(yield* raisedIn(wait(asyncWith(strict, fails)))).toBe(error);
    expect(strict.seen).toEqual(['entered', error]);
    const lenient = manager({ swallow: true });
    expect(yield* wait(asyncWith(lenient, fails))).toBeUndefined();
    expect(lenient.seen).toEqual(['entered', error]);
  });
});

test('ACM-1: aexit gets a CancelledError too, and may swallow it', () => {
  run(function* main() {
    const m = manager({ swallow: true });
    const task = createTask(asyncWith(m, () => forever()));
    yield* wait(sleep(1));
    task.cancel('why');
    expect(yield* wait(task)).toBeUndefined();
    expect(m.seen).toEqual(['entered', new CancelledError('why')]);
    expect(task.cancelled()).toBe(false);
  });
});

test('ACM-1: an error of aexit takes the place of the body’s, which becomes its context', () => {
  run(function* main() {
    const first = new ValueError('first');
    const second = new ValueError('second');
    const raised = yield* raisedIn(
      wait(
        asyncWith(manager({ fails: second }), () => {
          throw first;
        }),
      ),
    );
    expect(raised).toBe(second);
    expect(contextOf(raised)).toBe(first);
  });
});

test('ACM-1: an error of aenter leaves aexit uncalled', () => {
  run(function* main() {
    const m = manager();
    const error = new ValueError('no entry');
    const aenter = define(function* aenter(): Generator<unknown, never> {
      yield* wait(sleep(0));
      throw error;
    });
    expect(yield* raisedIn(wait(asyncWith({ aenter, aexit: m.aexit }, () => 1)))).toBe(error);
    expect(m.seen).toEqual([]);
  });
});

test('ACM-1: managers nest, and are left in the opposite order', () => {
  run(function* main() {
    const order: string[] = [];
    const named = (name: string) => ({
      aenter: define(function* aenter() {
        yield* [];
        order.push(`+${name}`);
      }),
      aexit: define(function* aexit() {
        yield* [];
        order.push(`-${name}`);
      }),
    });
    const before = iteration();
    yield* wait(asyncWith(named('a'), () => asyncWith(named('b'), () => order.push('body'))));
    expect(order).toEqual(['+a', '+b', 'body', '-b', '-a']);
    expect(iteration()).toBe(before);
  });
});

test('ACM-1: a coroutine that is closed inside the block leaves it, with GeneratorExit', () => {
  const seen: unknown[] = [];
  const m = {
    aenter: define(function* aenter() {
      yield* [];
    }),
    aexit: define(function* aexit(error?: unknown) {
      yield* [];
      seen.push(String(error));
    }),
  };
  const coroutine = asyncWith(m, () => sleep(0));
  expect(coroutine.send(undefined)).toEqual({ done: false, value: undefined });
  coroutine.close();
  expect(seen).toEqual(['GeneratorExit']);
});

test('ACM-1: what is no manager is refused in CPython’s words', () => {
  run(function* main() {
    const refused = function* (
      given: unknown,
      body: unknown = () => 1,
    ): Generator<unknown, [string, string, string | undefined]> {
      const error = (yield* raisedIn(waitAny(asyncWith(given as never, body as never)))) as Error;
      return [error.name, error.message, hintOf(error)];
    };
    class Neither {
      readonly name = 'n';
    }
    const protocol = 'object does not support the asynchronous context manager protocol';
    expect((yield* refused(new Neither())).slice(0, 2)).toEqual(['TypeError', `'Neither' ${protocol} (missed __aexit__ method)`]);
    expect((yield* refused(5))[1]).toBe(`'int' ${protocol} (missed __aexit__ method)`);
    expect((yield* refused(undefined))[1]).toBe(`'NoneType' ${protocol} (missed __aexit__ method)`);
    class Half {
      aexit(): undefined {
        return undefined;
      }
    }
    expect((yield* refused(new Half()))[1]).toBe(`'Half' ${protocol} (missed __aenter__ method)`);
    expect(yield* refused(Half)).toEqual([
      'TypeError',
      `'type' ${protocol} (missed __aexit__ method)`,
      'Make one: `asyncWith(new Half(…), async (value) => { … })`.',
    ]);
    expect(yield* refused({ aenter: () => 5, aexit: () => 5 })).toEqual([
      'TypeError',
      "'async with' received an object from __aenter__ that does not implement __await__: int",
      'Make it an async function: `async aenter(…) { … }`.',
    ]);
    expect((yield* refused({ aenter: () => sleep(0), aexit: () => 5 }))[1]).toBe(
      "'async with' received an object from __aexit__ that does not implement __await__: int",
    );
    expect((yield* refused(manager(), 5)).slice(0, 2)).toEqual(['TypeError', "'int' object is not callable"]);
  });
});

test('ACM-1: nothing happens before the await, and what is never awaited is reported', () => {
  const m = manager();
  run(function* main() {
    asyncWith(m, () => 1);
    yield* wait(sleep(1));
  });
  endWorld();
  expect(m.seen).toEqual([]);
  expect(said.warnings).toEqual(["RuntimeWarning: coroutine 'asyncWith' was never awaited"]);
});
