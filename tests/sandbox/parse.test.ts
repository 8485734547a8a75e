/** The border believes nothing that is not well-formed. */
import { expect, test } from 'vitest';
import { parseAnswer, parseOutput, parseRecord, parseReplayed, parseTest, parseVerdict } from '../../src/sandbox/parse.ts';
import { run } from './run.ts';

test.each([
  { type: 'ready' },
  { type: 'output', json: '[]' },
  { type: 'tests', names: ['a'] },
  { type: 'test-started', name: 'a' },
  { type: 'test-done', json: '{}' },
  { type: 'record', json: '{}' },
  { type: 'replayed', json: '{}' },
  { type: 'verdict', json: '{}' },
  { type: 'failure', message: 'no' },
])('$type is an answer', (answer) => {
  expect(parseAnswer(answer)).toEqual(answer);
});

test.each([
  [undefined],
  [null],
  ['ready'],
  [{}],
  [{ type: 'passed' }],
  [{ type: 'ready', more: 1 }],
  [{ type: 'record' }],
  [{ type: 'record', json: {} }],
  [{ type: 'tests', names: [1] }],
])('%j is no answer', (data) => {
  expect(parseAnswer(data)).toBeUndefined();
});

test('the record of a real run is read back as it was', async () => {
  const record = await run(`
import { createTask, run, sleep } from 'asyncio';
async function fail() { await sleep(1); throw new Error('x'); }
async function main() { const task = createTask(fail()); console.log(1); sleep(1); await task; }
run(main());`);
  expect(record.outcome).toBe('raised');
  expect(record.warnings).not.toHaveLength(0);
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
});

test('a record, a line, a test or a verdict that is not one is refused', () => {
  const record = { version: 1, outcome: 'finished', elapsed: 0, iterations: 0, output: [], events: [], tasks: [], warnings: [] };
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
  expect(parseRecord('not json')).toBeUndefined();
  expect(parseRecord(JSON.stringify({ ...record, version: 2 }))).toBeUndefined();
  expect(parseRecord(JSON.stringify({ ...record, outcome: 'passed' }))).toBeUndefined();
  expect(parseRecord(JSON.stringify({ ...record, html: '<b>' }))).toBeUndefined();
  expect(parseRecord(JSON.stringify({ ...record, output: [{ text: 1, t: 0, it: 0, task: null }] }))).toBeUndefined();
  expect(parseOutput('[{ "text": "a", "t": 0, "it": 0, "task": null }]')).toHaveLength(1);
  expect(parseOutput('{}')).toBeUndefined();
  expect(parseReplayed(JSON.stringify({ run: 1, runs: [1], record }))).toEqual({ run: 1, runs: [1], record });
  expect(parseReplayed(JSON.stringify({ run: 1, runs: ['<b>'], record }))).toBeUndefined();
  expect(parseReplayed(JSON.stringify({ run: 1, runs: [1], record, tests: '' }))).toBeUndefined();
  expect(parseTest('{ "name": "a", "state": "passed" }')).toBeUndefined();
  expect(parseVerdict('{ "version": 1, "outcome": "passed", "tests": [] }')).toEqual({
    version: 1,
    outcome: 'passed',
    tests: [],
  });
  expect(parseVerdict('{ "version": 1, "outcome": "great", "tests": [] }')).toBeUndefined();
});
