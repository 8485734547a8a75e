/** Runs `main` and looks at its lines, at the time, and at loops, threads and coroutines that should not be there. */
import { expect, run, test } from 'grader';

type Run = ReturnType<typeof run>;

const PLACES = ['Oslo', 'Rome', 'Reykjavik'];
const LINES = ['Oslo: 4 degrees', 'Rome: 4 degrees', 'Reykjavik: 9 degrees'];

/** Whether what `main` returned has something else than texts in it. */
function hasCoroutines(result: unknown): boolean {
  return Array.isArray(result) && result.some((line) => typeof line === 'object');
}

function measured(places: readonly string[], main: (places: readonly string[]) => unknown): Run {
  return run(() => main(places));
}

test('main gives a line for each place, in order', ({ program }) => {
  const record = measured(PLACES, program.main);
  expect(record).toFinish(
    record.error?.type === 'RuntimeError'
      ? 'main did not finish: {actual}. A loop runs already when main runs, and a thread has only one at a time: inside it, what is there is to be awaited.'
      : '', // the grader tells it, with its line and what to write
  );
  expect(record.result).toEqual(
    LINES,
    hasCoroutines(record.result)
      ? 'In the list that main returned, a coroutine stands where a line should be: an async function was called, and nobody awaited what that gives.'
      : 'main gave {actual}. Each place has its line, such as `Oslo: 4 degrees`, in the order of the places.',
  );
});

test('each place is measured', ({ program }) => {
  const record = measured(['Oslo'], program.main);
  expect(record).toTake(
    1,
    'A measurement takes 1 s, and main took {actual} for one place: the station was not asked, or its answer was not waited for.',
  );
});

test('everything runs in one loop', ({ program }) => {
  const record = measured(PLACES, program.main);
  const threads = record.events.filter((event) => event.ev === 'thread.start').length;
  expect(threads).toBe(
    0,
    `${threads} times a function was run in a thread, where a second loop may be started. The loop that is there can do it all.`,
  );
});

test('no coroutine is left without an await', ({ program }) => {
  const record = measured(PLACES, program.main);
  const [first] = record.warnings;
  expect(first).toBeUndefined(
    `Python said: ${first?.text ?? ''}. The object was made for nothing, or its result is missing somewhere.`,
  );
});
