/** The comparison itself: each kind of difference is found, and what the languages say differently is not one. */
import { describe, expect, test } from 'vitest';
import { difference } from './compare.ts';
import type { Event, Run } from '../../src/python/told.ts';

const run = (events: readonly Event[], rest: Partial<Run> = {}): Run => ({
  events,
  error: null,
  seconds: 1,
  iterations: 3,
  ...rest,
});
const print = (text: string, rest: object = {}): Event => ({ t: 0, it: 1, ev: 'print', text, task: 'Task-1', ...rest });
const push: Event = { t: 0, it: 1, ev: 'ready.push', h: 'H1', cb: 'Task-1.step' };
const create: Event = { t: 0, it: 1, ev: 'task.create', task: 'Task-1', coro: 'do_work' };
const lost = (text: string, t = 0): Event => ({ t, it: 1, ev: 'warning', category: 'RuntimeWarning', text });

test('the same is the same', () => {
  expect(difference(run([print('a'), push]), run([print('a'), push]), 'all')).toBeUndefined();
});

describe('different is', () => {
  test.each<[string, Event[], Event[]]>([
    ['another text', [print('a')], [print('b')]],
    ['another moment', [print('a')], [print('a', { t: 1 })]],
    ['another iteration', [print('a')], [print('a', { it: 2 })]],
    ['another task', [print('a')], [print('a', { task: 'Task-2' })]],
    ['another order', [print('a'), push], [push, print('a')]],
    ['one event more', [print('a')], [print('a'), push]],
    ['one event less', [print('a'), push], [print('a')]],
    ['a report that is missing', [lost("coroutine 'f' was never awaited")], []],
    ['a warning that is no report, at another time', [lost('look out')], [lost('look out', 2)]],
  ])('%s', (_, cpython, ours) => {
    expect(difference(run(cpython), run(ours), 'all')).toBeDefined();
  });

  test('another end: an error, its text, the time, the iterations', () => {
    const error = { type: 'ValueError', text: 'no' };
    expect(difference(run([]), run([], { error }), 'all')).toContain('how it ended');
    expect(difference(run([], { error: { ...error, text: 'yes' } }), run([], { error }), 'all')).toContain('ValueError: yes');
    expect(difference(run([]), run([], { seconds: 2 }), 'lines')).toContain('after 2 s');
    expect(difference(run([]), run([], { iterations: 4 }), 'all')).toContain('in 4 iterations');
  });
});

test('the first difference is shown with what went before it', () => {
  const text = difference(run([print('same'), print('theirs')]), run([print('same'), print('own')]), 'all') ?? '';
  expect(text).toMatch(/event 2 of 2\n.*text=same\nCPython:\n.*text=theirs\nours:\n.*text=own/);
});

test('names are written as each language writes them; a printed line is not touched', () => {
  expect(difference(run([create]), run([{ ...create, coro: 'doWork' }]), 'all')).toBeUndefined();
  expect(difference(run([print('do_work')]), run([print('doWork')]), 'all')).toBeDefined();
});

test('lost objects are reported when CPython collects them and when our run ends', () => {
  const text = "coroutine 'main.<locals>.child' was never awaited";
  const ours = "coroutine 'child' was never awaited";
  expect(difference(run([lost(text), print('a')]), run([print('a'), lost(ours, 1)]), 'all')).toBeUndefined();
});

test('a coarse comparison looks at tasks or lines only', () => {
  const other = { ...push, h: 'H9' };
  expect(difference(run([push, create]), run([other, { ...create, it: 9 }]), 'tasks')).toBeUndefined();
  expect(difference(run([create]), run([{ ...create, task: 'Task-2' }]), 'tasks')).toBeDefined();
  expect(difference(run([create, print('a')]), run([print('a', { it: 7 })]), 'lines')).toBeUndefined();
  expect(difference(run([print('a')]), run([print('a', { t: 7 })]), 'lines')).toBeDefined();
});

test('a missing name is a missing name in both languages', () => {
  const python = { type: 'NameError', text: "name 'io_bound' is not defined" };
  const ours = { type: 'ReferenceError', text: 'ioBound is not defined' };
  expect(difference(run([], { error: python }), run([], { error: ours }), 'all')).toBeUndefined();
  expect(difference(run([], { error: python }), run([], { error: { ...ours, text: 'x is not defined' } }), 'all')).toBeDefined();
});
