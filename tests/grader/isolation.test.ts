/** Hidden tests are isolated: from one another, from what the program leaves behind, and from the program itself. */
import { describe, expect, test } from 'vitest';
import { judge, judgeOne } from './judge.ts';

const states = async (program: string, tests: string): Promise<string[]> =>
  (await judge(program, tests)).tests.map(({ state, message }) => (state === 'passed' ? state : (message ?? '')));

describe('what a program leaves behind', () => {
  test('a module variable begins anew in each test', async () => {
    const program = `let calls = 0; export async function count() { calls += 1; return calls; }`;
    const once = `expect(run(() => program.count()).result).toBe(1);`;
    expect(await states(program, `test('a', ({ program }) => { ${once} }); test('b', ({ program }) => { ${once} });`)).toEqual([
      'passed',
      'passed',
    ]);
  });

  test('a variable of the hidden tests begins anew in each test', async () => {
    const tests = `const seen: number[] = []; const body = () => { seen.push(1); expect(seen).toHaveLength(1); }; test('a', body); test('b', body);`;
    expect(await states('export {};', tests)).toEqual(['passed', 'passed']);
  });

  test('clock and task names begin anew in each run', async () => {
    const program = `import { sleep, currentTask } from 'asyncio'; export async function f() { await sleep(1); console.log(currentTask()!.getName()); }`;
    const body = `for (const _ of [1, 2]) { const record = run(() => program.f()); expect(record).toTake(1); expect(record).toPrint('Task-1'); }`;
    expect((await judgeOne(program, body)).state).toBe('passed');
  });

  test('globals and prototypes cannot be changed, so nothing can be left in them', async () => {
    const program = `
      function attempt(change: () => void) { try { change(); } catch {} }
      attempt(() => { (Array.prototype as any).map = () => ['forged']; });
      attempt(() => { (Object.prototype as any).leftBehind = 1; });
      attempt(() => { (globalThis as any).leftBehind = 1; });
      attempt(() => { (JSON as any).stringify = () => 'forged'; });
      export const left = () => [[1].map(String)[0], ({} as any).leftBehind, (globalThis as any).leftBehind, JSON.stringify(1)];`;
    const body = `expect(program.left()).toEqual(['1', undefined, undefined, '1']); expect([2].map(String)).toEqual(['2']); expect(({} as any).leftBehind).toBeUndefined();`;
    expect(await states(program, `test('a', ({ program }) => { ${body} }); test('b', ({ program }) => { ${body} });`)).toEqual([
      'passed',
      'passed',
    ]);
  });
});

describe('what a test hands to a program', () => {
  test('is a copy: a program that uses its input up is judged fairly', async () => {
    const program = `export async function drain(list: number[]) { const all = []; while (list.length > 0) all.push(list.shift()); return all; }`;
    const body = `const list = [1, 2, 3]; const record = run(() => program.drain(list)); expect(record.result).toEqual(list); expect(list).toEqual([1, 2, 3]);`;
    expect((await judgeOne(program, body)).state).toBe('passed');
  });

  test('is a copy: a program that empties the expected list is not right for that', async () => {
    const program = `export async function cheat(list: number[]) { list.length = 0; return []; }`;
    const result = await judgeOne(program, `const list = [1, 2]; expect(run(() => program.cheat(list)).result).toEqual(list);`);
    expect(result.message).toBe('Got [], expected [1, 2]: it has 0 items instead of 2');
  });

  test('keeps its kind: functions, tasks and objects with accessors arrive as they are', async () => {
    const program = `import { iscoroutinefunction, isfuture } from 'asyncio'; export function kinds(f: any, o: any, t: any) { return [iscoroutinefunction(f), f === o.f, isfuture(t)]; }`;
    const body = `const record = run(async () => { const f = async () => 1; const t = getRunningLoop().createFuture(); return program.kinds(f, { f }, t); }); expect(record.result).toEqual([true, true, true]);`;
    expect((await judgeOne(program, body, `import { getRunningLoop } from 'asyncio';`)).state).toBe('passed');
  });

  test('an async function of the program is still one when asked', async () => {
    const program = `export async function f() {} export function g() {} export async function* h() {}`;
    const body = `expect([iscoroutinefunction(program.f), iscoroutinefunction(program.g), isasyncgenfunction(program.h)]).toEqual([true, false, true]);`;
    expect((await judgeOne(program, body, `import { iscoroutinefunction, isasyncgenfunction } from 'asyncio';`)).state).toBe(
      'passed',
    );
  });
});

describe('what a program cannot reach', () => {
  test('the module grader', async () => {
    const verdict = await judge(
      `import { expect } from 'grader'; export const x = expect;`,
      `test('it', ({ program }) => { expect(program.x).toBeUndefined(); });`,
    );
    expect(verdict.tests[0]).toMatchObject({ state: 'failed' });
    expect(verdict.tests[0]?.message).toContain("No module named 'grader'");
  });

  test('the functions of the hidden tests that call it', async () => {
    const program = `export function who() { try { return String((who as any).caller) + String((who as any).arguments); } catch (error) { return (error as Error).name; } }`;
    const result = await judgeOne(program, `expect(program.who()).not.toContain('expect');`);
    expect(result.state).toBe('passed');
  });
});

test('the same program gives the same verdict, byte for byte', async () => {
  const program = `import { gather, sleep } from 'asyncio'; export async function f() { await gather(sleep(1), sleep(2)); console.log('x'); }`;
  const tests = `test('a', ({ program }) => { expect(run(() => program.f())).toTake(2); }); test('b', ({ program }) => { expect(run(() => program.f())).toTake(1); });`;
  expect(JSON.stringify(await judge(program, tests))).toBe(JSON.stringify(await judge(program, tests)));
});
