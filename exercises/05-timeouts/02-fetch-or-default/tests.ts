/** Gives the function requests that answer early, late, with nothing, or with an error, and one that is cancelled from outside. */
import { expect, run, test } from 'grader';
import { CancelledError, createTask, sleep } from 'asyncio';

class PageError extends Error {
  override name = 'PageError';
}

async function answer<T>(seconds: number, value: T): Promise<T> {
  await sleep(seconds);
  return value;
}

async function fails(seconds: number): Promise<string> {
  await sleep(seconds);
  throw new PageError('no such page');
}

/** Keeps a log of what becomes of it. */
async function logged(seconds: number): Promise<string> {
  try {
    await sleep(seconds);
    console.log(`answered after ${seconds} s`);
    return 'page';
  } catch (error) {
    if (error instanceof CancelledError) console.log('cancelled');
    throw error;
  }
}

test('an answer in time is returned as it is', ({ program }) => {
  for (const value of ['page', '', 0, undefined, false]) {
    const record = run(() => program.fetchOrDefault(answer(2, value), 5, 'nothing'));
    expect(record).toTake(2, 'The answer was there after 2 s, and it was returned after {actual}.');
    expect(record.result).toBe(
      value,
      'The request answered {expected} in time, and {actual} was returned: any answer is an answer.',
    );
  }
});

test('after the limit the default is returned', ({ program }) => {
  const late = run(() => program.fetchOrDefault(answer(9, 'page'), 3, 'nothing'));
  expect(late).toFinish('The request had 3 s, did not answer, and no default was returned: the error of the timeout came out.');
  expect(late.result).toBe('nothing', 'The request had 3 s and needed 9 s. {actual} was returned, and not the default.');
  expect(late).toTake(3, 'The limit was 3 s, and the default was returned after {actual}.');
});

test('a request that is too late does not go on', ({ program }) => {
  const record = run(async () => {
    await program.fetchOrDefault(logged(4), 1, 'nothing');
    await sleep(10);
  });
  const lines = record.output.map(({ text }) => text);
  expect(lines).not.toContain(
    'answered after 4 s',
    'At 1 s the default was returned, and the request went on: it answered at 4 s, when nobody wanted it any more.',
  );
  expect(lines).toContain('cancelled', 'The request was neither answered nor cancelled: it was left as it was.');
});

test('an error of the request comes out', ({ program }) => {
  const record = run(() => program.fetchOrDefault(fails(1), 5, 'nothing'));
  expect(record).toRaise(
    'PageError',
    'The request raised a PageError after 1 s, and that did not come out: the reader of the page will never know that there is no such page.',
  );
  expect(record).toTake(1, 'The request failed after 1 s, and its error came out after {actual}.');
});

test('a cancellation from outside goes through', ({ program }) => {
  const record = run(async () => {
    const task = createTask(program.fetchOrDefault(logged(9), 5, 'nothing'));
    await sleep(1);
    task.cancel();
    try {
      await task;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
    await sleep(20);
    return task.cancelled();
  });
  expect(record).toFinish('Whoever waited was cancelled at 1 s, and an error came out that has nothing to do with that.');
  expect(record.result).toBe(
    true,
    'Whoever waited was cancelled at 1 s, and got the default instead: the cancellation was swallowed, and the task went on as if nothing had happened.',
  );
  expect(record.output.map(({ text }) => text)).toEqual(
    ['cancelled'],
    'Whoever waited was cancelled at 1 s, and the request was not cancelled with it.',
  );
});
