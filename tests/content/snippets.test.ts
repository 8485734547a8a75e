/** The snippets that an exercise asks about are those that CPython was asked about, and the exercise's answers are what CPython said. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { placeOf } from '../../src/course/index.ts';
import { exerciseFolders, listings } from './read-content.ts';

const listing = listings().find(({ name }) => name === 'ten-snippets');
const folder = resolve(exerciseFolders().find((each) => placeOf(each).id === 'coroutines/ten-snippets') ?? '');
const read = (file: string): string => readFileSync(file, 'utf8');

/** `b` and what CPython said to it, such as `SyntaxError: 'return' with value in async generator`. */
const judged = (listing?.printed ?? []).map((line) => [line.slice(0, 1), line.slice(3)] as const);

test('the answers to the ten snippets are what CPython says', async () => {
  const { answers } = (await import(pathToFileURL(`${folder}/solution.ts`).href)) as { readonly answers: object };
  expect(answers).toEqual(Object.fromEntries(judged.map(([letter, said]) => [letter, said.replace(/:.*/, '')])));
});

test('the ten snippets are asked as they were compiled', () => {
  const asked = [...read(`${folder}/exercise.md`).matchAll(/\*\*(\w)\*\*\n\n```py\n(.*?)```/gs)].map(([, ...snippet]) => snippet);
  const compiled = [...read(listing?.file ?? '').matchAll(/"(\w)": """\\\n(.*?)"""/gs)].map(([, ...snippet]) => snippet);
  expect(asked).toEqual(compiled);
  expect(asked.map(([letter]) => letter)).toEqual(judged.map(([letter]) => letter));
});

test('the words that a reader is told are those of CPython', () => {
  const tests = read(`${folder}/tests.ts`);
  const refusals = judged.flatMap(([letter, said]) =>
    said === 'OK' ? [] : `${letter}: ${JSON.stringify(said.replace('SyntaxError: ', ''))}`,
  );
  expect(refusals.filter((refusal) => !tests.includes(refusal))).toEqual([]);
});
