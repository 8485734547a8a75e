/** What an async function becomes: lazy, known as a coroutine function, and otherwise the function it was. */
import { describe, expect, test } from 'vitest';
import { asyncio } from '../../src/runtime/index.ts';
import { compiled, printed, ran, runProgram } from './running.ts';

test('calling an async function runs none of its body', async () => {
  const lines = await printed(`import { run } from 'asyncio';
    async function f() { console.log('body'); }
    async function main() { const c = f(); console.log('called'); await c; }
    run(main());`);
  expect(lines).toEqual(['called', 'body']);
});

test('default parameters are evaluated at the call, as the arguments are', async () => {
  const lines = await printed(`import { run } from 'asyncio';
    async function f(x = console.log('default')) { console.log('body'); }
    async function main() { const c = f(); console.log('called'); await c; }
    run(main());`);
  expect(lines).toEqual(['default', 'called', 'body']);
});

test('every kind of async function is known as a coroutine function, and no other function is', async () => {
  const { lines } = await ran(`import { iscoroutinefunction as is, isasyncgen, iscoroutine } from 'asyncio';
    async function declared() {} const expression = async function () {}; const arrow = async () => {}; const named = async function own() {};
    const object = { async method() {}, field: async () => {}, async ['x' + 1]() {} };
    class Class { async method() {} static async still() {} field = async () => {}; async [Symbol.asyncDispose]() {} }
    function plain() {} function* generator() {} async function* many() {}
    function nested() { return inner; async function inner() {} }
    console.log([declared, expression, arrow, named, object.method, object.field, (object as any).x1, Class.prototype.method, Class.still, new Class().field, nested(), Class.prototype[Symbol.asyncDispose]].map((f) => is(f)));
    console.log([plain, generator, many, nested, class {}, () => {}].map((f) => is(f)), isasyncgen(many()), iscoroutine(declared()), typeof declared);`);
  expect(lines).toEqual([
    JSON.stringify(Array<boolean>(12).fill(true)),
    `${JSON.stringify(Array<boolean>(6).fill(false))} true true function`,
  ]);
});

test('functions without a name are called <lambda>', async () => {
  const { lines } = await ran(
    `const call = (f: Function) => f.name; console.log(call(async () => {}), call(async function () {}), (async () => {}).name);`,
  );
  expect(lines).toEqual(['<lambda> <lambda> <lambda>']);
});

test('a function exported as default is called default when it has no name', async () => {
  for (const [source, name] of [
    ['export default async function () {}', 'default'],
    ['export default async () => {}', 'default'],
    ['export default async function own() {}', 'own'],
    ['const own = async () => {}; export default own;', 'own'],
  ] as const) {
    expect([source, ((await ran(source)).exports['default'] as { name: string }).name]).toEqual([source, name]);
  }
});

test('a name that esbuild has to change stays what it was', async () => {
  const { lines } = await ran(`async function iter() {} { async function __forAwait() {} console.log(__forAwait.name); }
    async function main() { for await (const x of iter() as any); } console.log(iter.name); export async function __using() {} console.log(__using.name); { using a = null; }`);
  expect(lines).toEqual(['__forAwait', 'iter', '__using']);
});

test('one generator function is made for one async function, however often it is called', async () => {
  const program = await compiled(
    `export class C { async method() {} static async still() {} async #own() {} } export const o = { async m() {} }; export async function f() { const g = async () => {}; await g(); }`,
  );
  // Outside of a nested function nothing says "function*" behind a "return".
  expect(program.code).not.toMatch(/return [^;]*\(function\*/);
});

test('code objects stand at the start, once for each function, with name, file and line', async () => {
  const { code } = await compiled(`\nasync function f() {\n  const g = async () => {};\n}\nclass C {\n  async m() {}\n}`);
  const first = code.slice(0, code.indexOf('\n'));
  for (const [name, line] of [
    ['f', 2],
    ['g', 3],
    ['m', 6],
  ] as const)
    expect(first).toContain(`{ name: "${name}", file: "main.ts", line: ${line} }`);
});

describe('imports and exports', () => {
  test('exports show the present value, and functions are there at once', async () => {
    const program = await compiled(
      `import { hook } from 'hooks'; hook(); export let count = 1; count++; export async function f() {} export { f as g }; export default class {} export const { a, b: [c] } = { a: 1, b: [2] };`,
    );
    expect(program.exports.toSorted()).toEqual(['a', 'c', 'count', 'default', 'f', 'g']);
    const seen: string[] = [];
    const exports: Record<string, unknown> = {};
    const { exports: all } = runProgram(program, { hooks: { hook: () => seen.push('early') } });
    expect(seen).toEqual(['early']);
    expect({ ...all }).toMatchObject({ count: 2, a: 1, c: 2 });
    expect(all['f']).toBe(all['g']);
    expect(exports).toEqual({});
  });

  test('imports are listed with their names and places; types are not among them', async () => {
    const { imports } = await compiled(`import type { Task } from 'asyncio';
import { run, sleep as nap, type Future, EventLoop } from 'asyncio';
  import * as time from 'time'; import def from 'x'; import 'side';
export { gather } from 'asyncio';
let loop: EventLoop | undefined; run(nap(1)); time.sleep(def);`);
    expect(imports).toEqual([
      { module: 'asyncio', names: ['run', 'sleep'], line: 2, column: 1 },
      { module: 'time', names: ['*'], line: 3, column: 3 },
      { module: 'x', names: ['default'], line: 3, column: 33 },
      { module: 'side', names: [], line: 3, column: 54 },
      { module: 'asyncio', names: ['gather'], line: 4, column: 1 },
    ]);
  });

  test('imports are there before anything runs, wherever they stand', async () => {
    expect(
      await printed(
        `console.log(typeof run, typeof asyncio.sleep); import { run } from 'asyncio'; import * as asyncio from 'asyncio';`,
      ),
    ).toEqual(['function function']);
  });

  test('modules may be frozen, and are not touched', async () => {
    const frozen = Object.freeze({ __esModule: undefined, value: 1, default: 2 });
    const program = await compiled(
      `import def, { value } from 'frozen'; import * as all from 'frozen'; export { value as again } from 'frozen'; console.log(def, value, all.value);`,
    );
    const { lines, exports } = runProgram(program, { frozen });
    expect(lines).toEqual(['2 1 1']);
    expect(exports['again']).toBe(1);
  });

  test('an exported function can be run from outside', async () => {
    const { exports } = await ran(
      `import { sleep } from 'asyncio'; export async function add(a: number, b: number) { await sleep(1); return a + b; }`,
    );
    expect(asyncio.run((exports['add'] as (a: number, b: number) => never)(2, 3))).toBe(5);
  });
});

test('a program has its own this: none', async () => {
  expect(await printed(`console.log(String(this), String((() => this)()));`)).toEqual(['undefined undefined']);
});

test('a program can name nothing of ours', async () => {
  const source = `console.log([$require, $exports, $module, $runtime].map((x: unknown) => typeof x), typeof $co, typeof $import, typeof $mark, typeof f$gen);
    import { run } from 'asyncio'; declare const $require: unknown, $exports: unknown, $module: unknown, $runtime: unknown; async function f() {} run(f());`;
  expect(await printed(source)).toEqual([
    '["undefined","undefined","undefined","undefined"] undefined undefined undefined undefined',
  ]);
});

test('using at the top of a program closes at its end, and leaves its exports', async () => {
  const { lines, exports } = await ran(`import { run } from 'asyncio';
    using a = { [Symbol.dispose]() { console.log('closed'); } };
    export const value = 1; export async function f() { return await g(); } const g = async () => new C().n; export class C { n = 2; }
    run(f()); console.log('end');`);
  expect(lines).toEqual(['end', 'closed']);
  expect(exports['value']).toBe(1);
  expect(asyncio.run((exports['f'] as () => never)())).toBe(2);
});

test('a variable that is called like what esbuild adds is no such thing', async () => {
  const lines = await printed(`import { run, sleep } from 'asyncio';
    async function closes() { await using a = { async [Symbol.asyncDispose]() { console.log('closed'); } }; }
    async function own() { const _promise = sleep(1, 'slept'); console.log(_promise && await _promise); }
    async function main() { await closes(); await own(); }
    run(main());`);
  expect(lines).toEqual(['closed', 'slept']);
});

test('a line for the shell at the start, and Windows line ends, do no harm', async () => {
  expect(await printed(`#!/usr/bin/env node\r\nconst a = 1;\r\nconsole.log(a);\r\n`)).toEqual(['1']);
});

test('names of common JavaScript modules are free', async () => {
  expect(
    await printed(
      `const exports = 1, require = 2, $exports = 3; export { exports as a }; console.log(exports, require, $exports);`,
    ),
  ).toEqual(['1 2 3']);
});
