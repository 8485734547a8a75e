/** Two runs held against each other: what is named first, what is not worth naming, and where the two meet. */
import { afterAll, describe, expect, test } from 'vitest';
import { told } from '../../src/components/compare/told.ts';
import { compare, playbackOf, type Comparison, type Playback } from '../../src/playback/index.ts';
import { Threads } from '../../tools/check/threads.ts';
import { compiled } from '../sandbox/run.ts';

const PREAMBLE = `import { createTask, gather, getRunningLoop, run, sleep, wait, TaskGroup, asyncWith, Queue } from 'asyncio'; import * as time from 'time';
async function work(name: string, seconds = 1) { console.log('begin ' + name); await sleep(seconds); console.log('end ' + name); return name; }
`;

const threads = new Threads(1);
afterAll(() => threads.end());

interface Told {
  readonly yours: Playback;
  readonly reference: Playback;
  readonly comparison: Comparison;
  readonly text: string;
}

/** Compares the runs of two bodies of `main`. */
async function compared(yours: string, reference: string, areTimesFree = false): Promise<Told> {
  const playbacks = await Promise.all(
    [yours, reference].map(async (body) =>
      playbackOf(await threads.run(await compiled(`${PREAMBLE}async function main(): Promise<any> { ${body} }\nrun(main());`))),
    ),
  );
  const [own, other] = playbacks;
  if (own === undefined || other === undefined) throw new Error('two runs are needed');
  const comparison = compare(own, other, { areTimesFree });
  const both = {
    yours: { playback: own, name: 'yours', isShown: true },
    reference: { playback: other, name: 'the reference', isShown: false },
  };
  return {
    yours: own,
    reference: other,
    comparison,
    text: told(comparison, both)
      .map(({ text }) => text)
      .join(' '),
  };
}

const TOGETHER = `await gather(work('a'), work('b'), work('c'));`;

describe('no difference is claimed', () => {
  test.each([
    [
      'tasks made by hand',
      `const all = [work('a'), work('b'), work('c')].map((each) => createTask(each)); for (const each of all) await each;`,
    ],
    [
      'tasks with names',
      `await gather(...['a', 'b', 'c'].map((name) => createTask(work(name), { name: 'the one for ' + name })));`,
    ],
    [
      'a task group',
      `await asyncWith(new TaskGroup(), async (group) => { for (const name of ['a', 'b', 'c']) group.createTask(work(name)); });`,
    ],
    [
      'helpers around',
      `const help = async (name: string) => { await work(name); }; await gather(help('a'), help('b'), help('c'));`,
    ],
    ['a gather in a gather', `await gather(gather(work('a'), work('b')), work('c'));`],
    [
      'a wait in two halves',
      `const half = async (name: string) => { console.log('begin ' + name); await sleep(0.5); await sleep(0.5); console.log('end ' + name); }; await gather(half('a'), half('b'), half('c'));`,
    ],
    [
      'a helper that is cancelled',
      `const watch = createTask(sleep(100)); await gather(work('a'), work('b'), work('c')); watch.cancel(); await sleep(0);`,
    ],
  ])('where the same is done with %s', async (_, body) => {
    const { comparison, text } = await compared(body, TOGETHER);
    expect(comparison.difference).toBeUndefined();
    expect(text).toMatch(
      /^(There is no difference to be seen: t|T)he same lines are printed at the same times, and both end at 1 s\./,
    );
  });

  test('where equal things only come in another order', async () => {
    const { comparison, text } = await compared(`await gather(work('c'), work('a'), work('b'));`, TOGETHER);
    expect(comparison.difference).toBeUndefined();
    expect(comparison.aside).toMatchObject({ kind: 'order', t: 0, yours: { text: 'begin c' }, reference: { text: 'begin a' } });
    expect(text).toContain('their order is not');
  });

  test.each([
    [
      'a timer that only one sets',
      `await gather(sleep(3), work('a')); getRunningLoop().callLater(1, () => null); await sleep(2);`,
      `await gather(sleep(3), work('a')); await sleep(2);`,
      'At 4 s a timer fires in yours, and none in the reference.',
    ],
    [
      'a task that only one makes',
      `await createTask(work('a'));`,
      `await work('a');`,
      'At 0 s yours has 1 task in flight beside its main one, the reference none.',
    ],
    [
      'iterations that only one needs',
      `await work('a'); await sleep(0); await sleep(0);`,
      `await work('a');`,
      'By the end of 1 s the loop of yours has had 10 iterations, that of the reference 8.',
    ],
  ])('where all that is seen is the same, and %s is told by the way', async (_, yours, reference, told) => {
    const { comparison, text } = await compared(yours, reference);
    expect(comparison.difference).toBeUndefined();
    expect(text).toBe(
      `The same lines are printed at the same times, and both end at ${String(comparison.meetings.at(-1)?.t)} s. ${told}`,
    );
  });

  test('in lines where there are none: those of hidden tests are not shown', async () => {
    expect((await compared(`await sleep(1);`, `await sleep(1);`)).text).toBe(
      'There is no difference to be seen: both end at 1 s.',
    );
  });

  test('between a run and itself', async () => {
    const { comparison } = await compared(TOGETHER, TOGETHER);
    expect(comparison.difference).toBeUndefined();
    expect(comparison.aside).toBeUndefined();
    expect(comparison.meetings.every(({ yours, reference }) => yours === reference)).toBe(true);
    expect(comparison.pairs.every(([own, other]) => own === other)).toBe(true);
  });

  test('in times, where they are those of chance', async () => {
    const reference = `return await gather(work('a', 1), work('b', 2));`;
    const yours = `return await gather(work('a', 3), work('b', 1));`;
    expect((await compared(yours, reference, true)).comparison).not.toHaveProperty('difference');
    expect((await compared(yours, reference)).comparison.difference).toMatchObject({ kind: 'line' });
  });
});

describe('the first difference', () => {
  test('of waits one after the other is the second line, what is waited for meanwhile, and what the other has in flight', async () => {
    const { comparison, text, yours } = await compared(`for (const name of ['a', 'b', 'c']) await work(name);`, TOGETHER);
    expect(comparison.difference).toMatchObject({
      kind: 'line',
      t: 0,
      yours: { text: 'begin b', t: 1 },
      reference: { text: 'begin b', t: 0 },
      behind: { waiting: { in: 'yours', t: 0, until: 1, waits: { on: 'timer' } }, atOnce: { t: 0, yours: 0, reference: 3 } },
    });
    expect(text).toBe(
      'At 0 s the reference prints `begin b`; yours prints it at 1 s. At 0 s yours sleeps until 1 s (line 2), while the reference has 3 tasks in flight beside its main one and yours none.',
    );
    const meeting = comparison.meetings[comparison.difference?.meeting ?? -1];
    expect(meeting?.t).toBe(0);
    expect(yours.steps[meeting?.yours ?? -1]?.kind).toBe('suspend');
  });

  test('of waits that print nothing before their end is told with how it comes about', async () => {
    const silent = `const wait = async () => { await sleep(2); };`;
    const { comparison, text } = await compared(
      `${silent} for (const _ of [1, 2, 3]) await wait(); console.log('all');`,
      `${silent} await gather(wait(), wait(), wait()); console.log('all');`,
    );
    expect(comparison.difference).toMatchObject({ kind: 'line', t: 2, behind: { atOnce: { t: 0, yours: 0, reference: 3 } } });
    expect(text).toBe(
      'At 2 s the reference prints `all`; yours prints it at 6 s. At 0 s yours sleeps until 2 s (line 3), while the reference has 3 tasks in flight beside its main one and yours none.',
    );
  });

  test('of too few at a time is told with the task that begins later', async () => {
    const { comparison, text } = await compared(`await gather(work('a'), work('b')); await gather(work('c'));`, TOGETHER);
    expect(comparison.difference).toMatchObject({ kind: 'line', behind: { started: { yours: { t: 1 }, reference: { t: 0 } } } });
    expect(text).toContain('which prints it, begins; work (Task-4) of the reference begins at 0 s.');
    expect(text).toContain('At 0 s the reference has 3 tasks in flight beside its main one, yours 2.');
  });

  test('of a blocking call is that nobody else can run, with its line', async () => {
    const { comparison, text } = await compared(
      `const block = async () => {\n console.log('begin b'); time.sleep(1);\n console.log('end b'); }; await gather(work('a'), block(), work('c'));`,
      TOGETHER,
    );
    expect(comparison.difference).toMatchObject({ kind: 'blocked', in: 'yours', t: 0, seconds: 1 });
    expect(text).toBe(
      'From 0 s to 1 s block (Task-3) of yours blocks the loop (line 4): nobody else can run. In the reference the loop goes on.',
    );
  });

  test('of a block that comes at another time is told with the other', async () => {
    const { text } = await compared(`time.sleep(1); await sleep(4);`, `await sleep(2); time.sleep(1); await sleep(2);`);
    expect(text).toBe(
      'From 0 s to 1 s yours blocks the loop (line 3): nobody else can run. In the reference it is blocked from 2 s to 3 s.',
    );
  });

  test('of blocking in small bites is one block', async () => {
    const { comparison } = await compared(
      `for (let bite = 0; bite < 10; bite += 1) { time.sleep(0.1); await sleep(0); } ${TOGETHER}`,
      `await sleep(1); ${TOGETHER}`,
    );
    expect(comparison.difference).toMatchObject({ kind: 'blocked', t: 0 });
    expect(comparison.difference?.kind === 'blocked' && comparison.difference.seconds).toBeCloseTo(1, 9);
  });

  test('of a task that does not let others have their turn says who goes on', async () => {
    const count = (pause: string): string =>
      `const count = async (name: string) => { for (const n of [2, 1]) { console.log(name + n); ${pause} } }; await gather(count('a'), count('b'));`;
    const { comparison, text } = await compared(count(''), count('await sleep(0);'));
    expect(comparison.difference).toMatchObject({
      kind: 'order',
      held: 'yours',
      yours: { text: 'a1' },
      reference: { text: 'b2' },
    });
    expect(text).toContain(
      'Within the same iteration of the loop count (Task-2) of yours goes on; in the reference the others have their turn first.',
    );
  });

  test('of another line at the same place are both', async () => {
    const { comparison, text } = await compared(`await work('x');`, `await work('y');`);
    expect(comparison.difference).toMatchObject({ kind: 'line', yours: { text: 'begin x' }, reference: { text: 'begin y' } });
    expect(text).toBe('At 0 s yours prints `begin x` where the reference prints `begin y`.');
  });

  test('of a line that is missing is that line; of one too many, how often it comes', async () => {
    expect((await compared(`await work('a');`, `await work('a'); console.log('bye');`)).text).toBe(
      'At 1 s the reference prints `bye`; yours never does.',
    );
    expect(
      (await compared(`await gather(work('a'), work('a'), work('a'));`, `await gather(work('a'), work('a'));`)).text,
    ).toMatch(/^At 0 s yours prints `begin a`: 3 times in all, where the reference prints it 2 times\./);
  });

  test('is not a reader’s own look at the program, as long as there is something else', async () => {
    const { comparison, text } = await compared(`console.log('I am here'); await work('a', 2);`, `await work('a', 1);`);
    expect(comparison.difference).toMatchObject({ kind: 'line', yours: { text: 'end a', t: 2 } });
    expect(text).not.toContain('I am here');
    expect((await compared(`console.log('I am here'); await work('a');`, `await work('a');`)).text).toContain('I am here');
  });

  test('of a task that is left behind is its cancellation', async () => {
    const { comparison, text } = await compared(
      `createTask(work('b', 2)); await work('a');`,
      `await gather(work('b', 2), work('a'));`,
    );
    expect(comparison.difference).toMatchObject({ kind: 'cancelled', in: 'yours', t: 1 });
    expect(text).toMatch(
      /^At 1 s work \(Task-2\) of yours is cancelled; work \(Task-2\) of the reference, which plays the same part, is not\./,
    );
  });

  test('of a forgotten await is the warning, or is told with it', async () => {
    const { text } = await compared(`work('a'); await work('b');`, `await work('a'); await work('b');`);
    expect(text).toContain("In yours Python warns: coroutine 'work' was never awaited");
  });

  test('of an error that only one run ends with is the error', async () => {
    const raises = `await sleep(1); throw new TypeError('no such page');`;
    expect((await compared(raises, `await sleep(1);`)).text).toBe(
      'At 1 s yours ends with `TypeError: no such page`; the reference does not.',
    );
    expect((await compared(`await sleep(1);`, raises)).text).toBe(
      'At 1 s the reference ends with `TypeError: no such page`; yours does not.',
    );
    expect((await compared(raises, raises)).comparison.difference).toBeUndefined();
  });

  test('of a deadlock is that it never ends', async () => {
    const { comparison, text } = await compared(`await work('a'); await new Queue().get();`, `await work('a'); await sleep(1);`);
    expect(comparison.difference).toMatchObject({ kind: 'unfinished', outcome: 'deadlock', in: 'yours' });
    expect(text).toBe(
      'Yours never ends: from 1 s on everything in it waits, and nothing is left that could wake it. The reference ends at 2 s.',
    );
  });

  test('of a line that never comes, because its task waits for ever, says so', async () => {
    const { text } = await compared(
      `const stuck = async () => { await new Queue().get(); console.log('end'); }; await gather(stuck(), sleep(9));`,
      `const free = async () => { await sleep(1); console.log('end'); }; await gather(free(), sleep(9));`,
    );
    expect(text).toMatch(/^At 1 s the reference prints `end`; yours never does\./);
    expect(text).toContain('At 1 s stuck (Task-2) of yours waits for a future (line 3), and for ever.');
  });

  test('of other results, where nothing else differs, are the results', async () => {
    const { comparison, text } = await compared(`return [1, 2];`, `return [2, 1];`);
    expect(comparison.difference).toMatchObject({ kind: 'returned', yours: '[1, 2]', reference: '[2, 1]' });
    expect(text).toBe('Yours gives `[1, 2]`; the reference gives `[2, 1]`.');
  });

  test('of other results that come at other times are told with the times', async () => {
    const { text } = await compared(`return 1;`, `await sleep(2); return 2;`);
    expect(text).toBe('Yours gives `1`; the reference gives `2`. Yours ends at 0 s, the reference at 2 s.');
  });

  test('of long results shows the part that differs', async () => {
    const list = (last: number): string => `return [...Array.from({ length: 40 }, (_, n) => n), ${last}];`;
    const { text } = await compared(list(7), list(8));
    expect(text).toMatch(/^Yours gives `….*39, 7\]`; the reference gives `….*39, 8\]`\.$/);
  });

  test('is not the name of a task or a future in a result', async () => {
    const { comparison } = await compared(
      `await sleep(0); return getRunningLoop().createFuture();`,
      `createTask(sleep(0)); await sleep(0); await sleep(0); return getRunningLoop().createFuture();`,
    );
    expect(comparison.difference).toBeUndefined();
  });

  test('of an end at another time is the end, who waits, and how many were in flight', async () => {
    const { comparison, text } = await compared(`await sleep(1); await sleep(1);`, `await gather(sleep(1), sleep(1));`);
    expect(comparison.difference).toMatchObject({ kind: 'ended', yours: 2, reference: 1 });
    expect(text).toBe(
      'The reference ends at 1 s, yours at 2 s. At 1 s yours sleeps until 2 s (line 3). At 0 s the reference has 2 tasks in flight beside its main one, yours none.',
    );
  });
});

describe('the moments of two runs', () => {
  test('go through both in order, to their ends, and stand at one virtual time', async () => {
    const { comparison, yours, reference } = await compared(`for (const name of ['a', 'b', 'c']) await work(name);`, TOGETHER);
    const { meetings } = comparison;
    expect(meetings[0]).toEqual({ t: 0, yours: 0, reference: 0 });
    expect(meetings.at(-1)).toMatchObject({ yours: yours.steps.length - 1, reference: reference.steps.length - 1 });
    for (const [index, { t, yours: own, reference: other }] of meetings.entries()) {
      const before = meetings[index - 1] ?? { t: 0, yours: -1, reference: -1 };
      expect(t).toBeGreaterThanOrEqual(before.t);
      expect(own - before.yours === 0 || own - before.yours === 1).toBe(true);
      expect(other - before.reference === 0 || other - before.reference === 1).toBe(true);
      expect(own + other).toBeGreaterThan(before.yours + before.reference);
      for (const step of [yours.steps[own], reference.steps[other]]) expect(step?.t).toBeLessThanOrEqual(t);
    }
  });

  test('are there too for runs that have lost their events', async () => {
    const { yours, reference } = await compared(TOGETHER, TOGETHER);
    const bare = playbackOf({ ...yours.record, events: [] });
    const { meetings, difference } = compare(bare, reference);
    expect(meetings.length).toBeGreaterThan(0);
    expect(difference).toBeUndefined();
  });
});

test('lanes of the same part are paired, however the tasks are called and in whatever order they are made', async () => {
  const { comparison, yours, reference } = await compared(
    `const all = ['c', 'a', 'b'].map((name) => createTask(work(name), { name })); for (const each of all) await each;`,
    TOGETHER,
  );
  const said = comparison.pairs
    .filter(([own]) => yours.lanes[own]?.coroutine === 'work')
    .map(([own, other]) => `${yours.lanes[own]?.name ?? ''} ${reference.lanes[other]?.name ?? ''}`);
  expect(said).toEqual(['c Task-4', 'a Task-2', 'b Task-3']);
});
