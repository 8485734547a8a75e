/** Runs works that succeed, fail and take their time to clear up, and looks at what is alive when it is over. */
import { expect, run, test } from 'grader';
import { CancelledError, createTask, getRunningLoop, sleep, type Awaitable } from 'asyncio';

class Missing extends Error {
  override name = 'Missing';
}

/** Works for some seconds, and clears up for some more; tells of both. */
async function part(name: string, seconds: number, { fails = false, clearing = 0 } = {}): Promise<string> {
  const loop = getRunningLoop();
  try {
    await sleep(seconds);
    if (fails) throw new Missing(name);
    return name;
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${name} cancelled at ${loop.time()} s`);
    throw error;
  } finally {
    if (clearing > 0) {
      await sleep(clearing);
      console.log(`${name} cleared up at ${loop.time()} s`);
    }
  }
}

/** Awaits, and notes in the log when and how it ended. */
async function noted(awaited: Awaitable<unknown>): Promise<void> {
  const loop = getRunningLoop();
  try {
    await awaited;
    console.log(`ended at ${loop.time()} s`);
  } catch (error) {
    console.log(`${error instanceof Error ? `${error.name} ${error.message}`.trim() : 'something'} at ${loop.time()} s`);
  }
  await sleep(30);
}

type Run = ReturnType<typeof run>;
const log = (record: Run): string[] => record.output.map(({ text }) => text);

test('when all succeed, their results are returned in order', ({ program }) => {
  const record = run(() => program.allOrNothing([part('a', 3), part('b', 1), part('c', 2)]));
  expect(record).toTake(3, 'Works of 3, 1 and 2 s take {expected} together, and took {actual}.');
  expect(record.result).toEqual(['a', 'b', 'c'], 'All succeeded, and returned was {actual}.');
  expect(run(() => program.allOrNothing([])).result).toEqual([], 'Without any work, returned was {actual}.');
});

test('the first error comes out, and no other', ({ program }) => {
  const record = run(() =>
    noted(program.allOrNothing([part('a', 2, { fails: true }), part('b', 1, { fails: true }), part('c', 3, { fails: true })])),
  );
  expect(log(record).filter((line) => !line.includes('cancelled'))).toEqual(
    ['Missing b at 1 s'],
    'Three works fail, b first, at 1 s. This happened: {actual}. The first error is the one that comes first in time, and it is the only one that comes out.',
  );
});

test('the others are cancelled at once', ({ program }) => {
  const record = run(() => noted(program.allOrNothing([part('a', 9), part('b', 1, { fails: true }), part('c', 9)])));
  expect(log(record).filter((line) => line.includes('cancelled'))).toEqual(
    ['a cancelled at 1 s', 'c cancelled at 1 s'],
    'b failed at 1 s. Cancelled were: {actual}. From that moment on a and c work for nothing.',
  );
});

test('nobody is still clearing up when the error comes out', ({ program }) => {
  const record = run(() =>
    noted(program.allOrNothing([part('a', 9, { clearing: 2 }), part('b', 1, { fails: true }), part('c', 9, { clearing: 1 })])),
  );
  const lines = log(record).filter((line) => !line.includes('cancelled'));
  expect(lines).toEqual(
    ['c cleared up at 2 s', 'a cleared up at 3 s', 'Missing b at 3 s'],
    'b failed at 1 s; c needs until 2 s to clear up, and a until 3 s. This happened: {actual}. The error comes out when everybody is through.',
  );
});

test('a cancellation from outside reaches all works', ({ program }) => {
  const record = run(async () => {
    const task = createTask(program.allOrNothing([part('a', 9), part('b', 9)]));
    await sleep(2);
    task.cancel();
    await noted(task);
  });
  expect(log(record)).toEqual(
    ['a cancelled at 2 s', 'b cancelled at 2 s', 'CancelledError at 2 s'],
    'Whoever waited was cancelled at 2 s. This happened: {actual}. Nobody wants the works any more, so they are cancelled too, and waited for.',
  );
});
