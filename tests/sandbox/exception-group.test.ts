/** A group of errors is told with the errors in it, each with its own lines. */
import { expect, test } from 'vitest';
import { errorInWords } from '../../src/grader/outcome.ts';
import { parseRecord } from '../../src/sandbox/parse.ts';
import { placesOf, printed, run } from './run.ts';

const TWO_FAIL = `
import { asyncWith, run, sleep, TaskGroup, ValueError } from 'asyncio';
async function fail(name: string) {
  await sleep(1);
  throw new ValueError(name);
}
async function main() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(fail('a'));
    group.createTask(fail('b'));
  });
}
run(main());`;

test('a group that nobody handles is told with its errors and their lines', async () => {
  const record = await run(TWO_FAIL);
  const { error, outcome } = record;
  expect(outcome).toBe('raised');
  expect(error).toMatchObject({
    type: 'ExceptionGroup',
    message: 'unhandled errors in a TaskGroup (2 sub-exceptions)',
    exceptions: [
      { type: 'ValueError', message: 'a', frames: [{ line: 5, function: 'fail' }] },
      { type: 'ValueError', message: 'b', frames: [{ line: 5, function: 'fail' }] },
    ],
  });
  expect(placesOf(record)).toEqual(['<module>:13', 'main:8']);
  expect(errorInWords(error ?? { type: '', message: '', frames: [] })).toBe(
    'ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions) (line 8): ValueError: a (line 5), ValueError: b (line 5)',
  );
});

test('it passes the border as it is', async () => {
  const record = await run(TWO_FAIL);
  expect(parseRecord(JSON.stringify(record))?.error).toEqual(record.error);
});

test('a printed group reads as in Python', async () => {
  const lines = await printed(`
import { ExceptionGroup, ValueError } from 'asyncio';
const group = new ExceptionGroup('m', [new ValueError('a'), new ExceptionGroup('n', [new TypeError('b')])]);
console.log(group);
console.log([group]);
console.log(String(group), group.split(TypeError).map(String));`);
  expect(lines).toEqual([
    'ExceptionGroup: m (2 sub-exceptions)',
    "[ExceptionGroup('m', [ValueError('a'), ExceptionGroup('n', [TypeError('b')])])]",
    "ExceptionGroup: m (2 sub-exceptions) ['ExceptionGroup: m (1 sub-exception)', 'ExceptionGroup: m (1 sub-exception)']",
  ]);
});

test('a group that holds very many errors in very few objects is told in part', async () => {
  const { error } = await run(`
import { ExceptionGroup } from 'asyncio';
let group = new ExceptionGroup('leaf', [new Error('x')]);
for (let i = 0; i < 40; i += 1) group = new ExceptionGroup(String(i), Array.from({ length: 20 }, () => group));
throw group;`);
  const count = (of: typeof error): number => 1 + (of?.exceptions ?? []).reduce((sum, part) => sum + count(part), 0);
  expect(error?.message).toBe('39 (20 sub-exceptions)');
  expect(count(error)).toBeLessThanOrEqual(101);
});
