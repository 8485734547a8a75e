/** No program can forge a verdict: not by what it throws, nor by what it returns. */
import { describe, expect, test } from 'vitest';
import { judge, judgeOne } from './judge.ts';

describe('a thrown value', () => {
  test('that looks like a finding of the grader is told as the error it is', async () => {
    const program = `
      class TestFailure extends Error { failure = { message: 'all is well', state: 'passed' }; state = 'passed'; name = 'TestFailure'; }
      export async function f() { throw new TestFailure('passed'); }
      export function g() { throw new TestFailure('passed'); }`;
    const verdict = await judge(
      program,
      `test('f', ({ program }) => { expect(run(() => program.f())).toTake(0); }); test('g', ({ program }) => { program.g(); });`,
    );
    expect(verdict.outcome).toBe('failed');
    expect(verdict.tests.map(({ message }) => message)).toEqual([
      'Your program did not finish: it raised TestFailure: passed (line 3)',
      'Your program raised TestFailure: passed (line 4)',
    ]);
  });

  test.each([
    'undefined',
    'null',
    '{ state: "passed", tests: [], outcome: "passed" }',
    'new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })',
  ])('of any kind fails the test: %s', async (value) => {
    const verdict = await judge(`export function f() { throw ${value}; }`, `test('it', ({ program }) => { program.f(); });`);
    expect(verdict.outcome).toBe('failed');
    expect(verdict.tests[0]?.message).toMatch(/^Your program raised /);
  });
});

/** Values that lie, each under `export const value`; none is equal to the list [1, 2, 3], the number 5 or the text 'x'. */
const LIARS: Readonly<Record<string, string>> = {
  'asymmetric matcher': `{ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true, equals: () => true }`,
  conversions: `{ toString: () => 'x', valueOf: () => 5, [Symbol.toPrimitive]: () => 5, toJSON: () => [1, 2, 3] }`,
  iterator: `{ length: 3, *[Symbol.iterator]() { yield 1; yield 2; yield 3; } }`,
  'throwing getters': `{ get 0() { throw new Error('no'); }, get length() { throw new Error('no'); } }`,
  thenable: `{ then: (resolve: any) => resolve([1, 2, 3]) }`,
  'proxy that throws': `new Proxy([], { get() { throw new Error('no'); } })`,
  'proxy that claims everything': `new Proxy({}, { has: () => true, get: (_, key) => key === 'constructor' ? Array : () => true, getPrototypeOf: () => Array.prototype })`,
  'endless length': `Object.assign([], { length: 4294967295 })`,
  'class that claims instances': `class { static [Symbol.hasInstance]() { return true; } }`,
  'endless nesting': `(() => { let nested: any = []; for (let i = 0; i < 100000; i += 1) nested = [nested]; return nested; })()`,
  itself: `(() => { const loop: any[] = [1, 2]; loop.push(loop); return loop; })()`,
  'array with a lying constructor': `Object.assign([1, 2, 4], { constructor: null, equals: () => true })`,
};

describe('a returned value', () => {
  test.each(Object.entries(LIARS))('that lies passes no matcher: %s', async (_name, value) => {
    const bodies = [
      'toEqual([1, 2, 3])',
      `toBe(5)`,
      'toEqual(5)',
      `toEqual('x')`,
      `toMatch('x')`,
      'toBeGreaterThan(1)',
      'toBeCloseTo(5)',
      `toContain(7)`,
      'toEqual([[1, 2, 3]])',
    ];
    const tests = bodies
      .map((body) => `test(${JSON.stringify(body)}, ({ program }) => { expect(program.value).${body}; });`)
      .join('\n');
    const verdict = await judge(`export const value: any = ${value};`, tests);
    expect(verdict.outcome).toBe('failed');
    expect(verdict.tests.filter(({ state }) => state === 'passed').map(({ name }) => name)).toEqual([]);
  });

  test('that cannot be read does not pass a .not either', async () => {
    const result = await judgeOne(
      `export const value: any = { get a() { throw new Error('no'); } };`,
      `expect(program.value).not.toEqual({ a: 1 });`,
    );
    expect(result.message).toBe('The value cannot be looked at: its property `a` cannot be read: reading raised an error');
  });

  test('that answers differently each time is read once', async () => {
    const program = `let n = 0; export const value: any = { get a() { n += 1; return n; } };`;
    expect((await judgeOne(program, `expect(program.value).toEqual({ a: 1 });`)).state).toBe('passed');
  });
});

describe('a failed expectation', () => {
  test('counts even when the program catches it', async () => {
    const program = `export async function call(f: () => void) { try { f(); } catch {} return 1; }`;
    const result = await judgeOne(
      program,
      `expect(run(() => program.call(() => { expect(1).toBe(2, 'caught on its way'); })).result).toBe(1);`,
    );
    expect(result).toMatchObject({ state: 'failed', message: 'caught on its way' });
  });
});

test('a program cannot forge its times or its output', async () => {
  const program = `import * as asyncio from 'asyncio'; export async function f() { await asyncio.sleep(5);
    try { (asyncio as any).sleep = () => {}; } catch {} try { (asyncio.getRunningLoop() as any).time = () => 0; } catch {} try { (console as any).log = () => {}; } catch {} console.log('late'); }`;
  const result = await judgeOne(
    program,
    `const record = run(() => program.f()); expect(record).toPrint('late'); expect(record).toTake(0);`,
  );
  expect(result.message).toBe('It took 5 s, expected 0 s');
});
