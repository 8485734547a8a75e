/** Gives the pool items of known lengths, and looks at the times, at how many worked at once, and at what was left. */
import { expect, run, test } from 'grader';
import { sleep } from 'asyncio';

class Broken extends Error {
  override name = 'Broken';
}

/** A work that takes as many seconds as its item, and keeps count. */
function counted(): { work: (seconds: number) => Promise<string>; most: () => number; begun: number[]; times: number[] } {
  let now = 0;
  let most = 0;
  const begun: number[] = [];
  const times: number[] = [];
  const work = async (seconds: number): Promise<string> => {
    begun.push(seconds);
    now += 1;
    most = Math.max(most, now);
    try {
      await sleep(seconds);
    } finally {
      now -= 1;
    }
    return `${seconds} s`;
  };
  return { work, most: () => most, begun, times };
}

const ONES = [1, 1, 1, 1, 1, 1, 1];

test('seven items and three workers take three rounds', ({ program }) => {
  for (const [items, workers, seconds] of [
    [ONES, 3, 3],
    [ONES, 7, 1],
    [ONES, 1, 7],
    [ONES, 50, 1],
  ] as const) {
    const record = run(() => program.runPool([...items], counted().work, workers));
    expect(record).toTake(seconds, `Seven items of 1 s and ${workers} workers: {expected}, and it took {actual}.`);
  }
});

test('never more than the given number work at the same time', ({ program }) => {
  for (const workers of [1, 3]) {
    const pool = counted();
    run(() => program.runPool([...ONES], pool.work, workers));
    expect(pool.most()).toBe(workers, `There were to be ${workers} at the same time, and there were {actual}.`);
  }
});

test('a worker takes the next item as soon as it is free', ({ program }) => {
  const record = run(() => program.runPool([4, 1, 1, 1, 1], counted().work, 2));
  expect(record).toTake(
    4,
    'Items of 4, 1, 1, 1 and 1 s and two workers: one does the long item, the other meanwhile the four short ones. It took {actual}: somebody who was free had to wait for the others.',
  );
});

test('the results stand in the order of the items', ({ program }) => {
  const record = run(() => program.runPool([3, 1, 2, 0.5], counted().work, 2));
  expect(record.result).toEqual(
    ['3 s', '1 s', '2 s', '0.5 s'],
    'The items were 3, 1, 2 and 0.5, and the results {actual}: they came in the order in which the work ended.',
  );
  const none = run(() => program.runPool([], counted().work, 3));
  expect(none).toTake(0, 'There was nothing to do, and it took {actual}.');
  expect(none.result).toEqual([], 'There was nothing to do, and returned was {actual}.');
});

test('every item is worked on once, and nothing is left running', ({ program }) => {
  const pool = counted();
  const record = run(() => program.runPool([1, 2, 3, 4, 5], pool.work, 2));
  expect([...pool.begun].sort()).toEqual([1, 2, 3, 4, 5], 'The items were 1, 2, 3, 4 and 5. Worked on were {actual}.');
  expect(record).toLeaveNothingRunning('It returned, and this was still running: {actual}.');
});

test('an error of the work comes out', ({ program }) => {
  const work = async (seconds: number): Promise<void> => {
    await sleep(seconds);
    if (seconds === 2) throw new Broken('item 2');
  };
  const record = run(() => program.runPool([1, 2, 3], work, 2));
  const raised = record.error?.type ?? 'nothing';
  expect(raised).not.toMatch(
    /Group$/,
    `The work on one item raised Broken, and what came out was an ${raised} with Broken in it. Whoever catches Broken does not catch that.`,
  );
  expect(record).toRaise(
    'Broken',
    'The work on one item raised Broken, and that did not come out: its result is missing, and nobody knows why.',
  );
});
