/** Runs chains of several numbers and reads off their lines what each of them did. */
import { expect, run, test } from 'grader';

type Run = ReturnType<typeof run>;
type RunAll = (ns: number[]) => Promise<string[]>;

const LISTS: readonly (readonly number[])[] = [[1, 2, 3], [5, 2, 1, 4], [3], [4], []];

function ran(runAll: RunAll, ns: readonly number[]): Run {
  return run(async () => await runAll([...ns]));
}

const breaks = (n: number): boolean => n % 2 === 0;
const lines = (record: Run): string[] => record.output.map((line) => line.text);
const linesOf = (record: Run, n: number): string[] => lines(record).filter((line) => line.startsWith(`chain ${n}: `));
const shown = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((each) => (typeof each === 'string' ? `'${each}'` : kindOf(each))).join(', ')}]`
    : 'no list';
const listed = (ns: readonly number[]): string => `[${ns.join(', ')}]`;

function kindOf(value: unknown): string {
  if (value === undefined) return 'None';
  return value instanceof Error ? `a ${value.name}` : typeof value;
}

/** Why there is no list; undefined when there is one. */
function aboutError(record: Run, ns: readonly number[]): string | undefined {
  const { error } = record;
  if (error === undefined) return undefined;
  if (error.type !== 'ValueError') return ''; // the grader tells it, with its line and what to write
  return `For ${listed(ns)} runAll raised ${error.type}: ${error.message}, at ${record.elapsed} s. The first error left the gather, and the results of the others were lost.`;
}

test('each chain has its outcome, at its place', ({ program }) => {
  for (const ns of LISTS) {
    const record = ran(program.runAll, ns);
    const right = ns.map((n) => (breaks(n) ? `failed: part 2 of chain ${n}` : '123'));
    expect(record.error === undefined ? record.result : undefined).toEqual(
      right,
      aboutError(record, ns) ??
        `For ${listed(ns)} runAll returned ${shown(record.result)}. Each chain has one text, where its number stands: ${shown(right)}.`,
    );
  }
});

test('the other chains go on to their end', ({ program }) => {
  for (const ns of LISTS) {
    const record = ran(program.runAll, ns);
    for (const n of ns.filter((each) => !breaks(each))) {
      const did = linesOf(record, n);
      const right = [1, 2, 3].map((k) => `chain ${n}: part ${k}`);
      const why = did.length === 0 ? 'It never began.' : 'It was cut by an error that was not its own.';
      expect(did).toEqual(
        right,
        aboutCut(record, ns, n) ??
          `For ${listed(ns)} chain ${n} printed: ${did.join(', ') || 'nothing'}. ${did.length < 3 ? why : 'It has three parts, in their order.'}`,
      );
    }
  }
});

function aboutCut(record: Run, ns: readonly number[], n: number): string | undefined {
  const about = aboutError(record, ns);
  return about === undefined || about === ''
    ? about
    : `${about} When runAll had ended, chain ${n} had printed ${linesOf(record, n).length} of its 3 lines.`;
}

test('the parts of a chain come one after the other', ({ program }) => {
  const record = ran(program.runAll, [3]);
  const times = record.output.map((line) => line.t);
  expect(times).toEqual(
    [3, 6, 9],
    aboutError(record, [3]) ??
      `The parts of chain 3 take 3 s each. They were done at ${times.join(', ') || 'no'} s: each part begins when the one before it is done, and needs its result.`,
  );
});

test('a chain ends with the part that fails', ({ program }) => {
  for (const n of [2, 4]) {
    const record = ran(program.runAll, [n, 1]);
    const did = linesOf(record, n);
    const after = did.includes(`chain ${n}: part 3`)
      ? 'Part 3 began although part 2 had failed, and had nothing to begin with.'
      : 'Its part 1 is to be done before part 2 fails.';
    expect(did).toEqual([`chain ${n}: part 1`], `Chain ${n} printed: ${did.join(', ') || 'nothing'}. ${after}`);
  }
});

test('the chains run at the same time', ({ program }) => {
  for (const ns of [[1, 2, 3], [3, 3, 3], [2, 1], []]) {
    const record = ran(program.runAll, ns);
    expect(record.outcome).toBe('finished', aboutError(record, ns));
    const longest = Math.max(0, ...ns.map((n) => (breaks(n) ? 2 : 3) * n));
    const late = record.elapsed > longest;
    expect(record).toTake(
      longest,
      `For ${listed(ns)} the longest chain takes ${longest} s. It took {actual}: ${late ? 'a chain began only when another had ended' : 'somebody was not waited for'}.`,
    );
  }
});
