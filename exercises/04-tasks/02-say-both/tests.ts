/** Says pairs of messages and looks at the lines, their times, and what is left. */
import { expect, run, test } from 'grader';

type Run = ReturnType<typeof run>;

const lines = (record: Run): string => record.output.map(({ text }) => text).join(' / ') || 'nothing';

test('both messages wait at the same time', ({ program }) => {
  for (const seconds of [1, 3]) {
    const record = run(() => program.sayBoth(seconds, 'a', 'b'));
    expect(record).toFinish();
    expect(record).toTake(seconds, `Two messages of ${seconds} s took {actual}: the second was begun when the first had ended.`);
    const waits = record.output.filter(({ text }) => text.startsWith('before')).map(({ t }) => t);
    expect(waits).toEqual([0, 0], 'The two messages began at {actual} s. Both are to begin at 0 s.');
  }
});

test('the lines come in this order', ({ program }) => {
  for (const [first, second] of [
    ['task1', 'task2'],
    ['tea', 'cake'],
  ] as const) {
    const record = run(() => program.sayBoth(2, first, second));
    const expected = ['start', `before ${first}`, `before ${second}`, `after ${first}`, `after ${second}`, 'end'];
    expect(record).toFinish();
    expect(record.output.map(({ text }) => text)).toEqual(
      expected,
      `It printed: ${lines(record)}. It should be: ${expected.join(' / ')}.`,
    );
  }
});

test('nothing is left behind', ({ program }) => {
  const record = run(() => program.sayBoth(1, 'a', 'b'));
  const last = record.output.at(-1);
  expect(last?.text).toBe('end', 'The last line was {actual}: `end` comes when both are through.');
  expect(record).toLeaveNothingRunning('It returned, and this was still running: {actual}.');
  expect(record).toWarnNothing('When it had ended, Python said: {actual}.');
});
