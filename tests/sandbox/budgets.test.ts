/** Every budget ends a program, says which it was with its number, and where the program stood; none is a pass. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';
import { checkInNode } from '../../src/sandbox/node.ts';
import type { Verdict } from '../../src/grader/index.ts';
import type { Limits } from '../../src/sandbox/protocol.ts';
import { told } from '../../tools/play/told.ts';
import { compiled, run } from './run.ts';

const FEW: Partial<Limits> = { turns: 100_000, tasks: 100, loopSteps: 1000, outputLines: 20 };

/** The verdict of `program` under tests that ask `f()` for 1, and then `g()`. */
async function judged(program: string, limits: Partial<Limits> = FEW): Promise<Verdict> {
  const tests = `import { test, expect, run } from 'grader';
    test('f gives 1', ({ program }) => { expect(program.f()).toBe(1); });
    test('g gives 1', ({ program }) => { expect(run(() => program.g()).result).toBe(1); });`;
  return checkInNode(await compiled(program), await compiled(tests, 'tests.ts'), limits);
}

describe('turns of a loop', () => {
  test.each([
    ['a plain loop', `export {};\nfor (;;) {}`, 2],
    ['a loop in a coroutine', `import { run } from 'asyncio';\nasync function f() {\n  while (true) ;\n}\nrun(f());`, 3],
    ['a loop in a generator', `function* g() {\n  for (;;) yield 1;\n}\nfor (const _ of g()) ;`, 2],
    ['a loop in a getter', `const o = { get x() {\n  do ; while (true); } };\nconsole.log(o.x);`, 2],
    ['a loop in a comparison', `[2, 1].sort(() => {\n  for (;;) ; });`, 2],
    [
      'a loop in a thread',
      `import { run, toThread } from 'asyncio';\nasync function main() {\n  await toThread(() => { for (;;) ; });\n}\nrun(main());`,
      3,
    ],
    ['a loop whose errors are caught', `for (;;) {\n  try { for (;;) ; } catch {} }`, 2],
  ])('%s is ended, and told where', async (_what, source, line) => {
    const record = await run(source, FEW);
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'turns' });
    expect(record.error?.message).toBe('more than 100,000 turns of a loop without a pause');
    expect(record.seenAt?.line).toBe(line);
  });

  test('a program that catches the error is ended all the same, and told the lines that led there', async () => {
    const record = await run(`function spin() {\n  for (;;) {}\n}\ntry {\n  spin();\n} catch {}\nconsole.log('went on');`, FEW);
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'turns', seenAt: { file: 'main.ts', line: 2, column: 3 } });
    expect(record.error?.frames.map(({ line }) => line)).toEqual([5, 2]);
  });

  test('many turns with pauses between them are free', async () => {
    const record = await run(
      `import { run, sleep } from 'asyncio';\nasync function main() { for (let i = 0; i < 5; i++) { for (let j = 0; j < 90_000; j++); await sleep(1); } console.log('done'); }\nrun(main());`,
      FEW,
    );
    expect(record).toMatchObject({ outcome: 'finished', output: [{ text: 'done' }] });
  });

  test('with the number that everybody has, a loop that burns a moment is free, and an endless one ends', async () => {
    const patient = { wallClock: 60_000 };
    const burns = `let s = 0;\nfor (let i = 0; i < ${String(DEFAULT_LIMITS.turns)}; i++) s ^= i;\nconsole.log(s);`;
    expect(await run(burns, patient)).toMatchObject({ outcome: 'finished' });
    expect(await run(`for (;;) {}`, patient)).toMatchObject({ budget: 'turns', seenAt: { line: 1 } });
  });
});

test('tasks without an end are ended by their number, and not by memory or the clock', async () => {
  const record = await run(
    `import { createTask, run, sleep } from 'asyncio';\nasync function main() {\n  for (;;) createTask(sleep(1));\n}\nrun(main());`,
    { wallClock: 60_000 },
  );
  expect(record).toMatchObject({ outcome: 'over-budget', budget: 'tasks' });
  expect(record.error?.message).toBe('more than 50,000 tasks at the same time');
  expect(record.error?.frames.at(-1)?.line).toBe(3);
});

test('a program that waits between its tasks may have many of them', async () => {
  const record = await run(
    `import { createTask, run, sleep } from 'asyncio';\nasync function main() {\n  for (let i = 0; i < 300; i++) await createTask(sleep(1));\n  console.log('done');\n}\nrun(main());`,
    { tasks: 100 },
  );
  expect(record).toMatchObject({ outcome: 'finished', output: [{ text: 'done' }] });
});

test('what the clock ends is told the loop that it was last seen in', async () => {
  const regex = `for (const n of [5, 50]) {\n  /^(a+)+$/.test('a'.repeat(n) + 'b');\n}`;
  expect(await run(regex, { wallClock: 500 })).toMatchObject({ budget: 'wall-clock', seenAt: { line: 1, column: 1 } });
  const slow = await run(`export {};\nfor (;;) {\n  [...Array(100_000).keys()].reverse().sort();\n}`, { wallClock: 500 });
  expect(slow).toMatchObject({ budget: 'wall-clock', seenAt: { line: 2 } });
});

test('memory is told as memory', async () => {
  const record = await run(`const all: number[][] = [];\nfor (;;) {\n  all.push(new Array(1_000_000).fill(1));\n}`, {
    wallClock: 60_000,
  });
  expect(record).toMatchObject({ budget: 'memory', seenAt: { line: 2 } });
});

describe('a check', () => {
  test('with an endless loop is never a pass, never a mere failure: it says so and where, and judges the other tests', async () => {
    const verdict = await judged(`export function f() {\n  for (;;) {}\n}\nexport async function g() {\n  return 1;\n}`);
    expect(verdict.outcome).toBe('stopped');
    expect(verdict.reason).toMatch(/had to be ended.*more than 100,000 turns of a loop without a pause.*loop at line 2/);
    expect(verdict.tests.map(({ state }) => state)).toEqual(['failed', 'passed']);
    expect(verdict.tests[0]?.message).toBe(verdict.reason);
  });

  test.each([
    [
      'in a plain function',
      `export function f() {\n  try { for (;;) {} } catch {}\n  return 1;\n}\nexport async function g() { return 1; }`,
    ],
    ['in a coroutine', `export const f = () => 1;\nexport async function g() {\n  try { for (;;) {} } catch {}\n  return 1;\n}`],
    [
      'in tasks without an end',
      `import { createTask, sleep } from 'asyncio';\nexport const f = () => 1;\nexport async function g() {\n  try { for (;;) createTask(sleep(1)); } catch {}\n  return 1;\n}`,
    ],
  ])('of a program that catches its end %s and gives the right answer is no pass', async (_where, program) => {
    const verdict = await judged(program);
    expect(verdict.outcome).toBe('stopped');
    expect(verdict.reason).toMatch(/had to be ended/);
    expect(verdict.tests.filter(({ state }) => state === 'failed')).toHaveLength(1);
  });

  test('of a program whose module has no end says so for each test', async () => {
    const verdict = await judged(`export const f = () => 1;\nexport const g = async () => 1;\nfor (;;) {}`);
    expect(verdict.outcome).toBe('stopped');
    expect(verdict.reason).toContain('line 3');
  });
});

test('the terminal has a sentence with a number for each budget', () => {
  const of = { file: 'a.ts', name: 'a.ts', source: '' };
  const empty = {
    version: 1,
    outcome: 'over-budget',
    elapsed: 0,
    iterations: 0,
    output: [],
    events: [],
    tasks: [],
    warnings: [],
  } as const;
  for (const [budget, number] of [
    ['wall-clock', '3 s'],
    ['wall-clock-in-all', '30 s'],
    ['loop-steps', '100,000'],
    ['turns', '50,000,000'],
    ['tasks', '50,000'],
    ['output', '1,000'],
  ] as const)
    expect(told({ ...empty, budget }, of).join('\n')).toContain(number);
  const seenAt = { file: 'a.ts', line: 12, column: 1 };
  expect(told({ ...empty, budget: 'turns', seenAt }, of).join('\n')).toContain('loop at line 12');
});
