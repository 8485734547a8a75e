/** aclosing: an async generator that is closed with its block (contextlib.py). */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, now } from '../../src/runtime/index.ts';
import { define, defineGenerator, freshWorld, raisedIn, run, wait, waitInside } from './program.ts';

const { aclosing, anext, asyncWith, RuntimeError, sleep, timeout, TimeoutError, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** Counts from 0, a second each, and takes a second to clear up; `log` hears of its end. */
function counter(log: string[]): asyncio.AsyncGenerator<number> {
  return defineGenerator<[], number>(function* counter(): Generator<unknown, never> {
    try {
      for (let i = 0; ; i += 1) {
        yield* waitInside(sleep(1));
        yield i;
      }
    } finally {
      yield* waitInside(sleep(1));
      log.push(`closed at ${now()}`);
    }
  })();
}

test('aclosing gives the generator itself, and closes it when the block ends', () => {
  run(function* main() {
    const log: string[] = [];
    const numbers = counter(log);
    const body = define(function* body(given: asyncio.AsyncGenerator<number>) {
      expect(given).toBe(numbers);
      return [yield* wait(anext(given)), yield* wait(anext(given))];
    });
    expect(yield* wait(asyncWith(aclosing(numbers), body))).toEqual([0, 1]);
    expect(log).toEqual(['closed at 3']);
    expect(yield* wait(anext(numbers, 'at its end'))).toBe('at its end');
  });
});

test('aclosing closes after an error and a timeout too, and swallows neither', () => {
  run(function* main() {
    const log: string[] = [];
    const numbers = counter(log);
    const failing = define(function* failing(): Generator<unknown, never> {
      yield* wait(anext(numbers));
      throw new ValueError('x');
    });
    expect(yield* raisedIn(wait(asyncWith(aclosing(numbers), failing)))).toEqual(new ValueError('x'));
    expect(log).toEqual(['closed at 2']);
    const slow = counter(log);
    const late = asyncWith(timeout(2.5), () =>
      asyncWith(
        aclosing(slow),
        define(function* reading() {
          for (;;) yield* wait(anext(slow));
        }),
      ),
    );
    expect(yield* raisedIn(wait(late))).toBeInstanceOf(TimeoutError);
    expect(log).toEqual(['closed at 2', 'closed at 5.5']);
  });
});

test('aclosing takes anything with an aclose, and refuses the rest when the block ends', () => {
  run(function* main() {
    const log: string[] = [];
    const closable = {
      aclose: define(function* aclose() {
        yield* wait(sleep(1));
        log.push('closed');
      }),
    };
    yield* wait(asyncWith(aclosing(closable), () => log.push('body')));
    expect(log).toEqual(['body', 'closed']);
    const error = yield* raisedIn(wait(asyncWith(aclosing(5 as never), () => log.push('body'))));
    expect(error).toEqual(new TypeError("'int' object has no attribute 'aclose'"));
    expect(log).toEqual(['body', 'closed', 'body']);
    const broken = {
      aclose: define(function* aclose(): Generator<unknown, never> {
        yield* [];
        throw new RuntimeError('stuck');
      }),
    };
    expect(yield* raisedIn(wait(asyncWith(aclosing(broken), () => 1)))).toEqual(new RuntimeError('stuck'));
  });
});
