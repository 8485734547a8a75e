/** Runs jobs of known lengths, and looks at how many ran at once, when each began, and what came out. */
import { expect, run, test } from 'grader';
import { getRunningLoop, sleep } from 'asyncio';

class Refused extends Error {
  override name = 'Refused';
}

interface Kept {
  readonly jobs: (() => Promise<string>)[];
  /** Seconds at which each job began, by its place. */
  readonly begun: [number, number][];
  readonly most: () => number;
}

function kept(lengths: readonly number[]): Kept {
  let now = 0;
  let most = 0;
  const begun: [number, number][] = [];
  const jobs = lengths.map((seconds, at) => async (): Promise<string> => {
    begun.push([at, getRunningLoop().time()]);
    now += 1;
    most = Math.max(most, now);
    try {
      await sleep(seconds);
    } finally {
      now -= 1;
    }
    return `job ${at}`;
  });
  return { jobs, begun, most: () => most };
}

test('no more jobs run at the same time than are allowed', ({ program }) => {
  for (const most of [1, 2, 4]) {
    const { jobs, most: seen } = kept([1, 1, 1, 1, 1, 1, 1, 1]);
    run(() => program.runAtMost(most, jobs));
    expect(seen()).toBe(most, `Allowed were ${most} at the same time, and there were {actual}.`);
  }
});

test('a slot that is free is used at once', ({ program }) => {
  for (const [lengths, most, seconds] of [
    [[3, 1, 2, 2, 2], 2, 5],
    [[5, 1, 1, 1, 1, 1], 2, 5],
    [[1, 2, 3], 3, 3],
    [[1, 2, 3], 30, 3],
    [[1, 2, 3], 1, 6],
  ] as const) {
    const record = run(() => program.runAtMost(most, kept(lengths).jobs));
    expect(record).toTake(
      seconds,
      `Jobs of ${lengths.join(', ')} s, at most ${most} at a time, take {expected}, and took {actual}: ${most === 1 ? 'one after the other.' : 'a slot idled while another job was still running.'}`,
    );
  }
});

test('the results stand in the order of the jobs', ({ program }) => {
  const record = run(() => program.runAtMost(2, kept([3, 1, 2, 1]).jobs));
  expect(record.result).toEqual(
    ['job 0', 'job 1', 'job 2', 'job 3'],
    'The results were {actual}: job 0 is the longest, and stands first.',
  );
  expect(run(() => program.runAtMost(3, [])).result).toEqual([], 'There were no jobs, and it returned {actual}.');
});

test('every job runs once, and begins in the order of the list', ({ program }) => {
  const { jobs, begun } = kept([2, 1, 3, 1, 1]);
  run(() => program.runAtMost(2, jobs));
  expect(begun.map(([at]) => at)).toEqual([0, 1, 2, 3, 4], 'Five jobs, and they began in the order {actual}.');
});

test('an error of a job comes out', ({ program }) => {
  const refused = async (): Promise<never> => {
    await sleep(1);
    throw new Refused('too many');
  };
  const record = run(() => program.runAtMost(2, [...kept([2, 2]).jobs, refused]));
  expect(record).toRaise('Refused', 'A job raised Refused, and that did not come out.');
});
