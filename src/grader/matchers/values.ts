/**
 * The ordinary matchers, over copies (`snapshot`): they never touch the program's own objects, except for their identity
 * (`toBe`).
 */
import { describe, firstDifference, short } from '../describe.ts';
import type { Finding } from '../finding.ts';
import { TestsAreWrong } from '../failure.ts';
import { equal, snapshot, type Snapshot } from '../snapshot.ts';

/** The value under test: as it is, for its identity, and its copy, for everything else. */
export interface Subject {
  readonly raw: unknown;
  readonly copy: Snapshot;
}

type Matcher<Arguments extends readonly unknown[]> = (subject: Subject, ...args: Arguments) => Finding;

/** A finding that says "got … instead of …". */
function compared(pass: boolean, { copy }: Subject, expected: string, detail?: string): Finding {
  const actual = describe(copy);
  return {
    pass,
    actual,
    expected,
    otherwise: `got ${actual}, expected ${expected}${detail === undefined ? '' : `: ${detail}`}`,
    negated: `got ${actual}, which is just what it must not be`,
  };
}

function numberCompared(subject: Subject, words: string, bound: number, holds: (value: number) => boolean): Finding {
  const value = subject.copy.value;
  return compared(typeof value === 'number' && holds(value), subject, `${words} ${short(bound)}`);
}

/** How many items or characters a copied value has. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof Map || value instanceof Set ? value.size : undefined;
}

/** Whether copied `value` holds `item`: a text a text, a list or set an equal item. */
function holds(value: unknown, item: Snapshot): boolean {
  if (typeof value === 'string') return typeof item.value === 'string' && value.includes(item.value);
  const items = Array.isArray(value) || value instanceof Set ? [...(value as Iterable<unknown>)] : [];
  return items.some((one) => equal({ value: one }, item));
}

const toEqual: Matcher<[expected: unknown]> = (subject, expected) => {
  const wanted = snapshot(expected);
  if (wanted.unreadable !== undefined) throw new TestsAreWrong(`toEqual cannot compare with this value: ${wanted.unreadable}`);
  return compared(equal(subject.copy, wanted), subject, describe(wanted), firstDifference(subject.copy, wanted));
};

const toBe: Matcher<[expected: unknown]> = (subject, expected) => {
  const wanted = snapshot(expected);
  const same = subject.raw === expected || (Number.isNaN(subject.raw) && Number.isNaN(expected));
  return compared(
    same,
    subject,
    describe(wanted),
    !same && equal(subject.copy, wanted) && typeof expected === 'object' ? 'equal, but not the same object' : undefined,
  );
};

const toBeCloseTo: Matcher<[expected: number, digits?: number]> = (subject, expected, digits = 2) =>
  compared(
    typeof subject.copy.value === 'number' && Math.abs(subject.copy.value - expected) < 10 ** -digits / 2,
    subject,
    `about ${short(expected)}`,
  );

const toContain: Matcher<[item: unknown]> = (subject, item) => {
  const wanted = snapshot(item);
  return compared(holds(subject.copy.value, wanted), subject, `something that contains ${describe(wanted)}`);
};

const toHaveLength: Matcher<[length: number]> = (subject, length) => {
  const actual = lengthOf(subject.copy.value);
  const detail = actual === undefined ? 'it has no length' : `its length is ${actual}`;
  return compared(actual === length, subject, `a length of ${length}`, detail);
};

const toMatch: Matcher<[pattern: RegExp | string]> = (subject, pattern) => {
  const text = subject.copy.value;
  const matches =
    typeof text === 'string' &&
    (typeof pattern === 'string' ? text.includes(pattern) : new RegExp(pattern.source, pattern.flags).test(text));
  return compared(matches, subject, `a text with ${typeof pattern === 'string' ? `'${pattern}'` : String(pattern)}`);
};

/** Each takes the subject, then what the author wrote before the feedback. */
export const valueMatchers = {
  toBe,
  toEqual,
  toBeCloseTo,
  toContain,
  toHaveLength,
  toMatch,
  toBeGreaterThan: (subject: Subject, bound: number) =>
    numberCompared(subject, 'a number greater than', bound, (value) => value > bound),
  toBeGreaterThanOrEqual: (subject: Subject, bound: number) =>
    numberCompared(subject, 'a number of at least', bound, (value) => value >= bound),
  toBeLessThan: (subject: Subject, bound: number) =>
    numberCompared(subject, 'a number less than', bound, (value) => value < bound),
  toBeLessThanOrEqual: (subject: Subject, bound: number) =>
    numberCompared(subject, 'a number of at most', bound, (value) => value <= bound),
  toBeTruthy: (subject: Subject) => compared(Boolean(subject.raw), subject, 'something truthy'),
  toBeFalsy: (subject: Subject) => compared(!subject.raw, subject, 'something falsy'),
  toBeUndefined: (subject: Subject) => compared(subject.raw === undefined, subject, 'undefined'),
  toBeDefined: (subject: Subject) => compared(subject.raw !== undefined, subject, 'anything but undefined'),
  toBeNull: (subject: Subject) => compared(subject.raw === null, subject, 'null'),
};
