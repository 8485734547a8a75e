/** Lets tasks await one Lazy at several times, and counts how often its function ran. */
import { expect, run, test } from 'grader';
import { gather, getRunningLoop, sleep, ValueError } from 'asyncio';

type Run = ReturnType<typeof run>;
type Lazy = new (fn: () => Promise<unknown>) => unknown;

/** What one of those who await got, and when, in virtual seconds. */
interface Got {
  readonly value: unknown;
  readonly at: number;
}

/** One Lazy whose function takes 2 s, awaited at several times. */
interface Awaited {
  readonly record: Run;
  readonly runs: number;
  readonly got: readonly Got[];
}

/** Awaits one Lazy at each of these times, each time in a task of its own. */
function awaited(lazyClass: Lazy, times: readonly number[], value: unknown): Awaited {
  let runs = 0;
  const fn = async (): Promise<unknown> => {
    runs += 1;
    await sleep(2);
    if (value instanceof Error) throw value;
    return value;
  };
  const record = run(async () => {
    const lazy = new lazyClass(fn);
    const one = async (time: number): Promise<Got> => {
      await sleep(time);
      const result = await caught(lazy);
      return { value: result, at: getRunningLoop().time() };
    };
    return await gather(...times.map((time) => one(time)));
  });
  return { record, runs, got: Array.isArray(record.result) ? (record.result as Got[]) : [] };
}

/** What an await gives; an error as its text. */
async function caught(lazy: unknown): Promise<unknown> {
  try {
    return await lazy;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error';
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'None';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Who got something else than they should, in words; a coroutine object that was awaited twice explains itself. */
function aboutGot({ record, got }: Awaited, times: readonly number[], value: string, at: readonly number[]): string {
  if (record.error) return ''; // the grader tells it, with its line and what to write
  const wrong = got.findIndex((each, index) => shown(each.value) !== value || each.at !== at[index]);
  const { value: given, at: when } = got[wrong] ?? { value: undefined, at: 0 };
  const did = `Somebody who awaited it at ${String(times[wrong])} s got ${shown(given)} at ${when} s, and not ${shown(given) === value ? '' : `${value} `}at ${String(at[wrong])} s.`;
  if (shown(given).includes('awaited already'))
    return `${did} A coroutine object can be awaited once. It is not made for several who wait.`;
  return did;
}

test('fn does not run before the first await', ({ program }) => {
  let runs = 0;
  const fn = async (): Promise<void> => {
    runs += 1;
  };
  const record = run(async () => {
    new program.Lazy(fn);
    await sleep(5);
  });
  expect(record.outcome).toBe('finished');
  expect(runs).toBe(0, `Nobody awaited it, and fn ran ${count(runs, 'time')}. Making a Lazy is not yet asking for its value.`);
  const said = record.warnings.map((warning) => warning.text).join('; ');
  expect(said).toBe(
    '',
    `Nobody awaited it, and Python said: ${said}. The coroutine object was made before anybody asked for it.`,
  );
});

test('fn runs once, however many await it', ({ program }) => {
  const times = [0, 0, 1, 5, 9];
  for (const value of ['settings', undefined, 0]) {
    const { record, runs, got } = awaited(program.Lazy, times, value);
    const error = got.find((each) => typeof each.value === 'string' && /^\w+Error: /.test(each.value));
    expect(record.outcome).toBe('finished');
    expect(runs).toBe(
      1,
      `fn gives ${shown(value)}. It was awaited at ${times.join(', ')} s, and fn ran ${count(runs, 'time')}: once is asked for.${error === undefined ? '' : ` Who awaited it got ${shown(error.value)}.`}`,
    );
  }
});

test('everyone who awaits gets the value', ({ program }) => {
  const times = [0, 0, 1, 3];
  for (const value of ['settings', undefined, false, null]) {
    const all = awaited(program.Lazy, times, value);
    const values = all.got.map((each) => each.value);
    expect(values).toEqual(
      times.map(() => value),
      aboutGot(
        all,
        times,
        shown(value),
        all.got.map((each) => each.at),
      ),
    );
  }
});

test('those who wait together wait for the same run', ({ program }) => {
  const times = [0, 0, 1, 1.5];
  const all = awaited(program.Lazy, times, 'settings');
  const at = [2, 2, 2, 2];
  expect(all.got.map((each) => each.at)).toEqual(
    at,
    `${aboutGot(all, times, 'settings', at)} fn was called at 0 s and takes 2 s.`.trim(),
  );
});

test('who comes late gets the value at once', ({ program }) => {
  const times = [0, 4, 7];
  for (const value of ['settings', undefined]) {
    const all = awaited(program.Lazy, times, value);
    const at = [2, 4, 7];
    expect(all.got.map((each) => each.at)).toEqual(at, aboutGot(all, times, shown(value), at));
  }
});

test('an error of fn goes to everyone who awaits', ({ program }) => {
  const times = [0, 1, 4];
  const all = awaited(program.Lazy, times, new ValueError('no such file'));
  const at = [2, 2, 4];
  const error = 'ValueError: no such file';
  const told = `${aboutGot(all, times, error, at)} fn ran ${count(all.runs, 'time')}. An error is an answer as well, and it is everybody's.`;
  expect(all.got).toEqual(
    at.map((each) => ({ value: error, at: each })),
    all.record.error ? '' : told,
  );
});
