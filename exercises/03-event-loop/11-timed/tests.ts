/** Hands awaitables of known length to `timed`, alone, nested and at the same time, and looks at pairs, lines and exceptions. */
import { expect, run, test } from 'grader';
import { gather, sleep, ValueError } from 'asyncio';

type Run = ReturnType<typeof run>;
type Timed = (name: string, work: unknown) => PromiseLike<unknown>;

/** Gives `value` after so many seconds. */
async function work(seconds: number, value: unknown): Promise<unknown> {
  await sleep(seconds);
  return value;
}

async function fails(seconds: number): Promise<unknown> {
  await sleep(seconds);
  throw new ValueError('no such file');
}

/** Waits for five seconds, then runs `body`: the clock does not stand at 0 when a measurement begins. */
function later(body: () => PromiseLike<unknown>): Run {
  return run(async () => {
    await sleep(5);
    return await body();
  });
}

function lines(record: Run): string[] {
  return record.output.map((line) => line.text);
}

/** Where a wrong line or wrong seconds probably come from. `right` is the seconds as they are to be printed. */
function why(text: string, right?: string): string {
  if (right !== undefined && new RegExp(String.raw`(?<![\d.])${right}(?!\d)`).test(text))
    return 'The seconds are right. The line is the name, a colon, the seconds with two digits, and `s`, with one space between them.';
  if (right !== undefined && !/\d/.test(text)) return 'The line tells the seconds, however the awaitable ends.';
  if (text.includes('0.00') || text.includes(',0]')) return 'At the second reading of the clock the awaitable had not run yet.';
  return 'A single reading of the clock tells the seconds since that clock began; a duration is the difference of two.';
}

test('it returns the value and the seconds', ({ program }) => {
  const record = later(() => (program.timed as Timed)('a', work(0.125, 'x')));
  expect(record).toFinish();
  expect(Array.isArray(record.result)).toBe(true, 'timed returns a pair, the value and the seconds. Yours is no list.');
  const said = JSON.stringify(record.result);
  expect(record.result).toEqual(
    ['x', 0.125],
    `The awaitable took 0.125 s and gave 'x', and timed gave ${said}. ${said.includes('0.13') ? 'The seconds were rounded.' : why(said)}`,
  );
});

test('it prints one line with the name and the seconds', ({ program }) => {
  const record = later(() => (program.timed as Timed)('download', work(1.5, 'x')));
  expect(record).toFinish();
  expect(lines(record)).toEqual(
    ['download: 1.50 s'],
    `The awaitable took 1.5 s, and timed('download', …) printed: ${lines(record).join(' / ') || 'nothing'}. ${why(lines(record).join(), '1.50')}`,
  );
});

test('what raises is measured as well, and raises', ({ program }) => {
  const record = later(() => (program.timed as Timed)('upload', fails(2)));
  expect(record).toRaise(
    ValueError,
    'The awaitable raised a ValueError, which timed is to let through: {actual}. A stopwatch that keeps the exception is one from which nobody learns that the upload failed.',
  );
  const printed = lines(record);
  expect(printed).toEqual(
    ['upload: 2.00 s'],
    printed.length === 0
      ? 'The awaitable raised a ValueError after 2 s. It printed nothing: the exception went past the line that prints.'
      : `The awaitable raised a ValueError after 2 s, and timed('upload', …) printed: ${printed.join(' / ')}. ${why(printed.join(), '2.00')}`,
  );
});

test('a measurement inside another is right, too', ({ program }) => {
  const timed = program.timed as Timed;
  const record = run(() => timed('outer', timed('inner', work(1, 'x'))));
  expect(record).toFinish();
  expect(record.result).toEqual(
    [['x', 1], 1],
    `timed('outer', timed('inner', …)) of 1 s gave ${JSON.stringify(record.result)}, and not [['x', 1], 1].`,
  );
  expect(lines(record)).toEqual(['inner: 1.00 s', 'outer: 1.00 s'], `It printed: ${lines(record).join(' / ')}.`);
});

test('measurements at the same time do not disturb each other', ({ program }) => {
  const timed = program.timed as Timed;
  const record = run(async () => {
    const second = async (): Promise<unknown> => {
      await sleep(1);
      return await timed('short', work(1, 'b'));
    };
    return await gather(timed('long', work(3, 'a')), second());
  });
  expect(record).toFinish();
  expect(record.result).toEqual(
    [
      ['a', 3],
      ['b', 1],
    ],
    `One measurement ran from 0 s to 3 s, another from 1 s to 2 s, and they gave ${JSON.stringify(record.result)}. If there is one place for the start of both, the second overwrites that of the first.`,
  );
  expect(lines(record)).toEqual(['short: 1.00 s', 'long: 3.00 s'], `It printed: ${lines(record).join(' / ')}.`);
});
