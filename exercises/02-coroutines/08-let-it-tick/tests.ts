/** Checks lists of several lengths beside a task that counts its turns. */
import { expect, run, test } from 'grader';
import { createTask, sleep } from 'asyncio';

type Run = ReturnType<typeof run>;
type CheckAll = (items: number[]) => Promise<number[]>;

const upTo = (length: number): number[] => Array.from({ length }, (_, n) => n + 1);
const sevenths = (items: readonly number[]): number[] => items.filter((item) => item % 7 === 0);

/** Prints a line in each of its turns, and ends by itself, so that it holds nobody up who waits by the clock. */
async function other(): Promise<void> {
  for (let n = 1; n <= 20; n += 1) {
    console.log(`turn ${n}`);
    await sleep(0);
  }
}

function checked(checkAll: CheckAll, items: number[]): Run {
  return run(async () => {
    createTask(other());
    const found = await checkAll(items);
    console.log('checked');
    return found;
  });
}

/** Turns of the other task before the list was done. */
function turns(record: Run): number {
  const end = record.output.findIndex((line) => line.text === 'checked');
  return record.output.slice(0, Math.max(0, end)).filter((line) => line.text.startsWith('turn ')).length;
}

const times = (n: number): string => (n === 1 ? '1 turn' : `${n} turns`);

/** Why the other task had so few turns. */
function aboutTurns(record: Run, items: readonly number[]): string {
  if (record.error) return ''; // the grader tells it, with its line and what to write
  const got = turns(record);
  const did = `While ${items.length} items were checked, the other task got ${got === 0 ? 'no turn' : times(got)}`;
  const lost = record.warnings.find((warning) => warning.text.includes("'sleep'"));
  if (lost) return `${did}. Python said: ${lost.text}. A pause that is only called does not begin.`;
  if (record.events.some((event) => event.ev === 'clock.block'))
    return `${did}. A call of time.sleep keeps the thread, however short it is.`;
  if (got === 0)
    return `${did}. checkAll did not suspend before its end: an \`await\` of something that need not wait goes straight on.`;
  return `${did}. It suspended too seldom: at each suspension every ready task has one turn.`;
}

test('others get at least ten turns while a long list is checked', ({ program }) => {
  for (const items of [upTo(200), upTo(100)]) {
    const record = checked(program.checkAll, items);
    expect(turns(record) >= 10).toBe(true, aboutTurns(record, items));
  }
});

test('no time passes', ({ program }) => {
  const record = checked(program.checkAll, upTo(120));
  const sleeps = record.elapsed > 0 ? 'Letting others have a turn needs no waiting: each wait adds up.' : '';
  expect(record).toTake(0, `Checking 120 items took {actual}. ${sleeps}`);
});

test('the same items are found, in the same order', ({ program }) => {
  for (const items of [upTo(150), [14, 3, 7, 7, 1], [8], []]) {
    const record = checked(program.checkAll, items);
    const result = Array.isArray(record.result) ? `[${record.result.map(String).join(', ')}]` : 'no list';
    expect(record.result).toEqual(
      sevenths(items),
      record.error
        ? ''
        : `For ${items.length > 8 ? `the numbers 1 to ${items.length}` : `[${items.join(', ')}]`} checkAll gave ${result}. Each item that \`check\` says yes to is found once, at its place.`,
    );
  }
});
