/** Starts works that end well, fail, or are cancelled, and looks at the log, the count and the end. */
import { expect, run, test } from 'grader';
import { currentTask, sleep } from 'asyncio';

interface Works {
  start(name: string, work: Promise<unknown>): void;
  running(): number;
  close(): Promise<void>;
}

const made = (program: { readonly Background?: unknown }): Works => new (program.Background as new () => Works)();

async function work(name: string, seconds: number, fails = false): Promise<string> {
  await sleep(seconds);
  if (fails) throw new Error(`${name} broke`);
  console.log(`${name} is done`);
  return name;
}

/** As if somebody else had cancelled it. */
async function cancelsItself(seconds: number): Promise<void> {
  await sleep(seconds);
  currentTask()?.cancel();
  await sleep(10);
}

type Run = ReturnType<typeof run>;

const log = (record: Run): string[] => record.output.map(({ text, t }) => `${text} at ${t} s`);

test('what is started runs, and start does not wait', ({ program }) => {
  const record = run(async () => {
    const works = made(program);
    works.start('a', work('a', 2));
    works.start('b', work('b', 1));
    console.log('started');
    await works.close();
  });
  expect(log(record)).toEqual(
    ['started at 0 s', 'b is done at 1 s', 'a is done at 2 s'],
    'Two works of 2 and 1 s were started at 0 s, and this happened: {actual}.',
  );
});

test('an error is logged once, when it happens', ({ program }) => {
  const record = run(async () => {
    const works = made(program);
    works.start('tea', work('tea', 1, true));
    works.start('cake', work('cake', 3));
    works.start('milk', work('milk', 2, true));
    await sleep(5);
    await works.close();
  });
  expect(log(record)).toEqual(
    ['tea failed: tea broke at 1 s', 'milk failed: milk broke at 2 s', 'cake is done at 3 s'],
    'Of three works tea failed at 1 s and milk at 2 s. This was printed: {actual}. An error is told when it happens, whether or not somebody closes.',
  );
});

test('it knows what is running, and nothing else', ({ program }) => {
  const record = run(async () => {
    const works = made(program);
    const counts = [works.running()];
    works.start('a', work('a', 1));
    works.start('b', work('b', 3));
    works.start('c', work('c', 2, true));
    counts.push(works.running());
    for (let n = 0; n < 4; n += 1) {
      await sleep(1);
      await sleep(0);
      await sleep(0);
      counts.push(works.running());
    }
    return counts;
  });
  expect(record.result).toEqual(
    [0, 3, 2, 1, 0, 0],
    'With works of 1, 2 and 3 s there run 0 before, then 3, and 2, 1, 0, 0 after each second. It said {actual}: what is over is to be let go.',
  );
});

test('close waits for everything, also for what was started meanwhile', ({ program }) => {
  const record = run(async () => {
    const works = made(program);
    const late = async (): Promise<void> => {
      await sleep(2);
      works.start('later', work('later', 2));
    };
    works.start('first', late());
    works.start('short', work('short', 1, true));
    await works.close();
    console.log('closed');
  });
  expect(record).toFinish('close raised an error. It only waits: the errors have been logged.');
  expect(log(record).at(-1)).toBe('closed at 4 s', 'The last work, started at 2 s, is over at 4 s. The last line was: {actual}.');
  const none = run(() => made(program).close());
  expect(none).toTake(0, 'Nothing had been started, and close took {actual}.');
});

test('nothing is lost without a word', ({ program }) => {
  const record = run(async () => {
    const works = made(program);
    works.start('tea', work('tea', 1, true));
    works.start('gone', cancelsItself(2));
    await sleep(5);
    await works.close();
  });
  const said = record.warnings.map(({ text }) => text.split('\n')[0] ?? '');
  expect(said).toEqual([], 'One work failed and one was cancelled, and at the end Python said: {actual}.');
  expect(log(record)).toEqual(
    ['tea failed: tea broke at 1 s'],
    'One work failed, one was cancelled, and this was printed: {actual}.',
  );
});
