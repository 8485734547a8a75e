/** Goes through lists with several n, and reads off the turns of the loop which items were looked at in one go. */
import { expect, run, test } from 'grader';
import { createTask, sleep } from 'asyncio';

type Run = ReturnType<typeof run>;
type Fair = (items: number[], n: number) => Promise<number[]>;

const CASES: readonly (readonly [length: number, n: number])[] = [
  [10, 5],
  [25, 10],
  [7, 1],
  [6, 4],
  [3, 8],
];

/** Items whose values are not their places in the list. */
const numbered = (length: number): number[] => Array.from({ length }, (_, index) => 3 * index + 4);

function gone(fair: Fair, length: number, n: number): Run {
  return run(async () => await fair(numbered(length), n));
}

/** How many items were looked at in each turn of the loop in which there were any. */
function portions(record: Run): number[] {
  const turns = new Map<number, number>();
  for (const { text, it } of record.output) if (text.startsWith('item ')) turns.set(it, (turns.get(it) ?? 0) + 1);
  return [...turns.values()];
}

/** How often the task that runs `fair` suspended. */
function suspensions(record: Run): number {
  return record.events.filter((event) => event.ev === 'task.suspend').length;
}

function rightPortions(length: number, n: number): number[] {
  return Array.from({ length: Math.ceil(length / n) }, (_, index) => Math.min(n, length - index * n));
}

/** The portions of a program that takes an item's value for its number. */
function portionsByValue(length: number, n: number): number[] {
  const ends = numbered(length).flatMap((item, index) => (item % n === 0 ? [index + 1] : []));
  return [...ends, length].map((end, at) => end - (ends[at - 1] ?? 0)).filter((size) => size > 0);
}

const shown = (numbers: readonly number[]): string =>
  numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')}, …` : numbers.join(', ') || 'none';

function aboutPortions(record: Run, length: number, n: number): string {
  if (record.error) return ''; // the grader tells it, with its line and what to write
  const got = portions(record);
  const right = rightPortions(length, n);
  const did = `With ${length} items and n = ${n} it looked at ${got.length === 1 ? `all ${String(got[0])} in one go` : `them in ${got.length} portions of ${shown(got)}`}`;
  const lost = record.warnings.find((warning) => warning.text.includes("'sleep'"));
  if (lost) return `${did}. Python said: ${lost.text}. A pause that is only called does not begin.`;
  if (got.length === 1 && record.events.some((event) => event.ev === 'clock.block'))
    return `${did}. A call of time.sleep keeps the thread, however short it is.`;
  if (got.length === 1) return `${did}: it did not suspend between two items.`;
  if (JSON.stringify(got) === JSON.stringify(portionsByValue(length, n)))
    return `${did}. The pauses came after the items that can be divided by n. It is the items gone through that are to be counted, whatever their values.`;
  if (n > 1 && got.every((each) => each === 1))
    return `${did}: expected ${right.length} portions, saw ${got.length}. n is the number of items between two pauses.`;
  if (got[0] === 1 && n > 1)
    return `${did}. The first pause came after one item already: count those that have been looked at, from 1.`;
  return `${did}, and not of ${shown(right)}.`;
}

test('others have a turn after every n-th item, and nowhere else', ({ program }) => {
  for (const [length, n] of CASES) {
    const record = gone(program.fair, length, n);
    expect(portions(record)).toEqual(rightPortions(length, n), aboutPortions(record, length, n));
  }
});

test('others have one turn each time, not more', ({ program }) => {
  for (const [length, n] of CASES) {
    const record = gone(program.fair, length, n);
    const most = rightPortions(length, n).length;
    const did = suspensions(record);
    expect(did <= most).toBe(
      true,
      `With ${length} items and n = ${n} it suspended ${did} times, for ${most} portion${most === 1 ? '' : 's'}: one pause after each is enough.`,
    );
  }
});

test('each item is looked at once, and the results are in order', ({ program }) => {
  for (const [length, n] of [...CASES, [0, 3]] as const) {
    const record = gone(program.fair, length, n);
    const looked = record.output.map((line) => line.text);
    const items = numbered(length);
    const did = `With ${length} items and n = ${n} it looked at ${looked.length} of them, and gave ${Array.isArray(record.result) ? `[${shown(record.result as number[])}]` : 'no list'}.`;
    expect(record.error ? [] : [looked, record.result]).toEqual(
      [items.map((item) => `item ${item}`), items.map((item) => item * item)],
      record.error ? '' : `${did} Every item has its result at its place, also those of the last portion.`,
    );
  }
});

test('no time passes', ({ program }) => {
  const record = run(async () => {
    const other = createTask(sleep(0));
    await program.fair(numbered(40), 4);
    await other;
  });
  expect(record).toTake(0, 'Forty items with n = 4 took {actual}. Letting others have a turn needs no waiting.');
});
