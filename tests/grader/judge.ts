/** Judges TypeScript by hidden tests, both given as text, in the real sandbox. */
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { TestResult, Verdict } from '../../src/grader/index.ts';
import { checkInNode } from '../../src/sandbox/node.ts';
import type { Limits } from '../../src/sandbox/protocol.ts';

async function compiled(source: string, file: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(result.errors.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  return result.program;
}

/** What hidden tests begin with. */
const PREAMBLE = `import { test, expect, run } from 'grader'; `;

/** The verdict on `program` by `tests`, which need not import from 'grader'. */
export async function judge(program: string, tests: string, limits: Partial<Limits> = {}): Promise<Verdict> {
  return checkInNode(await compiled(program, 'main.ts'), await compiled(PREAMBLE + tests, 'tests.ts'), limits);
}

/** A test takes what it looks at, and no more. */
const given = (body: string): string => (/\bscript\b/.test(body) ? '({ program, script })' : '({ program })');

/** Judges by one test with this body, and gives its result. */
export async function judgeOne(program: string, body: string, before = ''): Promise<TestResult> {
  const verdict = await judge(program, `${before}\ntest('it', ${given(body)} => {\n${body}\n});`);
  const [result] = verdict.tests;
  if (result === undefined || verdict.outcome === 'error') throw new Error(verdict.reason ?? 'no result');
  return result;
}

/** Judges one program by many bodies at once; gives for each what it says, or 'passed'. */
export async function sayings<Name extends string>(
  program: string,
  bodies: Readonly<Record<Name, string>>,
  before = '',
): Promise<Record<Name, string>> {
  const tests = Object.entries<string>(bodies).map(
    ([name, body]) => `test(${JSON.stringify(name)}, ${given(body)} => {\n${body}\n});`,
  );
  const verdict = await judge(program, [before, ...tests].join('\n'));
  if (verdict.outcome === 'error') throw new Error(verdict.reason);
  return Object.fromEntries(
    verdict.tests.map(({ name, state, message }) => [name, state === 'passed' ? 'passed' : (message ?? '')]),
  ) as Record<Name, string>;
}
