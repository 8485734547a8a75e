/** Addresses of steps: which timeline they ask, for which step; garbage asks for nothing. */
import { expect, test } from 'vitest';
import { askedStep, nameOfFile } from '../../../src/components/timeline/step-link.ts';

test('an address names a timeline and a step, from 1', () => {
  expect(askedStep('countasync', '#step=countasync.12', false)).toBe(11);
  expect(askedStep('nine-requests', '#step=nine-requests.1', false)).toBe(0);
  expect(askedStep('hello', '#step=countasync.12', true)).toBeUndefined();
});

test('without a name it asks for the first timeline of the page', () => {
  expect(askedStep('countasync', '#step=12', true)).toBe(11);
  expect(askedStep('hello', '#step=12', false)).toBeUndefined();
});

test.each([
  '',
  '#',
  '#step=',
  '#step=0',
  '#step=countasync.0',
  '#step=-1',
  '#step=countasync.-1',
  '#step=1e3',
  '#step=1.5e9',
  '#step=99999999999999999999',
  '#step=countasync.NaN',
  '#step=<script>.1',
  '#step=constructor',
  '#exercise-tasks-fetch-all',
  `#step=${'x'.repeat(200)}.1`,
])('%j asks for nothing', (hash) => {
  expect(askedStep('countasync', hash, true)).toBeUndefined();
});

test('a program’s timeline is called after its file', () => {
  expect(nameOfFile('countasync.ts')).toBe('countasync');
  expect(nameOfFile('a b.c.py')).toBe('a-b-c');
});
