/** What is wrong with a program is said before it runs: where, and what to write instead. */
import { describe, expect, test } from 'vitest';
import type { CompileError } from '../../src/compiler/index.ts';
import { compiled, errorsOf } from './running.ts';

const MODULES = {
  asyncio: ['run', 'sleep', 'gather', 'createTask', 'waitFor', 'Future', 'wait'],
  time: ['sleep', 'monotonic', 'perfCounter'],
};

/** The text that an error marks. */
function marked(source: string, { line, column, length }: CompileError): string {
  return source.split('\n')[line - 1]?.slice(column - 1, column - 1 + length) ?? '';
}

interface Case {
  readonly source: string;
  readonly message: string | RegExp;
  readonly marks: string;
  readonly line?: number;
  readonly hint?: RegExp;
}

function check(cases: Readonly<Record<string, Case>>): void {
  test.each(Object.entries(cases))('%s', async (_, { source, message, marks, line, hint }) => {
    const [error] = await errorsOf(source, MODULES);
    expect(error).toBeDefined();
    if (error === undefined) return;
    if (typeof message === 'string') expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
    expect(marked(source, error)).toBe(marks);
    expect(error.line).toBe(line ?? 1);
    if (hint === undefined) expect(error.hint).toBeUndefined();
    else expect(error.hint).toMatch(hint);
  });
}

describe('the syntax', () => {
  const outside = '"await" can only be used inside an "async" function';
  check({
    'await at the top': {
      source: "import { run } from 'asyncio';\nconst é = '😀'; await run(1 as any);",
      message: outside,
      marks: 'await',
      line: 2,
      hint: /run\(main\(\)\)/,
    },
    'for await at the top': { source: 'for await (const x of y) {}', message: outside, marks: 'await', hint: /run\(main\(\)\)/ },
    'await in a function that is not async': {
      source: 'function main() {\n  "é😀"; await f();\n}',
      message: outside,
      marks: 'await',
      line: 2,
      hint: /async.* before it, on line 1/,
    },
    'await in a callback': {
      source: 'async function m() { [1].forEach((x) => { await f(x); }); }',
      message: outside,
      marks: 'await',
      hint: /before it\.$/,
    },
    'for await in a function that is not async': {
      source: 'function main() {\n  for await (const x of y) {}\n}',
      message: /outside an async function/,
      marks: 'await',
      line: 2,
      hint: /async/,
    },
    'await in parameters': {
      source: 'async function f(a = await x) {}',
      message: /cannot be used here/,
      marks: 'await',
      hint: /body/,
    },
    'a bracket that is not closed': {
      source: 'async function m() {\n\tawait f((1;\n}',
      message: 'Expected ")" but found ";"',
      marks: ';',
      line: 2,
      hint: /not closed/,
    },
    'a block that is not closed': {
      source: 'async function m() {\n  if (x) {\n',
      message: 'Unexpected end of file',
      marks: '',
      line: 3,
      hint: /not closed/,
    },
    'a string that is not closed': {
      source: 'console.log("hi)',
      message: 'Unterminated string literal',
      marks: '',
      hint: /quote/,
    },
    JSX: { source: 'const a = <div>hi</div>;', message: /./, marks: '', hint: /JSX/ },
    "Python's def": { source: 'async def main():\n  pass', message: /Expected/, marks: 'def', hint: /async function/ },
    "Python's import": { source: 'from asyncio import run', message: /Expected/, marks: 'asyncio', hint: /import \{ run \}/ },
    "Python's async with": {
      source: 'async function f() {\n  async with timeout(1) {\n  }\n}',
      message: /./,
      marks: 'with',
      line: 2,
      hint: /asyncWith/,
    },
    'a return outside of functions': {
      source: 'const a = 1;\nreturn a;',
      message: /return/,
      marks: 'return',
      line: 2,
      hint: /function/,
    },
    'a name declared twice': {
      source: 'let a = 1;\nlet a = 2;',
      message: /already been declared/,
      marks: 'a',
      line: 2,
      hint: /line 1/,
    },
  });

  test('says several errors at once, in the order of their places', async () => {
    const errors = await errorsOf('let a = 1;\nlet a = 2;\nbreak;\nfunction f() { await 1; }');
    expect(errors.map(({ line }) => line)).toEqual([...errors.map(({ line }) => line)].sort());
    expect(errors.length).toBeGreaterThan(1);
  });
});

describe('what cannot be in a program', () => {
  check({
    'a dynamic import': {
      source: "const x = 1; import('asyncio');",
      message: /cannot import while it runs/,
      marks: 'import',
      hint: /import \{/,
    },
    require: { source: "const a = require('asyncio');", message: /no `require`/, marks: 'require', hint: /import \{/ },
    'import = require': {
      source: "import a = require('asyncio'); a.run();",
      message: /no `require`/,
      marks: 'require',
      hint: /import \{/,
    },
    'import.meta': { source: 'console.log(import.meta.url);', message: /import\.meta/, marks: 'import.meta', hint: /address/ },
    eval: { source: 'eval("1");', message: /no `eval`/, marks: 'eval', hint: /itself/ },
    'super() in an async arrow': {
      source: 'class A extends Object { constructor() { (async () => super())(); } }',
      message: /super\(\)/,
      marks: 'super',
      hint: /constructor/,
    },
    'export *': {
      source: "const a = 1;\nexport * from 'asyncio';",
      message: /export all/,
      marks: 'export',
      line: 2,
      hint: /Name/,
    },
  });

  test('a require of one’s own is no mistake', async () => {
    await expect(compiled('function require(x: number) { return x; } require(1);')).resolves.toMatchObject({ version: 1 });
  });
});

describe('imports', () => {
  check({
    'a module that is not there': {
      source: "import { run } from 'asyncio';\nimport { get } from 'requests2';",
      message: "there is no module 'requests2'; there are: asyncio, time",
      marks: "'requests2'",
      line: 2,
    },
    'a module that is not there, and is not used': {
      source: "import { get } from 'fs';",
      message: /no module 'fs'/,
      marks: "'fs'",
    },
    "a module of Node's": {
      source: "import { setTimeout } from 'node:timers/promises'; setTimeout(1);",
      message: /no module/,
      marks: "'node:timers/promises'",
      hint: /sleep/,
    },
    'another spelling of a module': {
      source: 'import * as a from "AsyncIO"; a.run();',
      message: /no module 'AsyncIO'/,
      marks: '"AsyncIO"',
      hint: /'asyncio'/,
    },
    'a file': {
      source: "import { x } from './other.ts'; x();",
      message: /cannot be imported/,
      marks: "'./other.ts'",
      hint: /one|this file/i,
    },
    'a name that is called otherwise here': {
      source: "import { run, delay } from 'asyncio'; run(delay(1));",
      message: "cannot import name 'delay' from 'asyncio'",
      marks: 'delay',
      hint: /'sleep'/,
    },
    "Python's spelling": {
      source: "import {\n  run,\n  create_task as t,\n} from 'asyncio';\nrun(t());",
      message: "cannot import name 'create_task' from 'asyncio'",
      marks: 'create_task',
      line: 3,
      hint: /'createTask'/,
    },
    "Promise's spelling": { source: "import { all } from 'asyncio'; all();", message: /'all'/, marks: 'all', hint: /'gather'/ },
    'a name of another module': {
      source: "import { monotonic } from 'asyncio'; monotonic();",
      message: /'monotonic'/,
      marks: 'monotonic',
      hint: /in 'time'/,
    },
    'a name unlike any': {
      source: "import { zebra } from 'asyncio'; zebra();",
      message: "cannot import name 'zebra' from 'asyncio'",
      marks: 'zebra',
    },
    'a default export': {
      source: "import asyncio from 'asyncio'; asyncio.run();",
      message: "'asyncio' has no default export",
      marks: 'asyncio',
      hint: /import \* as asyncio/,
    },
    're-exporting what is not there': {
      source: "export { delay } from 'asyncio';",
      message: /'delay'/,
      marks: 'delay',
      hint: /'sleep'/,
    },
  });

  test('types need not be marked as such', async () => {
    const source =
      "import { run, EventLoop, type Handle } from 'asyncio'; import type { Gone } from 'nowhere'; let loop: EventLoop; run(1 as any);";
    await expect(errorsOf(source, MODULES)).rejects.toThrow('compiles');
  });

  test('are not checked when nobody says which modules there are', async () => {
    await expect(compiled("import { x } from 'anything'; x();")).resolves.toMatchObject({
      imports: [{ module: 'anything', names: ['x'] }],
    });
  });

  test('every wrong one is told', async () => {
    const errors = await errorsOf("import { a, b } from 'asyncio';\nimport 'c';\na(b);", MODULES);
    expect(errors.map(({ line, message }) => [line, message.slice(0, 22)])).toEqual([
      [1, "cannot import name 'a'"],
      [1, "cannot import name 'b'"],
      [2, "there is no module 'c'"],
    ]);
  });
});
