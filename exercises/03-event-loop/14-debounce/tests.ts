/** Types into debounced functions at known moments, and looks at what was called, when and with which text. */
import { expect, run, test } from 'grader';
import { getRunningLoop, sleep } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

type Debounce = (seconds: number, fn: (text: string) => void) => Debounced;
type Fired = readonly [seconds: number, text: string];

/** Sums of tenths are not exact in floating point; nobody's program is to blame for that. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Runs `script` beside a recorder, and then lets 20 s pass. @returns what was called, with its moment, and what Python warned of */
function seen(script: (note: (text: string) => void) => PromiseLike<void>): { all: Fired[]; warning: string | undefined } {
  const all: Fired[] = [];
  const record = run(async () => {
    await script((text) => all.push([rounded(getRunningLoop().time()), text]));
    await sleep(20);
  });
  expect(record).toFinish();
  return { all, warning: record.warnings[0]?.text };
}

/** What was called while `script` ran and in the 20 s behind it. */
const fired = (script: (note: (text: string) => void) => PromiseLike<void>): Fired[] => seen(script).all;

function told(all: readonly Fired[]): string {
  const times = all.map(([seconds, text]) => `at ${seconds} s with ${text}`).join(', ');
  return `fired ${all.length} time${all.length === 1 ? '' : 's'}${times === '' ? '' : `: ${times}`}`;
}

/** Calls with the texts a, b, c at 0, 0.5 and 0.75 s. */
async function type(debounced: Debounced): Promise<void> {
  debounced.call('a');
  await sleep(0.5);
  debounced.call('b');
  await sleep(0.25);
  debounced.call('c');
}

/** Why there was another number of calls than one, or another moment. */
function why(all: readonly Fired[], warning: string | undefined): string {
  if (all.length === 0 && warning !== undefined)
    return `Python said: ${warning}. What has to be awaited is not done when call returns.`;
  if (all.length === 0) return 'Each call starts the wait anew: the last one starts it as well.';
  if (all.length === 3 && all[0]?.[0] === 0)
    return 'Each was called by call itself, at once. It is the loop that is to call fn, later.';
  if (all.length === 1 && all[0]?.[0] === 1) return 'It was counted from the first call: but then the typing had not stopped.';
  return 'A call makes the one before it void, together with its timer.';
}

test('it calls once, when the calls have stopped', ({ program }) => {
  const { all, warning } = seen((note) => type((program.debounce as Debounce)(1, note)));
  expect(all.map(([seconds]) => seconds)).toEqual(
    [1.75],
    `call was called at 0, 0.5 and 0.75 s, and 1 s after the last, at 1.75 s, it is to fire once. It ${told(all)}. ${why(all, warning)}`,
  );
});

test('fn gets the text of the last call', ({ program }) => {
  const all = fired((note) => type((program.debounce as Debounce)(1, note)));
  const texts = all.map(([, text]) => text);
  expect(texts).toEqual(
    ['c'],
    texts.length === 1
      ? `The texts were a, b and c, and fn was called with ${texts[0] ?? ''}, which was the text of the ${texts[0] === 'a' ? 'first' : 'second'} call.`
      : `The texts were a, b and c, and fn is to be called with the last of them alone. It ${told(all)}.`,
  );
});

test('after it has fired it can be used again', ({ program }) => {
  const all = fired(async (note) => {
    const debounced = (program.debounce as Debounce)(1, note);
    debounced.call('first');
    await sleep(3);
    debounced.call('second');
  });
  expect(all).toEqual(
    [
      [1, 'first'],
      [4, 'second'],
    ],
    `There was a call at 0 s and, long after that had fired, another at 3 s. It ${told(all)}.`,
  );
});

test('cancel takes back what is pending', ({ program }) => {
  const all = fired(async (note) => {
    const debounced = (program.debounce as Debounce)(1, note);
    debounced.call('x');
    await sleep(0.5);
    debounced.cancel();
  });
  expect(all).toEqual([], `There was a call at 0 s, and at 0.5 s it was cancelled. fn was called all the same: it ${told(all)}.`);
  const record = run(async () => {
    (program.debounce as Debounce)(1, () => undefined).cancel();
  });
  expect(record).toFinish('cancel was called with nothing pending, and raised {actual}.');
});

test('a cancelled one can be used again', ({ program }) => {
  const all = fired(async (note) => {
    const debounced = (program.debounce as Debounce)(1, note);
    debounced.call('x');
    debounced.cancel();
    await sleep(2);
    debounced.call('y');
  });
  expect(all).toEqual([[3, 'y']], `There was a call that was cancelled, and 2 s after cancel another one. It ${told(all)}.`);
});

test('two of them do not disturb each other', ({ program }) => {
  const slow: Fired[] = [];
  const quick = fired(async (note) => {
    const debounce = program.debounce as Debounce;
    debounce(2, (text) => slow.push([rounded(getRunningLoop().time()), text])).call('slow');
    debounce(1, note).call('quick');
  });
  expect(slow).toHaveLength(
    1,
    `Two of them were called at the same moment, and fn of the first ${slow.length === 0 ? 'was never called' : told(slow)}: each keeps its own.`,
  );
  expect([...quick, ...slow]).toEqual(
    [
      [1, 'quick'],
      [2, 'slow'],
    ],
    `One of 2 s and one of 1 s were called at the same moment. The first ${told(slow)}; the second ${told(quick)}.`,
  );
});

test('call returns at once', ({ program }) => {
  let took = 0;
  fired(async (note) => {
    const start = getRunningLoop().time();
    (program.debounce as Debounce)(1, note).call('x');
    took = getRunningLoop().time() - start;
  });
  expect(took).toBe(0, `call came back after ${took} s, and blocked everybody meanwhile.`);
});
