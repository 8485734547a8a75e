/**
 * The control: a little exercise with a known verdict, by which a process that has judged strangers is asked whether it still judges rightly. It uses what
 * exercises use (tasks, time, output, errors, copies of data), and one of its tests fails, so that neither "all pass" nor "all fail" answers it.
 */
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { compileInNode } from '../../src/compiler/node.ts';

const PROGRAM = `
import { createTask, gather, sleep } from 'asyncio';

async function page(n: number): Promise<string> {
  await sleep(n);
  console.log('page', n);
  return 'page ' + [n].map(String).join();
}

export async function pages(numbers: number[]): Promise<string[]> {
  const tasks = numbers.map((n) => createTask(page(n)));
  return gather(...tasks);
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
  run(() => program.broken());
});
`;

export interface Control {
  readonly program: CompiledProgram;
  readonly tests: CompiledProgram;
}

async function compiled(source: string, file: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(`the control does not compile: ${result.errors[0]?.message ?? ''}`);
  return result.program;
}

export async function makeControl(): Promise<Control> {
  return { program: await compiled(PROGRAM, 'main.ts'), tests: await compiled(TESTS, 'tests.ts') };
}
