/** Random programs do on our runtime what they do on CPython; and the fuzzer would notice if they did not. The long run is `npm run fuzz`. */
import { beforeAll, expect, test } from 'vitest';
import { asyncio } from '../../src/runtime/index.ts';
import { reached, type Program } from './ast.ts';
import { FEATURES, generate } from './generate.ts';
import { Judge } from './judge.ts';
import { difference, type Outcome } from './outcome.ts';
import { python } from './python.ts';
import { shrink } from './shrink.ts';
import { typescript } from './typescript.ts';

const PROGRAMS = 250;
const SEED = 500_000;
/** What every program has before its first own line. */
const START = python({ functions: [[]], generators: [], objects: [], slots: [], eager: false }).split('\n').length;

let judge: Judge;

beforeAll(async () => {
  judge = await Judge.start();
}, 60_000);

/** The first program of some that a judge finds fault with. */
async function found(by: Judge, programs: number): Promise<Awaited<ReturnType<Judge['judge']>>> {
  for (let seed = SEED; seed < SEED + programs; seed += 1) {
    const finding = await by.judge(seed);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

test(`${PROGRAMS} random programs do the same on both sides`, async () => {
  expect(await found(judge, PROGRAMS)).toBe(undefined);
});

test('the programs of a few hundred seeds use every feature, every statement that there is, and more than one end', () => {
  const words = new Set<string>();
  for (let seed = SEED; seed < SEED + PROGRAMS; seed += 1) for (const word of reached(generate(seed)).words) words.add(word);
  const kinds = [
    'await',
    'store',
    'onDone',
    'callSoon',
    'callLater',
    'cancelHandle',
    'try',
    'wait',
    'asCompleted',
    'timeout',
    'reschedule',
  ];
  const more = ['group', 'groupCreate', 'with', 'iterate', 'drive', 'shield', 'waitFor', 'gather', 'spin', 'eager', 'b0', 'join'];
  expect([...kinds, ...more].filter((word) => !words.has(word))).toEqual([]);
  expect(FEATURES).toHaveLength(15);
});

test('a seed always gives the same program', () => {
  expect(generate(7)).toEqual(generate(7));
  expect(typescript(generate(7))).toBe(typescript(generate(7)));
  expect(python(generate(7))).not.toBe(python(generate(8)));
});

test('a sleep of zero that sets a timer is found, and shown in a few lines', async () => {
  const sleep = (seconds: number, value?: unknown): unknown => asyncio.sleep(seconds === 0 ? 1e-9 : seconds, value);
  const finding = await found(judge.with({ library: { ...asyncio, sleep } }), 60);
  expect(finding?.python).toContain('asyncio.sleep(0');
  expect(finding?.python.split('\n').length).toBeLessThan(START + 25);
});

test('a gather whose children start in the wrong order is found', async () => {
  const gather = (...children: unknown[]): unknown => Reflect.apply(asyncio.gather, undefined, [...children].reverse());
  const finding = await found(judge.with({ library: { ...asyncio, gather } }), 200);
  expect(finding?.python).toContain('asyncio.gather(');
  expect(finding?.difference).toMatch(/CPython: .*\n.*Loopwise: /);
});

test('any part of an outcome that differs is a difference', () => {
  const outcome: Outcome = { lines: ['0 #1 *1 Task-1 | 1', '0 #2 *2 Task-1 | 2'], end: 'ended', totals: '0 s', leftovers: ['x'] };
  expect(difference(outcome, { ...outcome })).toBe(undefined);
  expect(difference(outcome, { ...outcome, lines: ['0 #1 *1 Task-1 | 1', '0 #2 *3 Task-1 | 2'] })).toMatch(/^line 2/);
  expect(difference(outcome, { ...outcome, lines: outcome.lines.slice(0, 1) })).toContain('(nothing)');
  expect(difference(outcome, { ...outcome, end: 'ValueError()' })).toMatch(/^end/);
  expect(difference(outcome, { ...outcome, totals: '1 s' })).toMatch(/^totals/);
  expect(difference(outcome, { ...outcome, leftovers: [] })).toMatch(/^leftovers/);
});

test('shrinking leaves only what matters', async () => {
  const big = manyPrograms().find((program) => reached(program).words.has('gather') && reached(program).functions.size > 2);
  if (big === undefined) throw new Error('no seed gives a big program');
  const small = await shrink(big, (program) => Promise.resolve(reached(program).words.has('gather')));
  const before = python(big).split('\n').length;
  const after = python(small).split('\n').length;
  expect(reached(small).words).toContain('gather');
  expect(after).toBeLessThan(before);
  expect(after).toBeLessThan(START + 12);
});

test('shrinking asks no more often than it may', async () => {
  let asked = 0;
  const first = generate(3);
  const same = await shrink(
    first,
    () => {
      asked += 1;
      return Promise.resolve(false);
    },
    5,
  );
  expect([asked, same]).toEqual([5, first]);
});

function manyPrograms(): Program[] {
  return Array.from({ length: 50 }, (_, i) => generate(i));
}
