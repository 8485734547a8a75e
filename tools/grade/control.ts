/**
 * The control: a little exercise with a known verdict, by which a process that has judged strangers is asked whether it still judges rightly. It uses what
 * exercises use (tasks, time, output, errors, copies of data), and one of its tests fails, so that neither "all pass" nor "all fail" answers it.
 */
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { compileInNode } from '../../src/compiler/node.ts';
import type { Verdict } from '../../src/grader/index.ts';

const PROGRAM = `
import { createTask, gather, sleep } from 'asyncio';

async function page(n: number): Promise<string> {
  await sleep(n);
  console.log('page', n);
  return 'page ' + [n].map(String).join();
}

export async function pages(numbers: number[]): Promise<string[]> {
  const tasks = numbers.map((n) => createTask(page(n)));
  return await gather(...tasks);
}

export async function broken(): Promise<never> {
  await sleep(1);
  throw new RangeError('on purpose');
}
`;

const TESTS = `
import { expect, run, test } from 'grader';

test('fetches all pages at once', ({ program }) => {
  const record = run(() => program.pages([1, 3, 2]));
  expect(record).toTake(3);
  expect(record.result).toEqual(['page 1', 'page 3', 'page 2']);
});

test('takes no time', ({ program }) => {
  expect(run(() => program.pages([2]))).toTake(0);
});

test('raises', ({ program }) => {
  expect(run(() => program.broken())).toTake(1);
});
`;

export interface Control {
  readonly program: CompiledProgram;
  readonly tests: CompiledProgram;
  /** Its verdict, as JSON: the control is deterministic, so it is the same in every process. */
  readonly verdict: string;
}

async function compiled(source: string, file: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(`the control does not compile: ${result.errors[0]?.message ?? ''}`);
  return result.program;
}

/** The control, judged by `judge`: a process that has judged nobody else. Throws when it does not come out as it is written. */
export async function makeControl(
  judge: (program: CompiledProgram, tests: CompiledProgram) => Promise<Verdict>,
): Promise<Control> {
  const [program, tests] = [await compiled(PROGRAM, 'main.ts'), await compiled(TESTS, 'tests.ts')];
  const verdict = await judge(program, tests);
  const states = verdict.tests.map(({ state }) => state).join(' ');
  if (states !== 'passed failed failed') throw new Error(`a fresh sandbox does not judge the control rightly: ${states}`);
  return { program, tests, verdict: JSON.stringify(verdict) };
}
