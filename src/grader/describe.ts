/**
 * Puts values, times and printed lines into the words of a feedback. Values are spelled as the learner's language spells them
 * (`undefined`, `true`, `['a', 'b']`), short ones whole and long ones cut with a sign that they are cut.
 */
import type { SourcePosition } from '../record/index.ts';
import { ErrorData, Part, type Snapshot } from './snapshot.ts';

/** Longest value that is shown whole, in UTF-16 units. */
const MAX_LENGTH = 300;

/** A copied value in the spelling of TypeScript. */
export function describe({ value, unreadable }: Snapshot): string {
  if (unreadable !== undefined) return `a value that cannot be read (${unreadable})`;
  return cut(spell(value, 0), MAX_LENGTH);
}

function spell(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '0' : String(value);
  if (value instanceof Part) return value.text;
  if (value instanceof ErrorData) return value.message === '' ? value.type : `${value.type}: ${value.message}`;
  if (depth > 8) return '…';
  const inside = (item: unknown): string => spell(item, depth + 1);
  if (Array.isArray(value)) return `[${few(value, inside)}]`;
  if (value instanceof Map)
    return `Map {${few([...value], ([key, item]: [unknown, unknown]) => `${inside(key)} => ${inside(item)}`)}}`;
  if (value instanceof Set) return `Set {${few([...value], inside)}}`;
  const entries = Object.entries(value);
  return entries.length === 0
    ? '{}'
    : `{ ${few(entries, ([key, item]) => `${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : quoted(key)}: ${inside(item)}`)} }`;
}

function few<T>(items: readonly T[], spellOne: (item: T) => string): string {
  const shown = items.slice(0, 100).map(spellOne);
  return (items.length > 100 ? [...shown, `… ${items.length - 100} more`] : shown).join(', ');
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', "'": "\\'" };

/** A text in quotes, with what is invisible spelled out. */
export function quoted(text: string): string {
  return `'${text.replace(/[\u0000-\u001f\u007f\\']/g, (char) => NAMED[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** A number as short as it comes, free of the noise of binary fractions: 18, 2.5, 0.3. */
export function short(number: number): string {
  return Number.isFinite(number) ? String(Number(number.toPrecision(9))) : String(number);
}

/** Virtual seconds in words: `18 s`. */
export function seconds(time: number): string {
  return `${short(time)} s`;
}

/** `1 line`, `3 lines`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** ` at line 12`, or nothing when the place is not in one of the learner's files. */
export function atLine(position: SourcePosition | undefined): string {
  return position === undefined ? '' : ` at line ${position.line}`;
}

/** Printed lines in one sentence, the first few of many. */
export function printed(lines: readonly string[]): string {
  if (lines.length === 0) return 'nothing';
  const shown = lines.slice(0, 8).map((line) => quoted(cut(line, 80)));
  return lines.length > 8 ? `${shown.join(', ')} … (${count(lines.length, 'line')})` : shown.join(', ');
}

/** A list in words: `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/**
 * Where two copied values first differ, such as `item 2 is 'b' instead of 'c'`; nothing when the values are too simple to need
 * it.
 */
export function firstDifference(actual: Snapshot, expected: Snapshot): string | undefined {
  if (!Array.isArray(actual.value) || !Array.isArray(expected.value)) return undefined;
  const [did, wanted] = [actual.value as unknown[], expected.value as unknown[]];
  if (did.length !== wanted.length) return `it has ${count(did.length, 'item')} instead of ${wanted.length}`;
  const spelled = did.map((item, index) => [spell(item, 0), spell(wanted[index], 0)] as const);
  const at = spelled.findIndex(([one, other]) => one !== other);
  const pair = spelled[at];
  return pair === undefined || did.length < 2
    ? undefined
    : `item ${at + 1} is ${cut(pair[0], 80)} instead of ${cut(pair[1], 80)}`;
}
