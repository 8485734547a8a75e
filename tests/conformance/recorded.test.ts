/**
 * What is recorded is what CPython says now: a few cases, run again. All of them, and the listings, are what `tools/record-cpython.ts --check` is for.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cases, recording } from './cases.ts';
import type { Interpreter } from '../../src/python/interpreter.ts';
import { startCPython } from '../../src/python/node.ts';
import { linesOf } from '../../src/python/told.ts';

const SAMPLE = ['core/cancel-and-gather', 'core/lost', 'notes/003_s1_verbatim'];

let python: Interpreter;
beforeAll(async () => {
  python = await startCPython();
}, 60_000);

test('there are cases, and each was recorded with this CPython', () => {
  const versions = cases().map(({ folder }) => /"python": "([\d.]+)"/.exec(readFileSync(`${folder}/cpython.json`, 'utf8'))?.[1]);
  expect(new Set(versions)).toEqual(new Set([python.version]));
});

describe.each(SAMPLE)('%s', (name) => {
  test('is recorded as CPython says it now, whatever ran before', async () => {
    const each = cases().find((one) => one.name === name);
    if (each === undefined) throw new Error(`there is no case ${name}`);
    const run = python.run(each.python, 'program.py', { modules: each.modules });
    expect(await recording(python.version, run, each.level)).toBe(readFileSync(`${each.folder}/cpython.json`, 'utf8'));
  });
});

test('a program leaves nothing behind for the next one', () => {
  const nosy = [
    'import asyncio, random, sys',
    'async def main():',
    '    print(asyncio.current_task().get_name(), asyncio.get_running_loop().time(), hasattr(asyncio, "left"), "mine" in sys.modules)',
    '    asyncio.left = sys.modules["mine"] = random',
    '    await asyncio.sleep(1)',
    'asyncio.run(main())',
  ].join('\n');
  const [first, second] = [python.run(nosy, 'program.py'), python.run(nosy, 'program.py')];
  expect(second).toEqual(first);
  expect(linesOf(second).map(({ text }) => text)).toEqual(['Task-1 0.0 False False']);
});

test('a program that fails tells its error, its modules are found, and its warnings are on the screen', () => {
  const source = 'import near\nasync def lost(): pass\nlost()\nraise ValueError(near.word)\n';
  const run = python.run(source, 'program.py', { modules: { 'near.py': 'word = "here"\n' } });
  expect(run.error).toEqual({ type: 'ValueError', text: 'here' });
  expect(run.screen).toContain("program.py:3: RuntimeWarning: coroutine 'lost' was never awaited");
  expect(run.screen).toMatch(/File "program\.py", line 4, in <module>\n.*\n?.*\nValueError: here\n$/);
});
