/**
 * What "the same" means: a run of ours against the recorded run of CPython.
 *
 * Compared are the events one by one, with their virtual time and iteration, and how the program ended. Where the two languages cannot say the same, the
 * rules below make one text of both; what a garbage collector decides (when a lost error or a coroutine that nobody awaited is reported) is compared as a
 * set, since in CPython it comes when the object goes and with us when the run ends.
 */
import type { Event, Run } from '../../src/python/told.ts';

/**
 * `all`: every event. `tasks`: the lives of tasks, without what they wait for, and printed lines. `lines`: printed lines, with their time and task.
 */
export const LEVELS = ['all', 'tasks', 'lines'] as const;
export type Level = (typeof LEVELS)[number];

/** A comparison's result: undefined when the runs are the same, otherwise the first difference with what went before it, as text. */
export function difference(cpython: Run, ours: Run, level: Level): string | undefined {
  return (
    firstDifference(stream(cpython, level), stream(ours, level)) ??
    unlike('what is reported when objects go', reports(cpython), reports(ours)) ??
    unlike('how it ended', ending(cpython, level), ending(ours, level))
  );
}

/** Reports of lost objects; their moment is the garbage collector's. */
const LOST = /was never retrieved|was destroyed but it is pending|was never awaited|was garbage collected/;

function isReport({ ev, text, message }: Event): boolean {
  return (ev === 'warning' || ev === 'log' || ev === 'exception_handler') && LOST.test(String(message ?? text));
}

/** Python says that something will go in a later version; we do not have it. */
function isDeprecation({ category }: Event): boolean {
  return category === 'DeprecationWarning' || category === 'PendingDeprecationWarning';
}

/** The events that are compared in order, each as one line of text. */
function stream(run: Run, level: Level): readonly string[] {
  return run.events
    .filter((event) => belongs(event, level) && !isReport(event) && !isDeprecation(event))
    .map((event) => lineOf(event, level));
}

/** Not compared: what only one side tells of itself. */
const UNTOLD = new Set(['unraisable', 'thread.start']);

function belongs({ ev }: Event, level: Level): boolean {
  if (ev === 'print') return true;
  if (level === 'lines') return false;
  return level === 'tasks' ? ev.startsWith('task.') : !UNTOLD.has(ev);
}

/** Fields that a coarse comparison leaves out: they name futures and reasons of the machinery that a model stands in for. */
const MACHINERY = new Set(['on', 'woken_by', 'eager']);

function lineOf({ t, it, ev, ...fields }: Event, level: Level): string {
  const names = Object.keys(fields).filter((name) => name !== 'i' && (level === 'all' || !MACHINERY.has(name)));
  const parts = names.sort().map((name) => `${name}=${ev === 'print' ? printed(fields[name]) : common(fields[name])}`);
  const moment = level === 'all' ? `${t} #${it}` : String(t);
  return [moment, ev, ...parts].join(' ');
}

/** A printed line is the program's own; only the program's file has another name. */
function printed(value: unknown): string {
  return String(value).replace(/^program\.py\b/, 'program.ts');
}

/** Where one side has nothing to change. */
const NOTHING = /(?!)/;

/** What the two languages write differently: the same piece of text of Python and of TypeScript, and why. */
const LANGUAGE: readonly { readonly python: RegExp; readonly ours: RegExp; readonly common: string }[] = [
  // A name that nobody defines.
  {
    python: /NameError(: |\()["']?name '(\w+)' is not defined["']?/,
    ours: /ReferenceError(: |\()'?(\w+) is not defined'?/,
    common: 'undefined name$1$2',
  },
  // A function that a module does not have.
  {
    python: /AttributeError(: |\()["']?module '(\w+)' has no attribute '(\w+)'["']?/,
    ours: /TypeError(: |\()'?(\w+)\.(\w+) is not a function'?/,
    common: 'no function$1$2.$3',
  },
  // What the methods of an async generator give, when it has ended.
  { python: NOTHING, ours: /\{'done': True, 'value': None\}/g, common: 'None' },
  { python: /\bException(?=\(|:)/g, ours: /\bError(?=\(|:)/g, common: 'Error' },
];

/** One text for what the two languages write differently. */
function common(value: unknown): string {
  let text = typeof value === 'string' ? value : JSON.stringify(value);
  for (const each of LANGUAGE) text = text.replace(each.python, each.common).replace(each.ours, each.common);
  return text
    .replace(/ (?:running |created )?at [^\s>\]]+:\d+/g, '') // where a callback is defined, a handle was made, a coroutine stands
    .replace(/(?:(?:\w+|<\w+>)\.)*<locals>\./g, '') // functions inside of functions have one name in TypeScript
    .replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function reports(run: Run): readonly string[] {
  return run.events
    .filter((event) => isReport(event) && event.ev !== 'exception_handler' && !isDeprecation(event))
    .map(({ ev, text }) => `${ev}: ${common(text).replace(/'[\w.<>]*?(\w+)' was never/, "'$1' was never")}`)
    .sort();
}

function ending({ error, seconds, iterations }: Run, level: Level): readonly string[] {
  // A deadlock ends our run with words of our own: CPython would hang.
  const end = error === null ? 'finished' : error.type === 'DeadlockError' ? 'deadlock' : common(`${error.type}: ${error.text}`);
  // What is no program is told in each language's own words.
  const told = error?.type === 'SyntaxError' ? 'no program' : end;
  return [told, `after ${seconds} s`, ...(level === 'all' ? [`in ${iterations} iterations`] : [])];
}

function unlike(what: string, cpython: readonly string[], ours: readonly string[]): string | undefined {
  const [theirs, own] = [cpython.join('\n  '), ours.join('\n  ')];
  return theirs === own ? undefined : `${what}\nCPython:\n  ${theirs || '(nothing)'}\nours:\n  ${own || '(nothing)'}`;
}

/** Lines shown before the first difference, and after it. */
const BEFORE = 8;
const AFTER = 3;

function firstDifference(cpython: readonly string[], ours: readonly string[]): string | undefined {
  const length = Math.max(cpython.length, ours.length);
  for (let i = 0; i < length; i += 1) {
    if (cpython[i] === ours[i]) continue;
    const shown = (lines: readonly string[]): string => lines.slice(i, i + AFTER).join('\n  ') || '(nothing more)';
    const same = cpython.slice(Math.max(0, i - BEFORE), i).map((line) => `  ${line}\n`);
    return `event ${i + 1} of ${cpython.length}\n${same.join('')}CPython:\n  ${shown(cpython)}\nours:\n  ${shown(ours)}`;
  }
  return undefined;
}
