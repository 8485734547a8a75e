/** Matchers about what a run printed, raised and warned about. */
import { atLine, count, inWords, printed, quoted } from '../describe.ts';
import type { ErrorType, Line, Lines } from '../expectations.ts';
import type { Finding } from '../finding.ts';
import { errorInWords, outcomeInWords, unfinished } from '../outcome.ts';
import type { RunRecord, Warning } from '../../record/index.ts';
import type { ObservedRun } from '../run-facts.ts';

const linesOf = (lines: Lines): readonly string[] =>
  typeof lines === 'string' ? (lines === '' ? [] : lines.split('\n')) : lines;
const textsOf = (record: RunRecord): readonly string[] => record.output.map((line) => line.text);

export function toPrint({ record }: ObservedRun, lines: Lines): Finding {
  const [did, wanted] = [textsOf(record), linesOf(lines)];
  const at = Array.from({ length: Math.max(did.length, wanted.length) }, (_, index) => index).find(
    (index) => did[index] !== wanted[index],
  );
  return {
    pass: at === undefined,
    actual: printed(did),
    expected: printed(wanted),
    otherwise: at === undefined ? '' : firstWrongLine(did, wanted, at),
    negated: `it printed exactly what it must not print: ${printed(did)}`,
  };
}

function firstWrongLine(did: readonly string[], wanted: readonly string[], at: number): string {
  const [one, other] = [did[at], wanted[at]];
  const all = `. It printed ${printed(did)}`;
  if (did.length === 0) return `it printed nothing; expected ${printed(wanted)}`;
  if (one === undefined)
    return `it stopped after ${count(did.length, 'line')}; line ${at + 1} should be ${quoted(other ?? '')}${all}`;
  if (other === undefined)
    return `it printed ${count(did.length, 'line')}, expected ${wanted.length}; ${quoted(one)} is too much${all}`;
  return `line ${at + 1} was ${quoted(one)}, expected ${quoted(other)}${all}`;
}

export function toPrintInAnyOrder({ record }: ObservedRun, lines: Lines): Finding {
  const [did, wanted] = [textsOf(record), linesOf(lines)];
  const [missing, extra] = [without(wanted, did), without(did, wanted)];
  const parts = [
    missing.length > 0 ? `it never printed ${printed(missing)}` : '',
    extra.length > 0 ? `it also printed ${printed(extra)}` : '',
  ];
  return {
    pass: missing.length === 0 && extra.length === 0,
    actual: printed(did),
    expected: printed(wanted),
    otherwise: `${parts.filter((part) => part !== '').join('; ')}. It printed ${printed(did)}`,
    negated: `it printed exactly these lines, which it must not: ${printed(did)}`,
  };
}

/** The items of `list` that are left when each item of `others` has taken one equal item away. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...list];
  for (const item of others) {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}

/** By name, the class itself; by class, its subclasses too. */
export function toRaise({ record, facts: { raised } }: ObservedRun, type: ErrorType): Finding {
  const wanted = typeof type === 'string' ? type : type.name;
  const pass =
    record.outcome === 'raised' && (record.error?.type === wanted || (typeof type === 'function' && isA(raised, type)));
  const did = outcomeInWords(record);
  return {
    pass,
    actual: record.error === undefined ? did : errorInWords(record.error),
    expected: wanted,
    otherwise: `it should have raised ${wanted}, but ${did}`,
    negated: `it must not raise ${wanted}, but ${did}`,
  };
}

/** `instanceof`, with a proxy's trap guarded. */
function isA(value: unknown, type: Exclude<ErrorType, string>): boolean {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

const matches = (text: string, pattern: string | RegExp): boolean =>
  typeof pattern === 'string'
    ? text.includes(pattern)
    : new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(text);

const told = ({ text, position }: Warning): string => `"${text}"${atLine(position)}`;

function warned(record: RunRecord): string {
  return record.warnings.length === 0 ? 'there was no warning' : `it warned ${inWords(record.warnings.map(told))}`;
}

export function toWarn({ record }: ObservedRun, pattern: string | RegExp): Finding {
  const wanted = typeof pattern === 'string' ? `"${pattern}"` : String(pattern);
  return {
    pass: record.warnings.some((warning) => matches(warning.text, pattern)),
    actual: warned(record),
    expected: wanted,
    otherwise: `it should have warned ${wanted}, but ${warned(record)}`,
    negated: `it must not warn ${wanted}, but ${warned(record)}`,
  };
}

export function toWarnNothing({ record }: ObservedRun): Finding {
  return {
    pass: record.warnings.length === 0,
    actual: warned(record),
    expected: 'no warning',
    otherwise: warned(record),
    negated: 'it should have warned about something, but there was no warning',
  };
}

/** The first line like `first` was printed before the first line like `second`. */
export function toHappenBefore({ record }: ObservedRun, first: Line, second: Line): Finding {
  const did = textsOf(record);
  const find = (line: Line): number => did.findIndex((text) => (typeof line === 'string' ? text === line : matches(text, line)));
  const name = (line: Line): string => (typeof line === 'string' ? quoted(line) : String(line));
  const [a, b] = [find(first), find(second)];
  const missing = [a === -1 ? [name(first)] : [], b === -1 ? [name(second)] : []].flat();
  const order = (line: Line, at: number): string =>
    at === -1 ? '' : `${name(line)} was line ${at + 1} (at ${String(record.output[at]?.t ?? 0)} s)`;
  return {
    pass: missing.length === 0 && a < b,
    actual: missing.length > 0 ? `${inWords(missing)} never came` : `${order(first, a)}, ${order(second, b)}`,
    expected: `${name(first)} before ${name(second)}`,
    otherwise:
      missing.length > 0
        ? `${name(first)} should come before ${name(second)}, but it never printed ${inWords(missing)}. It printed ${printed(did)}`
        : `${name(first)} should come before ${name(second)}, but ${order(first, a)} and ${order(second, b)}`,
    negated: `${name(first)} must not come before ${name(second)}, but ${order(first, a)} and ${order(second, b)}`,
  };
}

export function toFinish({ record }: ObservedRun): Finding {
  const did = outcomeInWords(record);
  return {
    pass: record.outcome === 'finished',
    actual: did,
    expected: 'an end without an error',
    otherwise: unfinished(record),
    negated: did,
  };
}
