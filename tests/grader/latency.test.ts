/** Hidden tests under many latencies: what holds only for one order of answers fails, with the smallest seed and its story; what always holds passes. */
import { describe, expect, test } from 'vitest';
import { compileInNode } from '../../src/compiler/node.ts';
import type { TestResult, Verdict } from '../../src/grader/index.ts';
import { checkInNode, replayInNode } from '../../src/sandbox/node.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';

const REQUEST = `import { gather, sleep } from 'asyncio';
async function request(name: string) { console.log('ask ' + name); await sleep(1); return name; }
async function collect(name: string, all: string[]) { all.push(await request(name)); }
`;
const LUCKY = `${REQUEST}export async function f() { const all: string[] = []; await gather(collect('A', all), collect('B', all), collect('C', all)); return all; }`;
const RIGHT = `${REQUEST}export async function f() { return await gather(request('A'), request('B'), request('C')); }`;

const TESTS = `import { expect, run, test, underAnyLatency } from 'grader';
test('exactly', ({ program }) => { expect(run(() => program.f()).result).toEqual(['A', 'B', 'C']); });
test('in any order', ({ program }) => {
  underAnyLatency(20, () => { expect(run(() => program.f()).result).toEqual(['A', 'B', 'C'], 'f gave {actual}'); });
});
test('exactly again', ({ program }) => { expect(run(() => program.f())).toTake(1); });`;

async function compiled(source: string, file: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.program;
}

async function judged(program: string, tests = TESTS): Promise<Verdict> {
  return checkInNode(await compiled(program, 'main.ts'), await compiled(tests, 'tests.ts'));
}

function inAnyOrder({ tests }: Verdict): TestResult {
  const result = tests.find(({ name }) => name === 'in any order');
  if (result === undefined) throw new Error('there is no such test');
  return result;
}

test('a program that keeps its order under all latencies passes', async () => {
  expect((await judged(RIGHT)).outcome).toBe('passed');
});

describe('a program that is right by luck', () => {
  test('passes what is exact, and fails under latencies, with what it did and the order in which the answers came', async () => {
    const verdict = await judged(LUCKY);
    expect(verdict.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'exactly: passed',
      'in any order: failed',
      'exactly again: passed',
    ]);
    const { message, seed } = inAnyOrder(verdict);
    expect(message).toMatch(
      /^f gave \[[^\]]*\]\. That is so when `ask [BC]` is answered at 1\.\d+ s, before `ask [AB]` at 1\.\d+ s, with the latencies of seed \d+\.$/,
    );
    expect(message).toContain(`seed ${String(seed)}.`);
  });

  test('is told the smallest seed that fails', async () => {
    const { seed = 0 } = inAnyOrder(await judged(LUCKY));
    const [tests, program] = await Promise.all([compiled(TESTS, 'tests.ts'), compiled(LUCKY, 'main.ts')]);
    for (let smaller = 1; smaller < seed; smaller += 1) {
      const { record: run } = await replayInNode({ program, tests, of: { test: 'in any order', seed: smaller } });
      expect(run.tasks.filter(({ by }) => by !== null).map(({ ended }) => ended)).toEqual(
        run.tasks
          .filter(({ by }) => by !== null)
          .map(({ ended }) => ended)
          .sort(),
      );
    }
    expect(seed).toBeGreaterThanOrEqual(1);
  });

  test('is replayed with that seed exactly as it was', async () => {
    const result = inAnyOrder(await judged(LUCKY));
    const [tests, program] = await Promise.all([compiled(TESTS, 'tests.ts'), compiled(LUCKY, 'main.ts')]);
    const { record: again } = await replayInNode({ program, tests, of: { test: result.name, seed: result.seed } });
    expect({ ...again, events: [] }).toEqual(result.runs.at(-1));
    expect(again.output.map(({ text }) => text)).toEqual(['ask A', 'ask B', 'ask C']);
    expect(again.elapsed).toBeGreaterThan(1);
  });

  test('gets the same bytes each time', async () => {
    expect(JSON.stringify(await judged(LUCKY))).toBe(JSON.stringify(await judged(LUCKY)));
  });
});

test('a program that raises only under some latencies is told so, with the seed', async () => {
  const verdict = await judged(
    `${REQUEST}export async function f() { let first = ''; const one = async (n: string) => { await request(n); first ||= n; }; await gather(one('A'), one('B')); if (first === 'B') throw new Error('B was first'); return ['A', 'B', 'C']; }`,
  );
  const { message, error, seed } = inAnyOrder(verdict);
  expect(message).toContain('B was first');
  expect(error?.type).toBe('Error');
  expect(seed).toBeGreaterThanOrEqual(1);
});

test('a failure that no latency brought about names no seed', async () => {
  const verdict = await judged(
    `${REQUEST}export async function f() { return []; }`,
    TESTS.replace('underAnyLatency(20,', '((_: number, f: () => void) => f())(20,'),
  );
  expect(inAnyOrder(verdict)).toMatchObject({ state: 'failed', message: 'f gave []' });
  expect(inAnyOrder(verdict)).not.toHaveProperty('seed');
});

test('an endless loop under latencies is told as one', async () => {
  const verdict = await judged(`export async function f() { for (;;) {} }`, TESTS.replace(/test\('exactly.*\n/g, ''));
  expect(verdict.outcome).toBe('stopped');
  expect(inAnyOrder(verdict)).toMatchObject({ state: 'failed', seed: 1 });
});

test('a mistake of the tests is told as one', async () => {
  const wrong = async (body: string): Promise<string> =>
    (await judged(RIGHT, `import { test, underAnyLatency } from 'grader'; test('x', () => { ${body} });`)).reason ?? '';
  expect(await wrong('underAnyLatency(0, () => {});')).toContain('at least 1');
  expect(await wrong('underAnyLatency(2, () => { underAnyLatency(2, () => {}); });')).toContain('inside another one');
});
