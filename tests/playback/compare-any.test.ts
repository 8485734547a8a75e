/** Whatever two runs are held against each other: it never throws, says something that can be read, and names a difference or says that there is none. */
import { afterAll, describe, expect, test } from 'vitest';
import { told } from '../../src/components/compare/told.ts';
import { compare, playbackOf, type Playback } from '../../src/playback/index.ts';
import type { RunRecord, TraceEvent } from '../../src/record/index.ts';
import { isWhole, readExercises } from '../../tools/check/exercise.ts';
import { Threads } from '../../tools/check/threads.ts';
import { generate } from '../fuzz/generate.ts';
import { typescript } from '../fuzz/typescript.ts';
import { compiled } from '../sandbox/run.ts';
import { watched } from './watched.ts';

/** The longest that is said of any two runs, in UTF-16 units. */
const LONGEST = 1500;

const threads = new Threads(2);
afterAll(() => threads.end());

/** What is wrong with the comparison of two runs, in words; nothing when all is well. */
function wrongWith(yours: Playback, reference: Playback, areTimesFree = false): string[] {
  const comparison = compare(yours, reference, { areTimesFree });
  const { difference, aside, meetings } = comparison;
  const both = {
    yours: { playback: yours, name: 'your program', isShown: true },
    reference: { playback: reference, name: 'the reference', isShown: false },
  };
  const text = told(comparison, both)
    .map((sentence) => sentence.text)
    .join(' ');
  const last = meetings.at(-1);
  const named = difference ?? aside;
  const wrong = [
    [!/^[A-Z].*\.$/s.test(text), 'it is no sentence'],
    [/undefined|NaN|Infinity|\[object|null/.test(text.replaceAll(/`[^`]*`/g, '')), 'something is missing in it'],
    [text.length > LONGEST, 'it is too long'],
    [
      difference === undefined && !/^There is no difference|[Bb]oth|^The same lines|their order/.test(text),
      'it does not say that none is seen',
    ],
    [difference !== undefined && text.startsWith('There is no difference'), 'it denies the difference'],
    [named !== undefined && meetings[named.meeting] === undefined, 'it leads nowhere'],
    [
      last?.yours !== yours.steps.length - 1 || last.reference !== reference.steps.length - 1,
      'the runs do not come to their ends',
    ],
    [
      compare(reference, yours, { areTimesFree }).difference === undefined && difference !== undefined,
      'from the other side there is none',
    ],
  ] as const;
  return wrong.flatMap(([is, what]) => (is ? [`${what}: ${text}`] : []));
}

const PROGRAMS = 60;
const SEED = 810_000;

test(`in ${PROGRAMS} random programs, each beside the one before it and beside itself`, async () => {
  const wrong: string[] = [];
  let before: Playback | undefined;
  for (let seed = SEED; seed < SEED + PROGRAMS; seed += 1) {
    const playback = playbackOf((await watched(typescript(generate(seed)))).record);
    for (const areTimesFree of [false, true])
      wrong.push(...wrongWith(playback, before ?? playback, areTimesFree).map((what) => `${String(seed)}: ${what}`));
    if (compare(playback, playback).difference !== undefined) wrong.push(`${String(seed)} differs from itself`);
    before = playback;
  }
  expect(wrong).toEqual([]);
});

/** Of each of them one mistake is looked at: another one from exercise to exercise. */
const EXERCISES = readExercises(process.cwd()).exercises.filter(isWhole);

describe('a failed hidden test’s run beside the reference’s', () => {
  test.each(EXERCISES.map((exercise, index) => [exercise.id, exercise, index] as const))('in %s', async (_, exercise, index) => {
    const { files, mistakes } = exercise;
    const mistake = mistakes[index % mistakes.length];
    if (mistake === undefined) return;
    const [program, reference, tests] = await Promise.all([
      compiled(mistake.text),
      compiled(files['solution.ts'].text),
      compiled(files['tests.ts'].text, 'tests.ts'),
    ]);
    const verdict = await threads.check(program, tests);
    const failed = verdict.tests.filter(({ state, runs }) => state === 'failed' && runs.length > 0);
    for (const { name, seed } of failed.slice(0, 1)) {
      const yours = await threads.replay(program, tests, { test: name, seed });
      const theirs = await threads.replay(reference, tests, { test: name, seed, run: yours.run });
      expect(wrongWith(playbackOf(yours.record), playbackOf(theirs.record), seed !== undefined)).toEqual([]);
      expect(compare(playbackOf(theirs.record), playbackOf(theirs.record))).not.toHaveProperty('difference');
    }
  });
});

describe('of hostile records', () => {
  const EVIL = '<img src=x onerror=alert(1)> `\n\u2028';
  const record = (body: string): Promise<RunRecord> =>
    compiled(`import { createTask, gather, run, sleep } from 'asyncio';\nrun((async () => { ${body} })());`).then((program) =>
      threads.run(program),
    );

  test('names, lines and results of any length are cut, and stay text', async () => {
    const evil = JSON.stringify(EVIL.repeat(2000));
    const [yours, reference] = await Promise.all([
      record(`await createTask(sleep(1), { name: ${evil} }); console.log(${evil}); return ${evil};`),
      record(`console.log('x' + ${evil}); return ${evil} + 'y';`),
    ]);
    expect(wrongWith(playbackOf(yours), playbackOf(reference))).toEqual([]);
  });

  test('events with fields of other kinds, in any order, or lost, are taken as they come', async () => {
    const whole = await record(`await gather(sleep(1), sleep(2)); console.log('end');`);
    const reference = playbackOf(whole);
    const changes: readonly ((event: TraceEvent, index: number) => readonly TraceEvent[])[] = [
      (event) => [{ ...event, t: Number.NaN }],
      (event) => [{ ...event, t: -event.t }],
      (event) => [{ ...event, task: EVIL, serial: 'none', handle: 7, position: EVIL, seconds: {}, text: null }],
      (event, index) => (index % 3 === 0 ? [] : [event]),
      (event, index) => (index === 0 ? Array.from({ length: 50 }, () => event) : [event]),
      () => [],
    ];
    for (const change of changes) {
      const events = whole.events.flatMap(change);
      for (const order of [events, events.toReversed()]) {
        const yours = playbackOf({ ...whole, events: order });
        expect(() =>
          told(compare(yours, reference), {
            yours: { playback: yours, name: 'a', isShown: true },
            reference: { playback: reference, name: 'b', isShown: true },
          }),
        ).not.toThrow();
        expect(compare(yours, reference).meetings.length).toBeLessThanOrEqual(yours.steps.length + reference.steps.length);
      }
    }
  });

  test('a chain of tasks as deep as a record is long is paired to its end', async () => {
    const chain = playbackOf(
      await record(
        `const next = async (n: number): Promise<void> => { if (n > 0) await createTask(next(n - 1)); }; await next(1400);`,
      ),
    );
    const flat = playbackOf(await record(`await gather(...Array.from({ length: 1400 }, () => sleep(0)));`));
    const { pairs } = compare(chain, chain);
    expect(pairs).toEqual(chain.lanes.map((_, place) => [place, place]));
    expect(wrongWith(chain, flat)).toEqual([]);
  });

  test('what a record has lost is not told as a difference', async () => {
    const many = `for (let n = 0; n < 3000; n += 1) await createTask(sleep(0));`;
    const [yours, reference] = await Promise.all([
      record(`${many} console.log('end');`),
      record(`${many} ${many} console.log('end');`),
    ]);
    expect(yours.dropped?.events).toBeGreaterThan(0);
    const comparison = compare(playbackOf(yours), playbackOf(reference));
    expect(comparison).not.toHaveProperty('difference');
    expect(comparison.aside).toMatchObject({ kind: 'turns', yours: yours.iterations, reference: reference.iterations });
    const [loud, louder] = await Promise.all(
      [1100, 1200].map((lines) => record(`for (let n = 0; n < ${String(lines)}; n += 1) console.log(n);`)),
    );
    if (loud === undefined || louder === undefined) throw new Error('two runs are needed');
    expect(loud.dropped?.lines).toBeGreaterThan(0);
    expect(compare(playbackOf(loud), playbackOf(louder))).not.toHaveProperty('difference');
  });
});
