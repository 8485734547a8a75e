/** What a program tries to get out, to reach what it was not given, or to leave something behind. */
import { describe, expect, test } from 'vitest';
import { printed, run } from './run.ts';

describe('a program cannot reach', () => {
  const hosts = ['process', 'fetch', 'postMessage', 'self', 'require', 'importScripts', 'window', 'document', 'global', 'Buffer'];
  test.each(hosts)('%s, by name or through globalThis', async (name) => {
    expect(await printed(`console.log(typeof ${name}, globalThis['${name}'], '${name}' in globalThis);`)).toEqual([
      'undefined undefined false',
    ]);
  });

  test.each([
    'parentPort',
    'inside',
    'START',
    'Compartment',
    'harden',
    'lockdown',
    'WeakRef',
    'SharedArrayBuffer',
    'Atomics',
    'performance',
  ])('%s, which the worker has', async (name) => {
    expect(await run(`console.log(${name});`)).toMatchObject({ outcome: 'raised', error: { message: `${name} is not defined` } });
  });

  test.each([
    ['the function constructor', `[].constructor.constructor('return this')()`],
    ['the generator constructor', `(function* () {}).constructor('yield this')().next().value`],
    ['indirect eval', `(0, eval)('typeof process + typeof require + typeof self')`],
    ['a function of the runtime', `asyncio.sleep.constructor('return this')()`],
    [
      'an error of the runtime',
      `Object.getPrototypeOf(asyncio.ValueError) === Error && Error.captureStackTrace.constructor('return this')()`,
    ],
    ['console', `console.log.constructor('return this')()`],
    [
      'the stack of an error',
      `new Error('x').stack.includes('.ts') || new asyncio.ValueError('x').stack.includes('.ts') || undefined`,
    ],
  ])('its host through %s', async (_, attack) => {
    const record = await run(
      `import * as asyncio from 'asyncio';\nconst got = ${attack};\nconsole.log(got === globalThis ? 'own' : got);`,
    );
    if (record.outcome === 'finished')
      expect(['undefined', 'own', 'undefinedundefinedundefined']).toContain(record.output[0]?.text);
    else expect(record.error?.message).toMatch(/is not a valid constructor|is not defined|eval is not here/);
  });

  test('the stack frames of its host through Error.prepareStackTrace', async () => {
    const lines = await printed(`
const seen = [];
try { Error.prepareStackTrace = (_, frames) => { seen.push(frames); return 'mine'; }; } catch {}
try { Error.stackTraceLimit = 0; } catch {}
const { stack } = new Error('x');
console.log(seen.length, String(stack).includes('mine'));`);
    expect(lines).toEqual(['0 false']);
  });

  test('a clock, chance or the host’s language', async () => {
    expect(
      await printed(`console.log(typeof Intl, (1234.5).toLocaleString(), [2, 10].toLocaleString());`).catch(String),
    ).toContain('Intl');
    expect((await run('new Date();')).error?.message).toBe('Date is not defined');
    expect((await run('Math.random();')).outcome).toBe('raised');
  });
});

describe('a program cannot change', () => {
  test.each([
    `Array.prototype.push = () => 0;`,
    `Object.prototype.polluted = 1;`,
    `Map.prototype.get = () => 0;`,
    `Promise.all = () => 0;`,
    `console.log = () => 0;`,
    `globalThis.Array = 0;`,
    `undeclared = 1;`,
  ])('what others share: %s', async (attack) => {
    expect(await run(attack)).toMatchObject({ outcome: 'raised', error: { frames: [{ line: 1 }] } });
  });

  test.each([
    'asyncio.sleep = 0',
    'asyncio.Task.prototype.getName = 0',
    'asyncio.Future.prototype.extra = 1',
    'asyncio.ValueError.made = 1',
  ])('the runtime: %s', async (attack) => {
    const record = await run(`import * as asyncio from 'asyncio';\n(asyncio as any, ${attack});`);
    expect(record).toMatchObject({ outcome: 'raised', error: { type: 'TypeError' } });
  });

  test('what it may change of its own: names of errors, methods of its objects', async () => {
    expect(
      await printed(`
import { ValueError } from 'asyncio';
class Mine extends ValueError { constructor(m: string) { super(m); this.name = 'Mine'; } }
class Named extends Error { constructor(m: string) { super(m); this.name = 'Other'; this.message = m + '!'; } }
const own: any = {}; own.toString = () => 'own';
function Old() {} Old.prototype.toString = () => 'old';
console.log(String(new Mine('a')), String(new Named('b')), String(own), String(new Old()));`),
    ).toEqual(['Mine: a Other: b! own old']);
  });
});

test('text that only looks like a comment or an import is no trouble', async () => {
  expect(
    await printed(
      `let n = 3; while (n --> 1); console.log('<!-- --> import(x) eval(y)', \`import (\${n})\`, /-->/.test('-->'));`,
    ),
  ).toEqual(['<!-- --> import(x) eval(y) import (0) true']);
});

test('no text becomes code: an import that is hidden in one is none', async () => {
  const record = await run(`console.log('a');\nnew Function('return import("node:fs")')();`);
  expect(record).toMatchObject({ outcome: 'raised', error: { type: 'TypeError', frames: [{ line: 2 }] } });
});

test('nothing that a program may have gives it a native promise, whose callbacks would run after its end', async () => {
  expect(await printed(`console.log(Object.hasOwn(Array, 'fromAsync'), typeof (async () => 1)().send);`)).toEqual([
    'false function',
  ]);
});

test('memory without an end ends the program, not its host', async () => {
  const record = await run(`const all: unknown[] = []; for (;;) all.push(Array.from({ length: 1e5 }, () => ({})));`, {
    wallClock: 15_000,
  });
  expect(record).toMatchObject({ outcome: 'over-budget', budget: 'memory' });
});
