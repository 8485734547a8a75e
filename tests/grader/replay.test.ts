/** A run of a hidden test once more: which one it is, that it has its events, and that it holds nothing of the hidden tests' own. */
import { describe, expect, test } from 'vitest';
import type { Replayed, ReplayOf } from '../../src/grader/index.ts';
import { replayInNode } from '../../src/sandbox/node.ts';
import { compiled } from '../sandbox/run.ts';

const PREAMBLE = `import { test, expect, run, underAnyLatency } from 'grader'; import { createTask, gather, sleep } from 'asyncio'; `;

/** Replays the test 'it', whose body is `body`. */
async function replayed(program: string, body: string, of: Omit<ReplayOf, 'test'> = {}): Promise<Replayed> {
  const given = body.includes('script') ? 'program, script' : 'program';
  const [ours, tests] = await Promise.all([
    compiled(program),
    compiled(`${PREAMBLE}test('it', ({ ${given} }) => {\n${body}\n});`, 'tests.ts'),
  ]);
  return replayInNode({ program: ours, tests, of: { test: 'it', ...of } });
}

const WAITS = `import { sleep } from 'asyncio';
export async function wait(seconds: number) { await sleep(seconds); console.log('waited ' + seconds); return seconds; }
console.log('loaded');`;

const printed = ({ record }: Replayed): string[] => record.output.map(({ text }) => text);

describe('without a number it is the run in which the test failed', () => {
  test('the one that the matcher looked at, also when others came after it', async () => {
    const again = await replayed(
      WAITS,
      `const one = run(() => program.wait(1)); run(() => program.wait(2)); expect(one).toTake(5);`,
    );
    expect(again).toMatchObject({ run: 1, runs: [1, 2] });
    expect(printed(again)).toEqual(['waited 1']);
  });

  test('the one that raised, although the test looked at a value', async () => {
    const again = await replayed(
      `export async function f(n: number) { if (n === 1) throw new Error('no'); return n; }`,
      `const one = run(() => program.f(1)); run(() => program.f(2)); expect(one.result).toBe(1);`,
    );
    expect(again).toMatchObject({ run: 1, runs: [1, 2], record: { outcome: 'raised' } });
  });

  test('the last one, where the test looked at a value that nothing ties to a run', async () => {
    const again = await replayed(WAITS, `for (const n of [1, 2]) expect(run(() => program.wait(n)).elapsed).toBe(1);`);
    expect(again).toMatchObject({ run: 2, runs: [1, 2] });
  });

  test('the last one, where it does not fail', async () => {
    const again = await replayed(WAITS, `for (const n of [1, 2, 3]) expect(run(() => program.wait(n))).toTake(n);`);
    expect(again).toMatchObject({ run: 3, runs: [1, 2, 3] });
  });

  test('the module level, where the test looked at that', async () => {
    const again = await replayed(WAITS, `run(() => program.wait(1)); expect(script).toPrint('something else');`);
    expect(again).toMatchObject({ run: 0, runs: [0, 1] });
    expect(printed(again)).toEqual(['loaded']);
  });
});

test('any run can be asked for by its number', async () => {
  const again = await replayed(WAITS, `for (const n of [1, 2, 3]) expect(run(() => program.wait(n))).toTake(n);`, { run: 2 });
  expect(again).toMatchObject({ run: 2, runs: [1, 2, 3] });
  expect(printed(again)).toEqual(['waited 2']);
});

test('a run that there is not is refused', async () => {
  await expect(replayed(WAITS, `run(() => program.wait(1));`, { run: 7 })).rejects.toThrow("the test 'it' has no such run");
  await expect(replayed('export const x = 1;', `expect(program.x).toBe(2);`)).rejects.toThrow('no such run');
});

test('under a seed it is the run with those latencies', async () => {
  const body = `underAnyLatency(5, () => { expect(run(() => program.wait(1))).toTake(1); });`;
  const [third, fourth] = await Promise.all([replayed(WAITS, body, { seed: 3 }), replayed(WAITS, body, { seed: 4 })]);
  expect(third.record.elapsed).toBeGreaterThan(1);
  expect(third.record.elapsed).not.toBe(fourth.record.elapsed);
});

describe('what is seen of it', () => {
  const PROGRAM = `import { sleep } from 'asyncio';
export async function f() { console.log('from the program'); await sleep(1); }`;
  const BODY = `run(async () => {
    console.log('from the test');
    const helping = createTask((async function checksSomething() { await sleep(0.5); })());
    await program.f();
    await helping;
    console.log('from the test again');
    await gather(program.f());
  });`;

  test('has events, and the task of the program with its place', async () => {
    const { record } = await replayed(PROGRAM, BODY);
    const places = record.events.flatMap((event) =>
      event.ev === 'task.suspend' && 'position' in event
        ? [event['position'] as { readonly file: string; readonly line: number }]
        : [],
    );
    expect(places).not.toEqual([]);
    expect(places.every(({ file, line }) => file === 'main.ts' && line === 2)).toBe(true);
  });

  test('names no function, no place and no line of the hidden tests', async () => {
    const text = JSON.stringify(await replayed(PROGRAM, BODY));
    expect(text).not.toContain('tests.ts');
    expect(text).not.toContain('checksSomething');
    expect(text).not.toContain('from the test');
    expect(text).toContain('from the program');
  });

  test('says of the tests’ own tasks whose they are', async () => {
    const { record } = await replayed(PROGRAM, BODY);
    const made = record.events.filter(({ ev }) => ev === 'task.create').map(({ coroutine }) => coroutine);
    expect(made.slice(0, 3)).toEqual(['the test', 'the test', 'f']);
    expect(made.filter((coroutine) => coroutine === 'the test')).toHaveLength(2);
    expect(record.tasks.map(({ coroutine }) => coroutine)).toEqual(made);
  });

  test('has as many events of printing as lines', async () => {
    const { record } = await replayed(PROGRAM, BODY);
    expect(record.events.filter(({ ev }) => ev === 'print').map(({ text }) => text)).toEqual(
      record.output.map(({ text }) => text),
    );
  });
});
