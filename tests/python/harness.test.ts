/** What the harness around CPython adds and takes away: tracebacks show the program's own frames, and threads are modelled in virtual time. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Interpreter, Recorded } from '../../src/python/interpreter.ts';
import { startCPython } from '../../src/python/node.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';

/** Real milliseconds that CPython may take to start on a busy machine. */
const START = 180_000;

let python: Interpreter;
beforeAll(async () => {
  python = await startCPython();
}, START);

const record = (source: string): Recorded => python.record(source, 'program.py', { limits: DEFAULT_LIMITS });

/** The files that a traceback names. */
const filesOf = (said: string): string[] => [...said.matchAll(/^[\s|]*File "(.*)", line/gm)].map(([, file]) => file ?? '');

test('a traceback has the frames of the program, and none of the library or of the harness', () => {
  const { said } = record(`import asyncio

async def fails():
    await asyncio.sleep(1)
    return {}['key']

async def main():
    try:
        await asyncio.create_task(fails())
    except KeyError as error:
        raise ValueError('no such page') from error

asyncio.run(main())
`);
  expect(said.split('\n').filter((line) => /^(\S|  File)/.test(line))).toEqual([
    'Traceback (most recent call last):',
    '  File "program.py", line 9, in main',
    '  File "program.py", line 5, in fails',
    "KeyError: 'key'",
    'The above exception was the direct cause of the following exception:',
    'Traceback (most recent call last):',
    '  File "program.py", line 13, in <module>',
    '  File "program.py", line 11, in main',
    'ValueError: no such page',
  ]);
});

test('so have the tracebacks of a group, and of what asyncio logs', () => {
  const group = record(`import asyncio

async def fails():
    raise KeyError('key')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())

asyncio.run(main())
`);
  expect(filesOf(group.said)).toEqual(Array(3).fill('program.py'));
  const lost = record(`import asyncio

async def fails():
    raise KeyError('key')

async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(1)

asyncio.run(main())
`);
  expect(lost.record.outcome).toBe('finished');
  expect(lost.said).toContain('Task exception was never retrieved');
  expect(filesOf(lost.said)).toEqual(['program.py']);
});

test('an error with hundreds of others behind it is told like any other', () => {
  const { record: told } = record(`error = ValueError('the first')
for number in range(500):
    following = ValueError(number)
    following.__context__ = error
    error = following
raise error
`);
  expect(told.error).toMatchObject({ type: 'ValueError', message: '499' });
});

test('what a thread puts into a queue is found when the loop wakes up for something else', () => {
  const listing = new URL('../../src/content/06-queues/02-not-thread-safe/from-a-thread.py', import.meta.url);
  const { record: told } = record(readFileSync(listing, 'utf8'));
  expect(told.output.map(({ text, t }) => [text, t])).toEqual([
    ['what a thread has put is received after 1.0 s', 1],
    ['what the loop has put is received after 0.1 s', 2.2],
  ]);
});

test('what a thread puts into a queue is found when the loop comes back from blocking', () => {
  const { record: told } = record(`import asyncio, time

async def main():
    loop = asyncio.get_running_loop()
    heard = loop.create_future()
    def thread():
        time.sleep(1)
        loop.call_soon(heard.set_result, 'heard')
        time.sleep(10)
    work = loop.run_in_executor(None, thread)
    await asyncio.sleep(0)
    time.sleep(3)
    print(await heard, loop.time())
    await work

asyncio.run(main())
`);
  expect(told.output.map(({ text, t }) => [text, t])).toEqual([['heard 3.0', 3]]);
});
