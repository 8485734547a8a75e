/** Values as Python shows them. */
import { expect, test } from 'vitest';
import { asyncio, ContextVar, repr, typeName } from '../../src/runtime/index.ts';
import { freshWorld, val } from './program.ts';

class Thing {
  readonly value = 1;
}
class LearnersError extends asyncio.ValueError {}
class PlainError extends Error {}
class Renamed extends asyncio.RuntimeError {
  constructor() {
    super('x');
    this.name = 'Custom';
  }
}
const ring: unknown[] = [1];
ring.push(ring);

test.each([
  [undefined, 'None'],
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
  [3, '3'],
  [0.5, '0.5'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
  [10n, '10'],
  ['abc', "'abc'"],
  ["it's", '"it\'s"'],
  ['both \' and "', "'both \\' and \"'"],
  ['a\nb\\\u0001', "'a\\nb\\\\\\x01'"],
  [[1, 'a', [undefined]], "[1, 'a', [None]]"],
  [new Set(), 'set()'],
  [new Set([6, 7]), '{6, 7}'],
  [new Map([['k', 1]]), "{'k': 1}"],
  [{ a: 1, b: [] }, "{'a': 1, 'b': []}"],
  [new Uint8Array([104, 105]), "b'hi'"],
  [ring, '[1, [...]]'],
  [new Thing(), '<Thing object>'],
  [(): number => 1, '<function <lambda>>'],
  [repr, '<function repr>'],
  [new asyncio.ValueError('m'), "ValueError('m')"],
  [new asyncio.CancelledError(), 'CancelledError()'],
  [new asyncio.CancelledError(5), 'CancelledError(5)'],
  [new LearnersError('m'), "LearnersError('m')"],
  [new PlainError(), 'PlainError()'],
  [new Renamed(), "Custom('x')"],
  [new TypeError('t'), "TypeError('t')"],
] as const)('repr of %o is %s', (value, text) => {
  expect(repr(value)).toBe(text);
});

test('a value that fails when it is looked at is shown by its class', () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  expect(repr(hostile)).toBe('<dict object>');
});

test('runtime objects are shown and named as in CPython', () => {
  freshWorld();
  const coroutine = val(1);
  expect([repr(coroutine), typeName(coroutine)]).toEqual(['<coroutine object val>', 'coroutine']);
  coroutine.close();
  const loop = asyncio.newEventLoop();
  expect(repr(loop)).toBe('<EventLoop running=False closed=False debug=False>');
  const handle = loop.callSoon((...numbers: number[]) => numbers.length, 1, 2);
  expect(repr(handle)).toBe('<Handle <lambda>()>');
  loop.setDebug(true);
  expect(repr(handle)).toBe('<Handle <lambda>(1, 2)>');
  handle.cancel();
  expect(repr(handle)).toBe('<Handle cancelled <lambda>(1, 2)>');
  const timer = loop.callAt(2, function ring() {
    // Stands in a repr.
  });
  expect([repr(timer), typeName(timer)]).toEqual(['<TimerHandle when=2 ring()>', 'TimerHandle']);
  timer.cancel();
  expect(repr(timer)).toBe('<TimerHandle cancelled when=2 ring()>'); // in debug mode a handle keeps its words
  loop.setDebug(false);
  const other = loop.callLater(2, () => undefined);
  other.cancel();
  expect(repr(other)).toBe('<TimerHandle cancelled when=2>');
  expect(typeName(loop.createFuture())).toBe('Future');
  expect(repr(new ContextVar('v'))).toBe("<ContextVar name='v'>");
});

test('no code of a value is called to show it: neither getters, nor iterators, nor what it says of itself', () => {
  let called = 0;
  const call = (): never => {
    called += 1;
    throw new Error('called');
  };
  class Sly extends Array<number> {
    override [Symbol.iterator](): never {
      return call();
    }
    override toString(): string {
      return call();
    }
    get [Symbol.toStringTag](): string {
      return call();
    }
  }
  class SlyMap extends Map<string, number> {
    override [Symbol.iterator](): never {
      return call();
    }
    override entries(): never {
      return call();
    }
  }
  class SlyError extends Error {
    override get name(): string {
      return call();
    }
    override get message(): string {
      return call();
    }
  }
  const sly = Sly.of(1, 2);
  expect(repr(sly)).toBe('[1, 2]');
  expect(repr(new SlyMap([['k', 1]]))).toBe("{'k': 1}");
  expect(repr(new SlyError())).toBe('SlyError()');
  expect(
    repr({
      get a() {
        return call();
      },
      b: 1,
    }),
  ).toBe("{'a': <getter>, 'b': 1}");
  expect(called).toBe(0);
});

test('a repr is bounded however much a value holds', () => {
  const wide: unknown[] = Array.from({ length: 100 }, () => 'x'.repeat(1000));
  const deep = [wide, wide, [wide, [wide, wide]]];
  expect(repr(deep).length).toBeLessThan(20_000);
  expect(repr('y'.repeat(1_000_000)).length).toBeLessThan(20_000);
  freshWorld();
  const loop = asyncio.newEventLoop();
  const futures = wide.map((text) => {
    const future = loop.createFuture();
    future.setResult(text);
    return future;
  });
  expect(repr(futures).length).toBeLessThan(30_000);
});

test('as text, a coroutine, a task and a loop are what Python prints, not [object Object]', () => {
  freshWorld();
  const coroutine = val(1);
  expect(String(coroutine)).toBe(repr(coroutine));
  expect(String(coroutine)).toBe('<coroutine object val>');
  const loop = asyncio.newEventLoop();
  const future = loop.createFuture();
  expect(String(future)).toBe(repr(future));
  expect(String(loop.callSoon(() => undefined))).toMatch(/^<Handle /);
});
