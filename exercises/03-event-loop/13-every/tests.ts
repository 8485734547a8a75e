/** Uses `every` with functions that are quick or slow, beside others that block, and looks at when they were called. */
import { expect, run, test } from 'grader';
import { getRunningLoop, sleep } from 'asyncio';
import * as time from 'time';

type Every = (seconds: number, fn: () => void, times: number) => void;

/** Sums of tenths are not exact in floating point; nobody's program is to blame for that. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

interface Moments {
  /** When `note` was called, in seconds from the start. */
  readonly noted: readonly number[];
  /** How many of the calls came before `start` had returned. */
  readonly early: number;
  /** What Python said about a coroutine that nobody awaited. */
  readonly warning: string | undefined;
  /** Timers that were set and were not due in the 10 s. */
  readonly waiting: number;
}

/** Starts in a loop whose clock has gone on for 10 s already, and lets 10 s pass. */
function moments(start: (note: () => void) => void): Moments {
  const noted: number[] = [];
  let early = 0;
  const record = run(async () => {
    let isBack = false;
    await sleep(10);
    start(() => {
      noted.push(rounded(getRunningLoop().time() - 10));
      if (!isBack) early += 1;
    });
    isBack = true;
    await sleep(10);
  });
  expect(record).toFinish();
  const timers = (ev: string): number => record.events.filter((event) => event.ev === ev).length;
  return { noted, early, warning: record.warnings[0]?.text, waiting: timers('timer.set') - timers('timer.fire') };
}

/** The calls in words. */
function calls(noted: readonly number[]): string {
  return `${noted.length} call${noted.length === 1 ? '' : 's'}${noted.length === 0 ? '' : `, at ${noted.join(', ')} s`}`;
}

/** What probably went wrong, as a sentence behind what was seen; empty when nothing is known. */
function why({ noted, early, warning, waiting }: Moments): string {
  if (noted.length === 0 && warning !== undefined)
    return `Python said: ${warning}. every is a plain function, and nobody awaits what it returns.`;
  if (noted.length === 0 && waiting > 0)
    return 'A timer was set, and in the next 10 s it was not due. A moment of the clock is one thing, a number of seconds from now another.';
  if (noted.length > 0 && early === noted.length)
    return 'fn was called before every had returned. It is the loop that is to call it, later.';
  if (noted.length > 1 && noted.every((moment) => moment === 0))
    return "All of them came at once: the moments that were asked for were over. A second of the loop does not begin when the loop's clock began, but when every was called.";
  return '';
}

test('the calls come when they are due', ({ program }) => {
  const seen = moments((note) => {
    (program.every as Every)(1, note, 3);
  });
  expect(seen.noted).toEqual(
    [1, 2, 3],
    `every(1, fn, 3) made ${calls(seen.noted)}. They were due at 1, 2, 3 s. ${why(seen)}`.trimEnd(),
  );
});

test('a slow function does not shift the calls after it', ({ program }) => {
  const seen = moments((note) => {
    (program.every as Every)(
      1,
      () => {
        note();
        time.sleep(0.25);
      },
      3,
    );
  });
  expect(seen.noted).toEqual(
    [1, 2, 3],
    `fn took 0.25 s each time, and every(1, fn, 3) made ${calls(seen.noted)}, not at 1, 2, 3 s. ${why(seen) || 'What fn takes must not be added to the second.'}`,
  );
});

test('a late call does not shift the calls after it', ({ program }) => {
  const seen = moments((note) => {
    getRunningLoop().callLater(0.75, () => {
      time.sleep(0.75);
    });
    (program.every as Every)(1, note, 3);
  });
  expect(seen.noted).toEqual(
    [1.5, 2, 3],
    `Somebody else blocked the loop until 1.5 s, so that the first call came late, and every(1, fn, 3) made ${calls(seen.noted)}. ${why(seen) || 'The second is still due at 2 s; yours was counted from the late one.'}`,
  );
});

test('it is called as often as was asked for', ({ program }) => {
  const { noted: none } = moments((note) => {
    (program.every as Every)(0.5, note, 0);
  });
  expect(none).toHaveLength(0, `With times of 0 there were ${calls(none)}.`);
  const { noted: five } = moments((note) => {
    (program.every as Every)(0.5, note, 5);
  });
  expect(five).toHaveLength(5, `With times of 5 there were ${calls(five)}.`);
});

test('every returns at once, and blocks nobody', ({ program }) => {
  let took = 0;
  const { early } = moments((note) => {
    const start = getRunningLoop().time();
    (program.every as Every)(1, note, 3);
    took = rounded(getRunningLoop().time() - start);
  });
  expect(took).toBe(
    0,
    `every came back after ${took} s, and nobody else could run meanwhile. It is the loop that has to do the waiting.`,
  );
  expect(early).toBe(0, `fn was called ${early} times before every had returned.`);
});

test('two of them do not disturb each other', ({ program }) => {
  const slow: number[] = [];
  const { noted: quick } = moments((note) => {
    const loop = getRunningLoop();
    const start = loop.time();
    (program.every as Every)(2, () => slow.push(rounded(loop.time() - start)), 2);
    (program.every as Every)(0.5, note, 3);
  });
  expect(slow).toEqual([2, 4], `Two of them ran at the same time. every(2, fn, 2) made ${calls(slow)}.`);
  expect(quick).toEqual([0.5, 1, 1.5], `Two of them ran at the same time. every(0.5, fn, 3) made ${calls(quick)}.`);
});
