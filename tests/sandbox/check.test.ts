/** Judging in Node's sandbox: what the wire and the clock add to the grader. */
import { describe, expect, test } from 'vitest';
import { checkThrough } from '../../src/sandbox/job.ts';
import { checkInNode, PATIENT_LIMITS } from '../../src/sandbox/node.ts';
import { parseAnswer } from '../../src/sandbox/parse.ts';
import { onlyUse, startProcess } from '../../src/sandbox/process.ts';
import { compiled } from './run.ts';

const TESTS = `
import { test, expect, run } from 'grader';
test('adds', ({ program }) => { expect(run(() => program.add(1, 2)).result).toEqual(3); });
test('takes two seconds', ({ program }) => { expect(run(() => program.add(1, 2))).toTake(2); });
test('prints', ({ program }) => { expect(run(() => program.add(1, 2))).toPrint(['adding']); });
`;

const judge = async (source: string, limits = {}, listener = {}) =>
  checkInNode(await compiled(source), await compiled(TESTS, 'tests.ts'), limits, listener);

describe('a check', () => {
  test('passes a right program, and tells of each test as it goes', async () => {
    const heard: string[] = [];
    const verdict = await judge(
      `import { sleep } from 'asyncio';\nexport async function add(a: number, b: number) { console.log('adding'); await sleep(2); return a + b; }`,
      {},
      { onTestStart: (name: string) => heard.push(name), onTest: ({ state }: { state: string }) => heard.push(state) },
    );
    expect(verdict).toMatchObject({
      version: 1,
      outcome: 'passed',
      tests: [{ state: 'passed' }, { state: 'passed' }, { state: 'passed' }],
    });
    expect(heard).toEqual(['adds', 'passed', 'takes two seconds', 'passed', 'prints', 'passed']);
  });

  test('fails a wrong one test by test, with the line of what it raised', async () => {
    const verdict = await judge(`export async function add(a: number, b: number) {\n  throw new RangeError('no');\n}`);
    expect(verdict.outcome).toBe('failed');
    expect(verdict.tests).toHaveLength(3);
    expect(verdict.tests[0]?.error?.frames.findLast(({ file }) => file === 'main.ts')).toMatchObject({ line: 2 });
  });

  test('of a program that never gives control back in one test keeps the tests before and names those after', async () => {
    const endless = await checkInNode(
      await compiled(
        `export async function good() { return 1; }\nexport async function bad() { /^(a+)+$/.test('a'.repeat(50) + 'b'); }`,
      ),
      await compiled(
        `
import { test, expect, run } from 'grader';
test('good', ({ program }) => { expect(run(() => program.good()).result).toEqual(1); });
test('bad', ({ program }) => { expect(run(() => program.bad()).result).toEqual(1); });
test('after', ({ program }) => { expect(run(() => program.good()).result).toEqual(1); });
`,
        'tests.ts',
      ),
      { wallClock: 500 },
    );
    expect(endless.outcome).toBe('stopped');
    expect(endless.reason).toContain('0.5 s');
    expect(endless.tests.map(({ name, state }) => `${name} ${state}`)).toEqual(['good passed', 'bad failed', 'after failed']);
    expect(endless.tests[1]?.message).toContain('never gives control back');
    expect(endless.tests[2]?.message).toMatch(/^Not run/);
  });

  test('is not silent in a test of many short runs: each run is a sign of life', async () => {
    const channel = onlyUse(await startProcess());
    const said: string[] = [];
    const verdict = await checkThrough(
      {
        ...channel,
        listen: (receive, gone) => {
          channel.listen((data) => {
            said.push(parseAnswer(data)?.type ?? 'nonsense');
            receive(data);
          }, gone);
        },
      },
      {
        type: 'check',
        program: await compiled('export async function one() { return 1; }'),
        tests: await compiled(
          `import { test, expect, run, underAnyLatency } from 'grader';
test('one', ({ program }) => { underAnyLatency(30, () => { expect(run(() => program.one()).result).toEqual(1); }); });`,
          'tests.ts',
        ),
        limits: PATIENT_LIMITS,
      },
    ).result;
    expect(verdict.outcome).toBe('passed');
    const during = said.slice(said.indexOf('test-started'), said.indexOf('test-done'));
    expect(during.filter((type) => type === 'steps').length).toBeGreaterThanOrEqual(30);
  });

  test('gives the same bytes each time', async () => {
    const source = `import { sleep } from 'asyncio';\nexport async function add(a: number, b: number) { await sleep(1); return a - b; }`;
    expect(JSON.stringify(await judge(source))).toBe(JSON.stringify(await judge(source)));
  });
});
