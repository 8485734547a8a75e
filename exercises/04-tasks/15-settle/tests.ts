/** Settles works that succeed, fail, are cancelled, and return errors, and looks at what comes of them, and when. */
import { expect, run, test } from 'grader';
import { currentTask, sleep, ValueError } from 'asyncio';

class PageError extends Error {
  override name = 'PageError';
}

async function gives<T>(seconds: number, value: T): Promise<T> {
  await sleep(seconds);
  return value;
}

async function fails(seconds: number, error: Error): Promise<never> {
  await sleep(seconds);
  throw error;
}

async function isCancelled(seconds: number): Promise<string> {
  await sleep(seconds);
  currentTask()?.cancel();
  await sleep(1);
  return 'not cancelled';
}

test('results and errors are kept apart, in order', ({ program }) => {
  const record = run(() =>
    program.settle([gives(3, 'a'), fails(2, new ValueError('x')), gives(1, 'b'), fails(4, new PageError('y')), gives(2, 'c')]),
  );
  expect(record).toFinish();
  expect(record.result).toEqual(
    { values: ['a', 'b', 'c'], errors: ['ValueError', 'PageError'] },
    'Three works gave a, b and c, two failed with ValueError and PageError, and this came of it: {actual}. Results and names of errors each stand in the order of the works.',
  );
  expect(run(() => program.settle([])).result).toEqual({ values: [], errors: [] }, 'Without any work, this came: {actual}.');
});

test('nothing is lost when something fails early', ({ program }) => {
  const record = run(() => program.settle([fails(1, new ValueError('early')), gives(5, 'late'), gives(0, 'first')]));
  expect(record).toTake(
    5,
    'The last work is over at 5 s, and it returned at {actual}: when the first one failed, the others were given up.',
  );
  expect(record.result).toEqual(
    { values: ['late', 'first'], errors: ['ValueError'] },
    'One work failed at 1 s, and the others went on. This came of it: {actual}.',
  );
});

test('a cancelled work is an error', ({ program }) => {
  const record = run(() => program.settle([gives(1, 'a'), isCancelled(2), gives(3, 'b')]));
  expect(record).toFinish('One work was cancelled, and that came out of settle: it should be told among the errors.');
  expect(record.result).toEqual(
    { values: ['a', 'b'], errors: ['CancelledError'] },
    'Of three works the second was cancelled, and this came of it: {actual}.',
  );
});

test('a result that is an error is a result', ({ program }) => {
  const record = run(async () => {
    const settled = (await program.settle([gives(1, new PageError('as a result')), gives(1, 'a')])) as {
      readonly values: readonly unknown[];
      readonly errors: readonly string[];
    };
    return [settled.values.length, settled.errors.length];
  });
  expect(record.result).toEqual(
    [2, 0],
    'Two works ended well; one of them returned an error object. Counted were {actual} values and errors: what is returned has not failed.',
  );
});

test('all works run at the same time', ({ program }) => {
  const record = run(() => program.settle([gives(2, 1), gives(2, 2), gives(2, 3), fails(2, new ValueError('four'))]));
  expect(record).toTake(2, 'Four works of 2 s took {actual}: one waited for the other.');
});
