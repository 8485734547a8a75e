/**
 * Texts of a picture: what a lane is called, how it is, and what fits into so many pixels.
 *
 * Keeps true: what comes from a program is bounded and has nothing in it that a painter or a reader could mistake (control characters, line ends, marks that
 * turn the direction of writing). Widths are estimates on the wide side, so that a picture is the same wherever it is made.
 */
import type { Lane, Playback, Span } from '../../../playback/index.ts';
import { timelineWords } from '../../words/timeline.ts';

const say = timelineWords.drawing;

/** The most that is kept of any text of a program. */
const LONGEST = 120;
/** Control characters, and what turns the direction of writing. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/gu;

/** The first `length` of a text, an ellipsis the last of them where it is cut; letters of two code units stay whole. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A text of a program as it may be shown: in one line, bounded. */
export const shown = (text: string, longest = LONGEST): string => cutTo(text, longest).toWellFormed().replaceAll(UNSEEN, ' ');

/** Widths of letters in parts of the size of the type. */
const MONO = 0.61;
const SANS = 0.61;
const NARROW = 0.38;
const WIDE = 1.05;

function widthOfLetter(letter: string, font: 'sans' | 'mono'): number {
  if ((letter.codePointAt(0) ?? 0) >= 0x1100) return WIDE;
  if (font === 'mono') return MONO;
  if (/[ijltfI.,:;'|!() ]/.test(letter)) return NARROW;
  return /[mwMW@A-Z]/.test(letter) ? 0.85 : SANS;
}

/** The pixels that a text needs, about. */
export function widthOfText(text: string, size: number, font: 'sans' | 'mono' = 'sans'): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter, font);
  return width * size;
}

/** As much of a text as fits into `room` pixels, with an ellipsis where it is cut; empty where not even three letters fit. */
export function fitting(text: string, room: number, size: number, font: 'sans' | 'mono' = 'sans'): string {
  if (widthOfText(text, size, font) <= room) return text;
  let width = widthOfLetter('…', 'mono') * size;
  let kept = '';
  for (const letter of text) {
    width += widthOfLetter(letter, font) * size;
    if (width > room) break;
    kept += letter;
  }
  return kept.length < 3 ? '' : `${kept.trimEnd()}…`;
}

/** What a lane is called, in two parts: its coroutine, which says what it does, and its own name. */
export function nameOf({ kind, name, coroutine }: Lane): readonly [what: string, which: string] {
  if (kind === 'thread') return [shown(coroutine === '' ? name : coroutine, 60), say.thread];
  return coroutine === '' ? [shown(name, 60), ''] : [shown(coroutine, 60), shown(name, 60)];
}

/** What a lane is called where there is room for one word: its own name. */
function shortName(lane: Lane | undefined): string {
  if (lane === undefined) return '?';
  return shown(lane.kind === 'thread' && lane.coroutine !== '' ? lane.coroutine : lane.name, 40);
}

/** What a waiting lane waits on: in full, such as `sleeps until 2 s`, and for little room, such as `until 2 s`. */
export function waitsOf({ waits }: Span, { lanes }: Playback): readonly [long: string, short: string] {
  switch (waits?.on) {
    case undefined:
      return [say.state.waiting, ''];
    case 'timer':
      return [say.waits.timer(waits.when), say.waits.timerShort(waits.when)];
    case 'task': {
      const name = shortName(lanes[waits.lane]);
      return [say.waits.task(name), name];
    }
    case 'gather':
      return [say.waits.gather, say.waits.gatherShort];
    case 'thread': {
      const name = shortName(lanes[waits.lane]);
      return [say.waits.thread(name), name];
    }
    case 'future': {
      const name = shown(waits.future, 40);
      return [say.waits.future(name), name];
    }
    case 'turn':
      return [say.waits.turn, ''];
  }
}

/** How a lane is, in words. @param span undefined before it was made */
export function stateOf(span: Span | undefined, playback: Playback): string {
  if (span === undefined) return say.state.none;
  const state = span.state === 'waiting' ? waitsOf(span, playback)[0] : say.state[span.state];
  return span.cancelling ? say.cancelling(state) : state;
}
