/**
 * What Python refuses to compile (note 001, first listing, in pieces) our compiler refuses too, and what it takes ours takes. The words are each language's
 * own; where the languages differ, the reason stands below. The listing catches the errors of `compile()` while it runs, which no TypeScript can: so this
 * test is its twin.
 */
import { expect, test } from 'vitest';
import { compileInNode } from '../../../src/compiler/node.ts';
import said from './snippets.json' with { type: 'json' };

const TWINS: Readonly<Record<keyof typeof said, string>> = {
  'yield from in async def': 'async function m(x) {\n  yield* gen(x);\n}\n',
  'await in plain def': 'function m(x) {\n  const y = await z(x);\n  return y;\n}\n',
  'await at module level': 'await z(1);\n',
  'async with in plain def': 'function m() {\n  await asyncWith(x, async () => {});\n}\n',
  'async for in plain def': 'function m() {\n  for await (const x of y) {}\n}\n',
  'return value in async gen': 'async function* g() {\n  yield 1;\n  return 2;\n}\n',
  'plain return in async gen': 'async function* g() {\n  yield 1;\n  return;\n}\n',
  'await in lambda': 'async function m() {\n  const f = () => await z();\n}\n',
  'nested def in async def': 'async function m() {\n  function inner() {\n    await z();\n  }\n}\n',
  'async comprehension': 'async function m() {\n  const all = [];\n  for await (const i of y) all.push(i);\n  return all;\n}\n',
};

/** Where the languages differ, and why. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'return value in async gen': 'an async generator of TypeScript may return a value, which `for await` drops',
};

test.each(Object.entries(said))('%s: Python says %j', async (name, message) => {
  const { ok } = await compileInNode(TWINS[name as keyof typeof said], 'main.ts');
  const differs = name in DIFFERENCES;
  expect(ok).toBe((message === null) !== differs);
});
