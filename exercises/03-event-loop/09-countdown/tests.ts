/** Lets counters of many names and lengths run at the same time and looks at who printed when. */
import { expect, run, test } from 'grader';
import { gather } from 'asyncio';

type Run = ReturnType<typeof run>;
type Countdown = (name: string, from: number) => Promise<void>;
type Counter = readonly [name: string, from: number];

function lines(record: Run): string[] {
  return record.output.map((line) => line.text);
}

/** More lines than these are not read. */
const SHOWN = 20;

function listed(printed: readonly string[]): string {
  const first = printed.slice(0, SHOWN).join(', ');
  if (printed.length === 0) return 'It printed: nothing.';
  return printed.length > SHOWN ? `It printed ${printed.length} lines, first: ${first}.` : `It printed: ${first}.`;
}

function together(countdown: Countdown, counters: readonly Counter[]): Run {
  return run(async () => {
    await gather(...counters.map(([name, from]) => countdown(name, from)));
  });
}

/** Round by round, everyone who still counts prints one line, in the order of their start. */
function inTurn(counters: readonly Counter[]): string[] {
  const longest = Math.max(...counters.map(([, from]) => from));
  return Array.from({ length: longest }, (_, round) =>
    counters.filter(([, from]) => from > round).map(([name, from]) => `${name} ${from - round}`),
  ).flat();
}

/** What stands in the way of taking turns, seen in this run. */
function about(record: Run, counters: readonly Counter[]): string {
  const printed = lines(record);
  const [first, second] = counters.map(([name]) =>
    printed.map((line, at) => (line.startsWith(`${name} `) ? at : -1)).filter((at) => at >= 0),
  );
  const cut = first && second && first.length > 1 && second.length > 0 && Math.max(...first) < Math.min(...second);
  if (cut)
    return `${listed(printed)} ${counters[0]?.[0] ?? ''} ran to its end before ${counters[1]?.[0] ?? ''} printed its first line. ${whyNoTurn(record)}`;
  return `${listed(printed)} In turn it would be: ${inTurn(counters).join(', ')}.`;
}

function whyNoTurn(record: Run): string {
  const lost = record.warnings.find((warning) => warning.text.includes("'sleep'"));
  if (lost) return `Python said: ${lost.text}. A sleep that is only called does not begin.`;
  const inOneTask = new Set(record.output.map((line) => line.task)).size === 1;
  if (inOneTask) return 'All of them ran inside one task: each was awaited to its end before the next one began.';
  const suspensions = record.events.filter((event) => event.ev === 'task.suspend').length - 1; // one is that of the task that waits for them
  if (suspensions > 0)
    return `The counters suspended only ${suspensions} times together: a task that does not suspend between two lines keeps the loop to itself.`;
  if (record.elapsed > 0) return 'None of them ever suspended. A wait that blocks lets time pass, and nobody else run.';
  return 'None of them ever suspended, so the loop had no chance to go on with another. An `await` of something that has no need to wait does not suspend either.';
}

test('a counter by itself counts from its number down to 1', ({ program }) => {
  const record = run(() => program.countdown('solo', 4));
  expect(lines(record)).toEqual(
    ['solo 4', 'solo 3', 'solo 2', 'solo 1'],
    `${listed(lines(record))} countdown('solo', 4) should print solo 4, solo 3, solo 2, solo 1.`,
  );
});

test('counters take turns, one line each', ({ program }) => {
  const counters: Counter[] = [
    ['tick', 3],
    ['tack', 3],
  ];
  const record = together(program.countdown, counters);
  expect(lines(record)).toEqual(inTurn(counters), about(record, counters));
});

test('counters of different lengths take turns while both still count', ({ program }) => {
  const counters: Counter[] = [
    ['x', 2],
    ['y', 5],
    ['z', 1],
    ['w', 3],
  ];
  const record = together(program.countdown, counters);
  expect(lines(record)).toEqual(inTurn(counters), about(record, counters));
});

test('no time passes while they count', ({ program }) => {
  const record = together(program.countdown, [
    ['p', 2],
    ['q', 2],
  ]);
  expect(record.elapsed).toBe(
    0,
    `${record.elapsed} s passed while two counters counted from 2. Letting the others have a turn needs no waiting.`,
  );
});

test('main prints the nine lines of the three counters in turn', ({ program }) => {
  const counters: Counter[] = [
    ['a', 3],
    ['b', 3],
    ['c', 3],
  ];
  const record = run(() => program.main());
  expect(lines(record)).toEqual(inTurn(counters), about(record, counters));
});
