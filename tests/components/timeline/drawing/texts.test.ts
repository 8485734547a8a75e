/** What is written in a picture: bounded, in one line, and no wider than it may be. */
import { describe, expect, test } from 'vitest';
import { fitting, nameOf, shown, stateOf, waitsOf, widthOfText } from '../../../../src/components/timeline/drawing/texts.ts';
import type { Lane, Playback, Waits } from '../../../../src/playback/index.ts';

const lane = (name: string, coroutine: string, kind: Lane['kind'] = 'task'): Lane => ({
  kind,
  name,
  coroutine,
  internal: false,
  spans: [],
});

describe('a text of a program', () => {
  test('is in one line, without what cannot be seen', () => {
    expect(shown('one\ntwo\tthree\r\n')).toBe('one two three ');
    expect(shown('a\u202eb\u2066c\u0000d\ufeffe')).toBe('a b c d e');
  });

  test('is cut with an ellipsis, and never within a letter', () => {
    expect(shown('x'.repeat(500))).toHaveLength(120);
    expect(shown('12345678', 5)).toBe('1234…');
    expect(shown('123👩👩👩', 5)).toBe('123…');
    expect(shown('123\ud83d')).toBe('123\ufffd');
  });
});

describe('what fits', () => {
  test('is all of a text where there is room, else its beginning with an ellipsis, else nothing', () => {
    expect(fitting('sleeps until 1 s', 200, 11)).toBe('sleeps until 1 s');
    const cut = fitting('sleeps until 1 s', 50, 11);
    expect(cut).toMatch(/^sleep.*…$/);
    expect(widthOfText(cut, 11)).toBeLessThanOrEqual(51);
    expect(fitting('sleeps until 1 s', 15, 11)).toBe('');
  });

  test('counts wide letters as wide', () => {
    expect(widthOfText('漢字漢字', 10)).toBeGreaterThan(1.5 * widthOfText('abcd', 10));
  });
});

describe('a lane', () => {
  test('is called by its coroutine and its name, a thread by its function', () => {
    expect(nameOf(lane('Task-2', 'count'))).toEqual(['count', 'Task-2']);
    expect(nameOf(lane('Task-2', ''))).toEqual(['Task-2', '']);
    expect(nameOf(lane('asyncio_0', 'fetch', 'thread'))).toEqual(['fetch', 'in a thread']);
  });

  test('says what it waits for, in full and in short', () => {
    const playback = {
      lanes: [lane('Task-1', 'main'), lane('Task-2', 'count'), lane('asyncio_0', 'fetch', 'thread')],
    } as unknown as Playback;
    const told = (waits: Waits): readonly string[] =>
      waitsOf({ from: 0, to: 1, state: 'waiting', cancelling: false, waits }, playback);
    expect(told({ on: 'timer', future: 'F1', when: 2 })).toEqual(['sleeps until 2 s', 'until 2 s']);
    expect(told({ on: 'task', lane: 1 })).toEqual(['waits for Task-2', 'Task-2']);
    expect(told({ on: 'gather', future: 'F1' })).toEqual(['waits for gather', 'gather']);
    expect(told({ on: 'thread', future: 'F1', lane: 2 })).toEqual(['waits for fetch in a thread', 'fetch']);
    expect(told({ on: 'future', future: 'F5' })).toEqual(['waits for F5', 'F5']);
  });

  test('says how it is in each state, and that it is being cancelled', () => {
    const playback = { lanes: [] } as unknown as Playback;
    const told = (state: 'ready' | 'blocking' | 'failed', cancelling = false): string =>
      stateOf({ from: 0, to: 1, state, cancelling }, playback);
    expect([told('ready'), told('blocking'), told('failed')]).toEqual(['ready', 'blocking', 'failed']);
    expect(told('ready', true)).toBe('ready, being cancelled');
    expect(stateOf(undefined, playback)).toBe('not made yet');
  });
});
