/** Threads in the sandbox: what they print comes at their own time, and everything works on hardened objects (THREAD-1). */
import { expect, test } from 'vitest';
import { run } from './run.ts';

const HEAD = `
import { asyncWith, createTask, gather, getRunningLoop, run, sleep, toThread } from 'asyncio';
import { burn, ProcessPoolExecutor, ThreadPoolExecutor } from 'concurrent';
import { ContextVar } from 'contextvars';
import * as time from 'time';
`;

/** What a program prints, each line with its virtual time and task. */
async function printed(source: string): Promise<readonly (readonly [string, number, string | null])[]> {
  const record = await run(`${HEAD}${source}`);
  expect(record.error).toBeUndefined();
  return record.output.map(({ text, t, task }) => [text, t, task] as const);
}

test('what a thread prints stands among the lines of others where its time is, and belongs to no task', async () => {
  const lines = await printed(`
    function work() { console.log('begin'); time.sleep(1.5); console.log('end'); }
    async function main() {
      const thread = createTask(toThread(work));
      await sleep(1);
      console.log('loop');
      await sleep(1);
      console.log('loop');
      await thread;
    }
    run(main());
  `);
  expect(lines).toEqual([
    ['begin', 0, null],
    ['loop', 1, 'Task-1'],
    ['end', 1.5, null],
    ['loop', 2, 'Task-1'],
  ]);
});

test('what a thread prints after others have delayed it comes later', async () => {
  const lines = await printed(`
    const work = () => { burn(1); console.log('burned'); };
    async function main() { await gather(toThread(work), toThread(work)); }
    run(main());
  `);
  expect(lines.map(([text, t]) => [text, t])).toEqual([
    ['burned', 2],
    ['burned', 2],
  ]);
});

test('a program without a loop has threads too, and ends when they have', async () => {
  const lines = await printed(`
    const pool = new ThreadPoolExecutor(2);
    const work = (n: number) => { time.sleep(n); console.log(n); return n; };
    console.log(pool.submit(work, 2).result());
    pool.submit(work, 3);
    console.log([...new ProcessPoolExecutor().map((n: number) => { burn(n); return n * n; }, [1, 2])].join());
    console.log('last line');
  `);
  expect(lines.map(([text, t]) => [text, t])).toEqual([
    ['2', 2],
    ['2', 2],
    ['1,4', 4],
    ['last line', 4],
    ['3', 5],
  ]);
});

test('a thread that prints for ever is ended', async () => {
  const record = await run(`${HEAD}
    async function main() { await toThread(() => { for (;;) { time.sleep(1); console.log('again'); } }); }
    run(main());
  `);
  expect([record.outcome, record.budget]).toEqual(['over-budget', 'output']);
});

test('a context variable and its token work where every prototype is frozen', async () => {
  const lines = await printed(`
    const name = new ContextVar<string>('name', { default: 'nobody' });
    async function hello(who: string) {
      const token = name.set(who);
      await sleep(1);
      console.log(await toThread(() => name.get()), String(token));
      name.reset(token);
      console.log(name.get());
    }
    run((async () => { await gather(hello('a'), hello('b')); })());
  `);
  expect(lines.map(([text]) => text)).toEqual([
    "a <Token var=<ContextVar name='name' default='nobody'>>",
    'nobody',
    "b <Token var=<ContextVar name='name' default='nobody'>>",
    'nobody',
  ]);
});
