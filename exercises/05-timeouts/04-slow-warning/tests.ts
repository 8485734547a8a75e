/** Gives the function quick, slow and failing requests, and looks at its lines, its times, and what became of the request. */
import { expect, run, test } from 'grader';
import { CancelledError, sleep } from 'asyncio';

class ReportError extends Error {
  override name = 'ReportError';
}

/** How often a request was started, and how it ended. */
interface Story {
  starts: number;
  cancelled: number;
}

async function report<T>(seconds: number, value: T, story: Story = { starts: 0, cancelled: 0 }): Promise<T> {
  story.starts += 1;
  try {
    await sleep(seconds);
  } catch (error) {
    if (error instanceof CancelledError) story.cancelled += 1;
    throw error;
  }
  return value;
}

async function fails(seconds: number): Promise<string> {
  await sleep(seconds);
  throw new ReportError('no paper');
}

type Run = ReturnType<typeof run>;

/** Awaits, and gives what came of it: a result, or the name and text of an error. */
async function outcome(awaited: Promise<unknown>): Promise<unknown> {
  try {
    return await awaited;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error';
  }
}

const told = (record: Run): string =>
  record.output.map(({ text, t }) => `\`${text}\` at ${t} s`).join(', ') || 'it printed nothing';

test('a request within a second is delivered without a word', ({ program }) => {
  for (const value of ['a report', 0, undefined]) {
    const record = run(() => program.patiently(report(0.5, value), 'it'));
    expect(record.output.length).toBe(0, `The request took half a second, and yet: ${told(record)}.`);
    expect(record.result).toBe(value, 'The request gave {expected} after half a second, and {actual} was returned.');
    expect(record).toTake(0.5, 'The result was there after 0.5 s, and was returned after {actual}.');
  }
});

test('what is delivered is not warned of later', ({ program }) => {
  const record = run(async () => {
    await program.patiently(report(0.5, 'a report'), 'it');
    console.log('delivered');
    await sleep(5);
  });
  const delivered = record.output.findIndex(({ text }) => text === 'delivered');
  expect(delivered < 0 ? [] : record.output.slice(delivered + 1)).toEqual(
    [],
    `The request was delivered after half a second. Printed was: ${told(record)}. When it is there, nobody is waiting any more.`,
  );
});

test('a slow request is warned of after a second', ({ program }) => {
  const record = run(() => program.patiently(report(3, 'a report'), 'the bill'));
  const warnings = record.output.filter(({ text }) => text.startsWith('still waiting'));
  expect(warnings.map(({ text }) => text)).toEqual(
    ['still waiting for the bill'],
    `The request took 3 s. Printed was: ${told(record)}. One line is due, \`still waiting for the bill\`.`,
  );
  expect(warnings[0]?.t).toBe(
    1,
    'The warning came at {actual} s. It is due when a second has passed, not when the result is there.',
  );
});

test('a slow request is delivered all the same', ({ program }) => {
  const story = { starts: 0, cancelled: 0 };
  const record = run(() => outcome(program.patiently(report(3, 'a report', story), 'it')));
  expect(story.cancelled).toBe(0, 'The request was cancelled after a second: its result will never come.');
  expect(record.result).toBe('a report', 'The request gave {expected} after 3 s, and {actual} was returned.');
  expect(record).toTake(3, 'The result was there after 3 s, and it was returned after {actual}.');
});

test('the request is started once', ({ program }) => {
  const story = { starts: 0, cancelled: 0 };
  const record = run(() => outcome(program.patiently(report(2, 'a report', story), 'it')));
  expect(String(record.result)).not.toMatch(
    /already awaited|awaited already/,
    'The request was awaited a second time, and that raised {actual}. A coroutine object runs once; what can be awaited again is a task.',
  );
  expect(story.starts).toBe(1, 'The request was started {actual} times.');
});

test('an error of the request comes out when it happens', ({ program }) => {
  for (const seconds of [0.5, 2]) {
    const record = run(() => program.patiently(fails(seconds), 'it'));
    expect(record).toRaise('ReportError', `The request raised a ReportError after ${seconds} s, and that did not come out.`);
    expect(record).toTake(seconds, `The request failed after ${seconds} s, and its error came out after {actual}.`);
  }
});
