/** Hints: what to write instead, beside CPython's text and never in it. */
import { expect, test } from 'vitest';
import { beginWorld, endWorld, helpers, hintOf } from '../../src/runtime/index.ts';

test('a name of the host’s world has a hint', () => {
  expect(hintOf(new ReferenceError('setTimeoutOfNobody is not defined'))).toBeUndefined();
  expect(hintOf(new ReferenceError('setTimeout is not defined'))).toMatch(/await sleep\(seconds\)/);
  expect(hintOf(new ReferenceError('fetch is not defined'))).toMatch(/no network/);
});

test('an error of the program’s own has none', () => {
  expect(hintOf(new Error('setTimeout is not defined'))).toBeUndefined();
  expect(hintOf('text')).toBeUndefined();
  expect(hintOf(undefined)).toBeUndefined();
});

test('a coroutine that nobody awaited is told what to write, by its name', () => {
  const hints: unknown[] = [];
  beginWorld({ observer: { warning: (_category, _text, _frame, hint) => hints.push(hint) } });
  helpers.coroutine(
    (function* () {
      yield;
    })(),
    { name: 'fetchPage', file: 'main.ts', line: 1 },
  );
  endWorld();
  expect(hints).toEqual([expect.stringMatching(/await fetchPage\(…\)/)]);
});
