/** What a verdict tells: missing exports, errors, deadlocks, budgets, and mistakes of the hidden tests themselves. */
import { describe, expect, test } from 'vitest';
import { judge, judgeOne, sayings } from './judge.ts';

describe('a missing export', () => {
  test('fails only the tests that need it, by name', async () => {
    const tests = `test('needs it', ({ program }) => { run(() => program.missing()); }); test('does not', ({ program }) => { expect(program.there).toBe(1); });`;
    const verdict = await judge('export const there = 1;', tests);
    expect(verdict.tests.map(({ state }) => state)).toEqual(['failed', 'passed']);
  });

  test('says what is nearest, or what to write', async () => {
    const body = { it: 'run(() => program.makeRequests([]));' };
    expect((await sayings('export async function makeRequest() {}', body)).it).toBe(
      'Your program does not export `makeRequests`: it exports `makeRequest`. Is that a slip of the pen?',
    );
    expect((await sayings('async function makeRequests() {} export const a = 1; makeRequests;', body)).it).toBe(
      'Your program does not export `makeRequests`: it is there, but hidden from others. Put `export` before it',
    );
    expect((await sayings('console.log(1);', body)).it).toBe(
      'Your program does not export `makeRequests`, nor anything else. Put `export` before what the task asks for',
    );
    expect((await sayings('export const one = 1; export const two = 2;', body)).it).toBe(
      'Your program does not export `makeRequests`: it exports `one` and `two`',
    );
  });
});

describe('a program that ends early', () => {
  const PROGRAM = `import { run } from 'asyncio';
export async function ready() { return 1; }
async function main() {
  throw new RangeError('boom');
}
run(main());
export const late = 1;`;

  test('fails what stands below the error, and tells the error and its line', async () => {
    const result = await judgeOne(PROGRAM, 'expect(program.late).toBe(1);');
    expect(result.message).toBe('Your program did not finish: it raised RangeError: boom (line 4)');
    expect(result.error).toMatchObject({ type: 'RangeError', message: 'boom' });
  });

  test('can still be judged by what stands above it', async () => {
    expect((await judgeOne(PROGRAM, 'expect(run(() => program.ready()).result).toBe(1);')).state).toBe('passed');
  });

  test('is looked at through its script', async () => {
    expect((await judgeOne(PROGRAM, 'expect(script).toRaise(RangeError); expect(script).toTake(0);')).state).toBe('passed');
    expect((await judgeOne(PROGRAM, `expect(script).toPrint('x');`)).message).toBe(
      'Your program did not finish: it raised RangeError: boom (line 4)',
    );
  });
});

describe('what a program did', () => {
  test('is told with times, output and the error', async () => {
    const program = `import { sleep } from 'asyncio';
export async function f() {
  console.log('begin');
  await sleep(18);
  throw new RangeError('boom');
}`;
    const result = await judgeOne(program, 'expect(run(() => program.f())).toTake(2);');
    expect(result.did).toEqual(['took 18 s', 'raised RangeError: boom (line 5)', `printed 'begin'`]);
    expect(result.output.map(({ text, t }) => [text, t])).toEqual([['begin', 0]]);
    expect(result.error?.frames.at(-1)).toMatchObject({ file: 'main.ts', line: 5 });
    expect(result.runs).toHaveLength(1);
    expect(result.runs[0]?.events).toEqual([]);
  });

  test('is not what the hidden tests did', async () => {
    const result = await judgeOne(
      'export const answer = 1;',
      `const record = run(async () => { console.log('of the tests'); }); expect(record).toPrint('of the tests'); expect(program.answer).toBe(2);`,
    );
    expect(result).toMatchObject({ did: [], output: [], runs: [] });
  });

  test('a deadlock tells who waits for what', async () => {
    const program = `import { getRunningLoop } from 'asyncio';
export async function f() {
  await getRunningLoop().createFuture();
}`;
    const result = await judgeOne(program, 'expect(run(() => program.f())).toTake(2);');
    expect(result.message).toMatch(
      /^Your program did not finish: deadlock: .*Task-1 \(f\) in f\(\) at main\.ts:3 waits for a Future/s,
    );
  });

  test('a run over its budget says so, and the next test has a budget of its own', async () => {
    const program = `import { sleep } from 'asyncio'; export async function f() { for (;;) await sleep(0); } export async function g() { return 1; }`;
    const tests = `test('f', ({ program }) => { expect(run(() => program.f())).toFinish(); }); test('g', ({ program }) => { expect(run(() => program.g()).result).toBe(1); });`;
    const verdict = await judge(program, tests, { loopSteps: 1000 });
    expect(verdict.tests.map(({ state }) => state)).toEqual(['failed', 'passed']);
    expect(verdict.tests[0]?.message).toMatch(
      /^Your program did not finish: it had to be ended: it took more than 1000 steps of the event loop/,
    );
  });
});

describe('a mistake in the hidden tests', () => {
  const reason = async (
    tests: string,
    program = 'export const list = undefined; export function boom() { throw new Error(); }',
  ): Promise<string> => {
    const verdict = await judge(program, tests);
    expect(verdict.outcome).toBe('error');
    return verdict.reason ?? '';
  };

  test('is told with its line, not as the reader’s failure', async () => {
    expect(await reason(`test('it', ({ program }) => {\n  program.list.length;\n});`)).toMatch(
      /^The hidden tests of this exercise stopped at tests\.ts:2: TypeError: /,
    );
    expect(await reason(`\n\nthrow new Error('at the top');`)).toMatch(/stopped at tests\.ts:3: Error: at the top/);
  });

  test('does not keep the other tests from being run', async () => {
    const verdict = await judge(
      'export {};',
      `test('a', () => { (undefined as any).x; }); test('b', () => { expect(1).toBe(1); });`,
    );
    expect(verdict.tests.map(({ name, state }) => [name, state])).toEqual([['a', 'failed'], ['b', 'passed']]); // prettier-ignore
  });

  test('is also a name that is given twice, no test at all, or a matcher for runs on something else', async () => {
    expect(await reason(`test('a', () => {}); test('a', () => {});`)).toContain(`two tests are called 'a'`);
    expect(await reason(`export {};`)).toContain('tests.ts declares no test');
    expect(await reason(`test('a', () => { (expect({ elapsed: 1 }) as any).toTake(1); });`)).toContain('toTake is about a run');
    expect(await reason(`test('a', () => { test('b', () => {}); });`)).toContain('must be called at the top level');
    expect(await reason(`expect(1).toBe(1); test('a', () => {});`)).toContain('must be called inside a test');
    expect(await reason(`test('a', () => { run(async () => run(async () => 1).result); });`)).toContain(
      'must not be called inside another',
    );
  });

  test('is not an error that the program throws into the test', async () => {
    const verdict = await judge(
      'export function boom() {\n  throw new RangeError("mine");\n}',
      `test('a', ({ program }) => { program.boom(); });`,
    );
    expect(verdict.outcome).toBe('failed');
    expect(verdict.tests[0]?.message).toBe('Your program raised RangeError: mine (line 2)');
  });
});
