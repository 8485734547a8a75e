/** The module `contextvars`, in CPython's words; tasks and contexts are in tests/runtime/context.test.ts. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, beginWorld, repr } from '../../src/runtime/index.ts';
import { concurrent, contextvars } from '../../src/stdlib/index.ts';
import { raisedBy, run, wait } from '../runtime/program.ts';

const { Context, ContextVar, copyContext, LookupError, Token } = contextvars;

beforeEach(() => {
  beginWorld();
});

test('CTX-1: what a thread sets stays in its copy, and without toThread a thread sees nothing of the task', () => {
  const variable = new ContextVar('v', { default: 'nothing' });
  run(function* main() {
    variable.set('task');
    const inside = (): string => {
      const seen = variable.get();
      variable.set('thread');
      return seen;
    };
    expect(yield* wait(asyncio.toThread(inside))).toBe('task');
    const loop = asyncio.getRunningLoop();
    expect(yield* wait(loop.runInExecutor(null, () => variable.get()))).toBe('nothing');
    const context = copyContext();
    expect(yield* wait(loop.runInExecutor(null, () => context.run(inside)))).toBe('task');
    expect([variable.get(), context.get(variable)]).toEqual(['task', 'thread']);
  });
});

test('a worker of a pool has a context of its own, from one job to the next', () => {
  const variable = new ContextVar('v', { default: 0 });
  const pool = new concurrent.ThreadPoolExecutor(1);
  pool.submit(() => variable.set(7)).result();
  expect([pool.submit(() => variable.get()).result(), variable.get()]).toEqual([7, 0]);
});

test('a variable without a value is a LookupError, unless it has a default or one is given', () => {
  const bare = new ContextVar('bare');
  const error = raisedBy(() => bare.get());
  expect(error).toBeInstanceOf(LookupError);
  expect(error).toEqual(new LookupError("<ContextVar name='bare'>"));
  expect([bare.get(undefined), bare.get(5), new ContextVar('d', { default: 3 }).get()]).toEqual([undefined, 5, 3]);
  expect(repr(new ContextVar('d', { default: 3 }))).toBe("<ContextVar name='d' default=3>");
  expect(raisedBy(() => new ContextVar(5 as never))).toEqual(new TypeError('context variable name must be a str'));
});

test('a token knows what was before, and undoes one set, once, where it was made', () => {
  const variable = new ContextVar<number>('v');
  const other = new ContextVar<number>('w');
  const token = variable.set(1);
  expect([token.var, token.oldValue, variable.set(2).oldValue]).toEqual([variable, Token.MISSING, 1]);
  expect([String(token), repr(Token.MISSING)]).toEqual(["<Token var=<ContextVar name='v'>>", '<Token.MISSING>']);
  const words = (fn: () => unknown): string => String(raisedBy(fn));
  expect(
    words(() => {
      other.reset(token);
    }),
  ).toBe("ValueError: <Token var=<ContextVar name='v'>> was created by a different ContextVar");
  expect(
    words(() => {
      copyContext().run(() => {
        variable.reset(token);
      });
    }),
  ).toBe("ValueError: <Token var=<ContextVar name='v'>> was created in a different Context");
  variable.reset(token);
  expect(variable.get(0)).toBe(0);
  expect(
    words(() => {
      variable.reset(token);
    }),
  ).toBe("RuntimeError: <Token used var=<ContextVar name='v'>> has already been used once");
  expect(
    words(() => {
      variable.reset(5 as never);
    }),
  ).toBe('TypeError: expected an instance of Token, got 5');
  expect(words(() => new Token(Symbol() as never, variable, 0, new Context()))).toBe(
    'RuntimeError: Tokens can only be created by ContextVars',
  );
});

test('a context is a mapping, and a place to run in', () => {
  const variable = new ContextVar('v', { default: 0 });
  const other = new ContextVar('w', { default: 0 });
  variable.set(1);
  const context = copyContext();
  variable.set(2);
  context.run(() => other.set(7));
  expect([context.size, context.has(variable), context.get(other), context.get(new ContextVar('x'), 'none')]).toEqual([
    2,
    true,
    7,
    'none',
  ]);
  expect([[...context], context.values(), context.items()]).toEqual([
    [variable, other],
    [1, 7],
    [
      [variable, 1],
      [other, 7],
    ],
  ]);
  expect([new Context().size, context.copy().get(variable), other.get()]).toEqual([0, 1, 0]);
  expect(raisedBy(() => context.has({}))).toEqual(new TypeError('a ContextVar key was expected, got {}'));
  expect(raisedBy(() => context.run(() => context.run(() => 0)))).toEqual(
    new asyncio.RuntimeError('cannot enter context: <_contextvars.Context object> is already entered'),
  );
  expect(raisedBy(() => context.run(5 as never))).toEqual(new TypeError("'int' object is not callable"));
});
