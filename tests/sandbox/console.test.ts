/** How `console.log` shows values. */
import { expect, test } from 'vitest';
import { printed, run } from './run.ts';

test.each([
  ['[1, 2, 3]', '[1, 2, 3]'],
  [`['a', "it's", 'x\\ny']`, `['a', "it's", 'x\\ny']`],
  ['[[1, 2], [], [true, null, undefined]]', '[[1, 2], [], [true, null, undefined]]'],
  ['[1.5, -0, NaN, Infinity, 10n]', '[1.5, -0, NaN, Infinity, 10n]'],
  [`'a\\nb'.split('\\n')`, `['a', 'b']`],
  [`({ name: 'Ada', 'two words': 1, nested: { list: [1] } })`, `{ name: 'Ada', 'two words': 1, nested: { list: [1] } }`],
  ['({})', '{}'],
  ['new Map([["a", 1]])', `Map(1) { 'a' => 1 }`],
  ['new Set([1, 2])', 'Set(2) { 1, 2 }'],
  ['new Uint8Array([1, 2])', 'Uint8Array(2) [1, 2]'],
  ['new (class Point { x = 1 })()', 'Point { x: 1 }'],
  ['Object.create(null)', '[Object: null prototype] {}'],
  ['[1, , 3]', '[1, <empty>, 3]'],
  ['({ get late() { throw 1; }, set only(v) {} })', '{ late: [Getter], only: [Setter] }'],
  ['[new RangeError("no"), new Error()]', `[RangeError('no'), Error()]`],
  ['new RangeError("no")', 'RangeError: no'],
  ['[function f() {}, () => {}, class A {}]', '[[Function: f], [Function (anonymous)], [class A]]'],
  ['(function () { const list = [1]; list.push(list); return list; })()', '[1, [Circular]]'],
  ['[[[[[[[[1]]]]]]]]', '[[[[[[[Array]]]]]]]'],
  ['/a+/g', '/a+/g'],
  ['new Proxy({}, { ownKeys() { throw 1; } })', '[unreadable]'],
  [`'%s has %d of %o', 'Ada', 2, ['x'], 'left'`, `Ada has 2 of ['x'] left`],
  [`'100%', 5`, '100% 5'],
  [`undefined, true, null, Symbol('s')`, 'undefined true null Symbol(s)'],
])('console.log(%s) prints %s', async (argument, text) => {
  expect(await printed(`console.log(${argument});`)).toEqual([text]);
});

test('tasks, futures and coroutines are shown as Python shows them', async () => {
  const lines = await printed(`
import { createTask, run, sleep } from 'asyncio';
async function work() { await sleep(1); }
async function main() {
  const coroutine = work();
  console.log(coroutine, work);
  const task = createTask(coroutine, { name: 'w' });
  await task;
  console.log([task]);
}
run(main());`);
  expect(lines[0]).toBe('<coroutine object work> [AsyncFunction: work]');
  expect(lines[1]).toMatch(/^\[<Task finished name='w' coro=<work\(\)/);
});

test('each line of a text is a line of output; all five methods print', async () => {
  expect(
    await printed(`console.log('a\\nb'); console.info(1); console.warn(2); console.error(3); console.debug(4); console.log();`),
  ).toEqual(['a', 'b', '1', '2', '3', '4', '']);
});

test('a value without an end costs no more than the line that it fills', async () => {
  const record = await run(`
let wide = [];
for (let i = 0; i < 30; i += 1) wide = [wide, wide];
const many = Array.from({ length: 1e6 }, (_, i) => i);
console.log(wide); console.log(many); console.log({ text: 'x'.repeat(1e7) });`);
  expect(record.outcome).toBe('finished');
  expect(record.output.slice(1).every(({ text }) => text.length === 2000)).toBe(true);
});

test('a line knows where it was printed', async () => {
  const record = await run(`
function say(text: string) {
  console.log(text);
}
say('a');
  console.log('b');
[1].forEach((n) => console.log(n));`);
  expect(
    record.output.map(({ position }) => `${String(position?.line)}:${String(position?.column)} ${position?.function ?? ''}`),
  ).toEqual(['3:11 say', '6:11 ', '7:28 ']);
});

test('what a program imports bears the name that it is imported by, however the sandbox was bundled', async () => {
  expect(
    await printed(`
import { CancelledError, Future, gather, getRunningLoop, run, sleep, Task, ValueError } from 'asyncio';
import { monotonic } from 'time';
console.log([sleep, gather, monotonic, Task, ValueError, TypeError, Error, RegExp]);
async function main() { console.log(getRunningLoop(), [new CancelledError(), new (class Mine extends ValueError {})('x')]); }
run(main());`),
  ).toEqual([
    '[[Function: sleep], [Function: gather], [Function: monotonic], [class Task], [class ValueError], [Function: TypeError], [Function: Error], [Function: RegExp]]',
    "<EventLoop> [CancelledError(), Mine('x')]",
  ]);
});
