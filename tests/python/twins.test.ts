/**
 * Python and TypeScript twins of the notes' programs: CPython's record and ours are the same, event by event, with task, time, iteration, numbers and
 * handles; so the same timeline is drawn of both. What the languages say differently (an error's words, a value's repr) is left out, and names are written
 * one way.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { playbackOf } from '../../src/playback/index.ts';
import type { Interpreter } from '../../src/python/interpreter.ts';
import { startCPython } from '../../src/python/node.ts';
import type { RunRecord, SourcePosition, TraceEvent } from '../../src/record/index.ts';
import { parseRecord } from '../../src/sandbox/parse.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';
import { recordOf as recordOfTwin } from '../sandbox/run.ts';
import { notePrograms } from './of-notes.ts';

/** Real milliseconds that CPython may take to start on a busy machine. */
const START = 180_000;

let python: Interpreter;
beforeAll(async () => {
  python = await startCPython();
}, START);

const recordOf = (source: string): RunRecord => python.record(source, 'program.py', { limits: DEFAULT_LIMITS }).record;

/** `say_something` is the twin's `saySomething`. */
const oneName = (text: string): string => text.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What the two languages say in words of their own; a callback keeps its name and loses its arguments. */
const OWN_WORDS = new Set(['position', 'result', 'throw', 'text', 'exception', 'message', 'i']);

function comparable(event: TraceEvent): string {
  const callback = event['callback'];
  const fields = Object.entries({ ...event, callback: typeof callback === 'string' ? callback.replace(/\(.*$/, '') : undefined });
  const kept = fields.filter(([name, value]) => !OWN_WORDS.has(name) && value !== undefined);
  return oneName(JSON.stringify(Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))));
}

const twins = notePrograms().flatMap(({ twin, ...program }) => (twin === undefined ? [] : [{ ...program, twin }]));

describe.each(twins)('$name', ({ python: source, twin }) => {
  let ofPython: RunRecord;
  let ofTwin: RunRecord;
  beforeAll(async () => {
    [ofPython, ofTwin] = [recordOf(source), await recordOfTwin(twin)];
  });

  test('has the same events in both languages, those of tasks above all', () => {
    expect(ofPython.events.map(comparable)).toEqual(ofTwin.events.map(comparable));
    expect(ofPython.events.map(({ i }) => i)).toEqual(ofPython.events.map((_, index) => index + 1));
  });

  test('prints the same lines at the same times, from the same tasks', () => {
    const lines = ({ output }: RunRecord): object[] =>
      output.map(({ text, t, it, task }) => ({ text: text.replace('program.py', 'program.ts'), t, it, task }));
    expect(lines(ofPython)).toEqual(lines(ofTwin));
    expect(ofPython.output.filter(({ position }) => position === undefined)).toEqual([]);
  });

  test('ends the same way, with the same tasks', () => {
    const ending = ({ outcome, elapsed, iterations, tasks }: RunRecord): object => ({
      ...{ outcome, elapsed, iterations },
      tasks: tasks.map((task) => oneName(JSON.stringify({ ...task, result: undefined }))),
    });
    expect(ending(ofPython)).toEqual(ending(ofTwin));
  });

  test('is looked at in the same steps', () => {
    const steps = (record: RunRecord): object[] => playbackOf(record).steps.map(({ kind, t, lane }) => ({ kind, t, lane }));
    expect(steps(ofPython)).toEqual(steps(ofTwin));
  });

  test('gives a record that passes the border as it is', () => {
    expect(parseRecord(JSON.stringify(ofPython))).toEqual(ofPython);
  });
});

/** Programs that say the same thing line by line, so that a place in one is a place in the other. */
const LINE_BY_LINE = ['000_s1_verbatim', '004_s1_verbatim', '004_s2_verbatim', '004_s4_fixed'];

/** A line of code as both languages would have it. */
const oneLanguage = (line: string): string =>
  oneName(line)
    .replace(/\s*(#|\/\/).*$/, '')
    .replace(/: (int|str|number|string)\b/g, '')
    .replace(/asyncio\.|async |def |function |const |timeout=|\*|\.\.\.| -> \w+/g, '')
    .replaceAll("'", '"')
    .replace(/\.0\b/, '')
    .replace(/[;:{\s]+$/, '')
    .trim();

describe.each(twins.filter(({ name }) => LINE_BY_LINE.includes(name)))('$name, place by place', ({ python: source, twin }) => {
  test('stands in both languages at the same line and in the same function', async () => {
    const lineOf = (text: string, at: unknown): string => {
      const place = at as SourcePosition | undefined;
      return place === undefined
        ? ''
        : `${oneName(place.function ?? '')}: ${oneLanguage(text.split('\n')[place.line - 1] ?? '')}`;
    };
    const places = ({ events }: RunRecord, text: string): string[] =>
      events
        .filter(({ ev }) => ['task.start', 'task.suspend', 'task.resume'].includes(ev))
        .map(({ position }) => lineOf(text, position));
    const ofPython = places(recordOf(source), source);
    expect(ofPython).toEqual(places(await recordOfTwin(twin), twin));
    expect(ofPython.filter((place) => place !== '').length).toBeGreaterThan(3);
  });
});

/** The listings that are wrong, and what CPython 3.14 says of each. */
const FAULTY: Readonly<Record<string, string>> = {
  '001_s1_verbatim': "SyntaxError: 'await' outside async function",
  '001_s2_verbatim': "SyntaxError: invalid character '–' (U+2013)",
  '002_s1_verbatim': "NameError: name 'io_bound' is not defined",
  '004_s3_verbatim': "NameError: name 'main' is not defined. Did you mean: 'min'?",
  '004_s4_verbatim': "AttributeError: module 'asyncio' has no attribute 'delay'",
  '004_s5_verbatim': "RuntimeError: There is no current event loop in thread 'MainThread'.",
};

describe.each(Object.entries(FAULTY))('the faulty listing %s', (name, says) => {
  const source = notePrograms().find((program) => program.name === name)?.python ?? '';

  test('shows CPython’s own error, with the traceback that its users see', () => {
    const { record, said } = python.record(source, 'program.py', { limits: DEFAULT_LIMITS });
    const { screen, lines } = python.run(source, 'program.py', { accelerated: true });
    const printed = lines.reduce((text, line) => text.replace(`${line.text}\n`, ''), screen);
    expect(said.startsWith(printed)).toBe(true);
    expect(printed.trimEnd().split('\n').at(-1)).toBe(says);
    const { type, message, hint } = record.error ?? { type: '', message: '' };
    expect(`${type}: ${message}${hint === undefined ? '' : `. ${hint}`}`).toBe(says);
    expect(record.error?.frames.at(-1)?.file).toBe('program.py');
  });
});

test('the listings that raise are those that are known to be faulty', () => {
  const raising = notePrograms().filter(({ python: source }) => recordOf(source).outcome !== 'finished');
  expect(raising.map(({ name }) => name)).toEqual(Object.keys(FAULTY));
});
