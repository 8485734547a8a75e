/** Runs `main` and reads the clock off its lines: total, ticks, the save, and whether anything held the loop. */
import { expect, run, test } from 'grader';

const LINES = [
  'asking for a.txt',
  'asking for b.txt',
  'received a.txt',
  'received b.txt',
  'saving',
  'saved',
  'tick 1',
  'tick 2',
  'tick 3',
  'tick 4',
];

type Run = ReturnType<typeof run>;

/** Virtual seconds at which a line was first printed; undefined when it was not. */
function timeOf(record: Run, text: string): number | undefined {
  return record.output.find((line) => line.text === text)?.t;
}

function told(record: Run, text: string): string {
  const t = timeOf(record, text);
  return t === undefined ? `\`${text}\` was not printed` : `\`${text}\` was printed at ${rounded(t)} s`;
}

/** Sums of tenths are not exact in floating point; nobody's program is to blame for that. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Seconds for which the loop could do nothing else, and the tasks in which that happened. */
function blocked(record: Run): { seconds: number; by: string } {
  const blocks = record.events.filter((event) => event.ev === 'clock.block');
  const by = [...new Set(blocks.map((event) => (typeof event.by === 'string' ? event.by : 'the program')))].join(', ');
  return { seconds: rounded(blocks.reduce((sum, event) => sum + Number(event.seconds), 0)), by };
}

test('the four together take 2 seconds', ({ program }) => {
  const record = run(() => program.main());
  const took = rounded(record.elapsed);
  const why =
    blocked(record).seconds > 0
      ? 'while one of them blocked the loop, no other could begin a wait or end one.'
      : 'each began only when the one before it had ended, or something waited after all the rest.';
  expect(took).toBe(2, `The longest of the four needs 2 s, and they took ${took} s: ${why}`);
});

test('nothing blocks the loop', ({ program }) => {
  const record = run(() => program.main());
  const { seconds, by } = blocked(record);
  expect(seconds).toBe(
    0,
    `${by} blocked the loop for ${seconds} s. A blocking call stops the whole thread, also in an \`async function\`, in small pieces, or in a task of its own.`,
  );
});

test('the clock ticks every half second', ({ program }) => {
  const record = run(() => program.main());
  const ticks = ['tick 1', 'tick 2', 'tick 3', 'tick 4'].map((text) => rounded(timeOf(record, text) ?? Number.NaN));
  expect(ticks).toEqual(
    [0.5, 1, 1.5, 2],
    `The clock ticked at ${ticks.join(', ')} s, not at 0.5, 1, 1.5, 2 s: it could not run whenever it was due.`,
  );
});

test('saving takes its 2 seconds', ({ program }) => {
  const record = run(() => program.main());
  const times = [timeOf(record, 'saving'), timeOf(record, 'saved')].map((t) => (t === undefined ? t : rounded(t)));
  const lost = record.warnings.map((warning) => `Python said: ${warning.text}. `).join('');
  expect(times).toEqual(
    [0, 2],
    `${told(record, 'saving')} and ${told(record, 'saved')}. ${lost}The save begins with the others, at 0 s, and its work takes 2 s.`,
  );
});

test('every line is still printed, once', ({ program }) => {
  const record = run(() => program.main());
  const printed = record.output.map((line) => line.text);
  const missing = LINES.filter((line) => !printed.includes(line));
  const extra = printed.filter((line, at) => !LINES.includes(line) || printed.indexOf(line) !== at);
  expect([...printed].sort()).toEqual(
    [...LINES].sort(),
    `Missing: ${missing.join(', ') || 'nothing'}. Unexpected or repeated: ${extra.join(', ') || 'nothing'}.`,
  );
});
