/** What a run in the sandbox gives: output, errors with their lines, ends. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { placesOf, printed, run } from './run.ts';

const NOTE_000 = `
import { gather, run, sleep } from 'asyncio';
const urls = [1, 2, 3, 4, 5, 6, 7, 8, 9];
async function getRequest(url: number): Promise<number> {
  await sleep(2);
  return url;
}
async function makeRequests(): Promise<void> {
  const responses = [];
  for (const url of urls) {
    responses.push(getRequest(url));
  }
  const results = await gather(...responses);
  console.log(results);
}
async function main(): Promise<void> {
  await makeRequests();
}
run(main());
`;

describe('a program', () => {
  test('note 000’s prints [1, 2, …, 9] at two virtual seconds', async () => {
    const record = await run(NOTE_000);
    expect(record).toMatchObject({ version: 1, outcome: 'finished', elapsed: 2, warnings: [] });
    expect(record.output).toMatchObject([
      {
        text: '[1, 2, 3, 4, 5, 6, 7, 8, 9]',
        t: 2,
        task: 'Task-1',
        position: { file: 'main.ts', line: 14, column: 11, function: 'makeRequests' },
      },
    ]);
    expect(record.tasks.filter(({ coroutine }) => coroutine === 'getRequest')).toHaveLength(9);
  });

  test('gives the same bytes each time it runs', async () => {
    const [one, other] = [await run(NOTE_000), await run(NOTE_000)];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  test('reads the virtual clock with `time`, whose sleep blocks', async () => {
    const source = `
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';
async function polite() { await sleep(1); console.log('polite', time.monotonic()); }
async function rude() { time.sleep(3); }
async function main() { await gather(polite(), rude()); }
run(main());`;
    const record = await run(source);
    expect(record.output.map(({ text }) => text)).toEqual(['polite 3']);
    expect(record.events.find(({ ev }) => ev === 'clock.block')).toMatchObject({
      seconds: 3,
      by: 'Task-3',
      position: { line: 5, function: 'rude' },
    });
    const made = record.events.filter(({ ev, by }) => ev === 'task.create' && by === 'Task-1');
    expect(made.map(({ position }) => position)).toEqual([
      expect.objectContaining({ function: 'main' }),
      expect.objectContaining({ function: 'main' }),
    ]);
  });

  test('that forgets an await finishes with the warning of CPython, at the function’s line', async () => {
    const record = await run(
      `import { run } from 'asyncio';\nasync function step() {}\nasync function main() { step(); }\nrun(main());`,
    );
    expect(record.warnings).toMatchObject([
      { category: 'RuntimeWarning', text: "coroutine 'step' was never awaited", position: { file: 'main.ts', line: 2 } },
    ]);
  });
});

describe('an error', () => {
  test('at the module’s level is told with its line', async () => {
    const record = await run(`const list = [1];\n\nthrow new RangeError('no ' + list[0]);`);
    expect(record).toMatchObject({ outcome: 'raised', error: { type: 'RangeError', message: 'no 1' } });
    expect(placesOf(record)).toEqual(['<module>:3']);
  });

  test('in nested awaits is told with every await on its way, in order, and the calls at its end', async () => {
    const record = await run(`import { run, sleep } from 'asyncio';
function helper(n: number): never {
  throw new Error('deep ' + n);
}
const inner = async (n: number) => {
  await sleep(1);
  [n].forEach((each) => helper(each));
};
class Shop {
  async open(n: number) {
    await inner(n);
  }
}
async function main() {
  await new Shop().open(7);
}
run(main());`);
    expect(record.error).toMatchObject({ type: 'Error', message: 'deep 7' });
    expect(placesOf(record)).toEqual(['<module>:17', 'main:15', 'open:11', 'inner:7', '<lambda>:7', 'helper:3']);
    expect(record.elapsed).toBe(1);
  });

  test('of a task is told with the lines of the task and of who awaited it', async () => {
    const record = await run(`import { createTask, run } from 'asyncio';
class Broken extends Error {
  constructor(readonly code: number) {
    super('broken ' + code);
  }
}
async function work() {
  throw new Broken(3);
}
async function main() {
  const task = createTask(work());
  await task;
}
run(main());`);
    expect(record.error).toMatchObject({ type: 'Broken', message: 'broken 3' });
    expect(placesOf(record)).toEqual(['<module>:14', 'main:12', 'work:8']);
  });

  test('of an await of what cannot be awaited stands at the await, with what to write', async () => {
    const record = await run(`import { run } from 'asyncio';\nasync function main() {\n  await 3;\n}\nrun(main());`);
    expect(record.error).toMatchObject({ type: 'TypeError', message: "'int' object can't be awaited" });
    expect(record.error?.hint).toContain('without `await`');
    expect(placesOf(record)).toEqual(['<module>:5', 'main:3']);
  });

  test('of a recursion without an end has its line and a hint', async () => {
    const record = await run(`function down(n: number): number {\n  return down(n + 1) + 1;\n}\ndown(0);`);
    expect(record).toMatchObject({
      outcome: 'raised',
      error: { type: 'RangeError', hint: 'A function calls itself without an end.' },
    });
    expect(record.error?.frames.at(-1)).toMatchObject({ file: 'main.ts', line: 2, function: 'down' });
    expect(record.error?.frames.length).toBeLessThanOrEqual(60);
  });

  test.each([
    ['a text', `throw 'boom';`, 'string', 'boom'],
    ['nothing', `throw undefined;`, 'undefined', 'undefined'],
    ['a thenable', `throw { then() { for (;;); } };`, 'Object', '{ then: [Function: then] }'],
    ['a proxy that raises at each look', `throw new Proxy({}, new Proxy({}, { get() { throw 1; } }));`, 'Object', '[unreadable]'],
    [
      'an error with lying getters',
      `const e = new Error('x'); for (const k of ['name', 'message', 'stack']) Object.defineProperty(e, k, { get() { for (;;); } }); throw e;`,
      'Error',
      '',
    ],
    ['an error of a lying class', `class A extends Error { get name() { for (;;); } } throw new A('said');`, 'A', 'said'],
    ['an error with a huge message', `throw new Error('x'.repeat(1e7));`, 'Error', /^x+… \(cut: 10000000 characters\)$/],
  ] as const)('that is %s is told without running its code', async (_, source, type, message) => {
    const record = await run(source);
    expect(record).toMatchObject({ outcome: 'raised', error: { type } });
    if (message instanceof RegExp) expect(record.error?.message).toMatch(message);
    else expect(record.error?.message).toBe(message);
  });

  test.each([
    [`consle.log(1);`, 'consle is not defined', undefined],
    [`const total = count + 1;`, 'count is not defined', undefined],
    [`setTimeout(() => {}, 10);`, 'setTimeout is not defined', 'sleep(seconds)'],
    [`console.log(Date.now());`, 'Date is not defined', "from 'time'"],
    [`Math.random();`, 'Math.random is not here', undefined],
    [`Promise.all([]);`, 'Promise.all is not here: use gather', undefined],
    [`new Promise(() => {});`, 'Promise is not here: use a future', undefined],
  ])('for a name that is not here says so: %s', async (source, message, hint) => {
    const record = await run(`\n${source}`);
    expect(record.outcome).toBe('raised');
    expect(record.error?.message).toContain(message);
    if (hint !== undefined) expect(record.error?.hint).toContain(hint);
    expect(placesOf(record)).toEqual(['<module>:2']);
  });

  test.each([
    [
      `import { create_task } from 'asyncio';\ncreate_task();`,
      'ImportError',
      "cannot import name 'create_task' from 'asyncio'",
      '`createTask`',
    ],
    [
      `import asyncio from 'asyncio';\nasyncio.run();`,
      'ImportError',
      "cannot import name 'default' from 'asyncio'",
      "import * as asyncio from 'asyncio'",
    ],
    [
      `import numpy from 'numpy';\nnumpy();`,
      'ModuleNotFoundError',
      "No module named 'numpy'",
      "'asyncio', 'concurrent', 'contextvars'",
    ],
    [`import { test } from 'grader';\ntest();`, 'ModuleNotFoundError', "No module named 'grader'", "'asyncio'"],
  ])('of an import says so at its line, before anything runs', async (source, type, message, hint) => {
    const record = await run(`console.log('ran');\n${source}`);
    expect(record).toMatchObject({ outcome: 'raised', output: [], error: { type, message } });
    expect(record.error?.hint).toContain(hint);
    expect(placesOf(record)).toEqual(['<module>:2']);
  });
});

describe('a run ends', () => {
  test('in a deadlock when nothing can wake anybody, and lists who waits', async () => {
    const record = await run(
      `import { Future, run } from 'asyncio';\nasync function main() {\n  await new Future();\n}\nrun(main());`,
    );
    expect(record).toMatchObject({ outcome: 'deadlock', error: { type: 'DeadlockError' } });
    expect(record.error?.message).toContain('Task-1 (main) in main() at main.ts:3');
  });

  test('soon after its wall clock when it never gives control back, with what it had printed', async () => {
    await run(''); // so that the spare is warm, and only the limit is measured
    const program = `console.log('before');\n/^(a+)+$/.test('a'.repeat(50) + 'b');`;
    const began = performance.now();
    const record = await run(program, { wallClock: 300 });
    expect(performance.now() - began).toBeLessThan(2900);
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'wall-clock', output: [{ text: 'before' }] });
  });

  test('over its loop steps when it turns for ever, even if it catches the error', async () => {
    const source = `
import { run, sleep } from 'asyncio';
async function main() { for (;;) { try { await sleep(0); } catch {} } }
try { run(main()); } catch (error) { console.log('caught', error.name); }`;
    expect(await run(source, { loopSteps: 5000 })).toMatchObject({ outcome: 'over-budget', budget: 'loop-steps' });
  });

  test('by the clock in all when its steps are words but come to no end', async () => {
    const source = `
import { run, sleep } from 'asyncio';
async function main() { console.log('before'); for (;;) await sleep(0); }
run(main());`;
    const record = await run(source, { wallClockInAll: 400, loopSteps: 1e9 });
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'wall-clock-in-all', output: [{ text: 'before' }] });
  });

  test('over its output when it prints for ever', async () => {
    const record = await run(`for (let i = 0; ; i += 1) console.log(i);`);
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'output', error: { type: 'OutputLimitExceeded' } });
    expect(record.output).toHaveLength(1000);
    expect(placesOf(record)).toEqual(['<module>:1']);
  });

  test('over its output when it prints too much and catches the error each time', async () => {
    const record = await run(`for (let i = 0; i < 50; i += 1) { try { console.log(i); } catch {} }`, { outputLines: 10 });
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'output', dropped: { lines: 40 } });
    expect(record.error).toBeUndefined();
  });

  test('over its output when one text has too many lines', async () => {
    const record = await run(`console.log('a\\n'.repeat(1e6));`);
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'output' });
  });

  test('with exactly the lines that it may print', async () => {
    const record = await run(`for (let i = 0; i < 10; i += 1) console.log(i);`, { outputLines: 10 });
    expect(record.outcome).toBe('finished');
  });
});

test('what is inside of the sandbox imports nothing of Node', async () => {
  const { build } = await import('esbuild');
  const entry = new URL('../../src/sandbox/worker-main.ts', import.meta.url).pathname;
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    metafile: true,
  });
  const outside = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external === true));
  expect(outside).toEqual([]);
  const source = await readFile(entry, 'utf8');
  expect(/from '([^']+)'/.exec(source)?.[1]).toBe('./lockdown.ts'); // before anything that makes classes of its own
});

test('a program prints what it was made to print, whatever else a run before it did', async () => {
  await run(`Object.defineProperty(globalThis, 'left', { value: 1 });`);
  expect(await printed(`console.log('left' in globalThis);`)).toEqual(['false']);
});
