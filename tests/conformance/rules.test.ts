/**
 * Every rule of CPython's asyncio has a test that is named after it, and no test is named after a rule that there is not. The sources of the tests are read:
 * what counts is a `test(…)`, or a `describe(…)` of tests, whose title begins with the rule's ID (or with several, as in 'TASK-14, TASK-15: …').
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { RULES } from './rules.ts';

const TESTS = fileURLToPath(new URL('..', import.meta.url));

const GROUPS = new Set(Object.keys(RULES).map((id) => id.split('-')[0]));

/** The IDs at the beginning of a title. */
function leadingIds(title: string): readonly string[] {
  const [list = ''] = /^[A-Z]+-\d+(?:(?:, | and )[A-Z]+-\d+)*\b/.exec(title) ?? [];
  return (list.match(/[A-Z]+-\d+/g) ?? []).filter((id) => GROUPS.has(id.split('-')[0]));
}

/** The first argument of each `test(…)`, `describe(…)`, `test.each(…)(…)` and the like in a file. Vitest refuses a `describe` without tests. */
function titlesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.push(title.text);
      if (title !== undefined && ts.isTemplateExpression(title)) titles.push(title.head.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** True for `test`, `describe`, `test.each`, `test.each(…)`. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee) || ts.isTaggedTemplateExpression(callee))
    return isTest(ts.isTaggedTemplateExpression(callee) ? callee.tag : callee.expression);
  return ts.isIdentifier(callee) && (callee.text === 'test' || callee.text === 'describe');
}

const tested = new Set(
  globSync('**/*.test.ts', { cwd: TESTS })
    .flatMap((file) => titlesIn(`${TESTS}${file}`))
    .flatMap(leadingIds),
);

test('there are 185 rules', () => {
  expect(Object.keys(RULES)).toHaveLength(185);
});

test('each rule has a test of its name', () => {
  expect(Object.keys(RULES).filter((id) => !tested.has(id))).toEqual([]);
});

test('no test is named after a rule that there is not', () => {
  expect([...tested].filter((id) => !(id in RULES))).toEqual([]);
});

test('a title names the rules it begins with', () => {
  expect(leadingIds('TASK-14, TASK-15: told at the end')).toEqual(['TASK-14', 'TASK-15']);
  expect(leadingIds('TASK-1 and TG-99: two')).toEqual(['TASK-1', 'TG-99']);
  expect(leadingIds('as TASK-1 says')).toEqual([]);
  expect(leadingIds('SHA-512 of nothing')).toEqual([]);
});
