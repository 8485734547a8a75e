/** Hands `alternate` pairs of counters, and reads off their lines who got which step. */
import { expect, run, test } from 'grader';
import { sleep, type Coroutine } from 'asyncio';

type Run = ReturnType<typeof run>;
type Alternate = (a: unknown, b: unknown) => unknown;
/** How many lines a coroutine prints, one in each of its steps but the last, in which it returns `value`. */
type Counter = readonly [name: string, lines: number, value: unknown];

async function count(name: string, lines: number, value: unknown): Promise<unknown> {
  for (let n = 1; n <= lines; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return value;
}

function alternated(alternate: Alternate, a: Counter, b: Counter): Run {
  return run(async () => alternate(count(...a), count(...b)));
}

const lines = (record: Run): string[] => record.output.map((line) => line.text);

function inTurn(a: Counter, b: Counter): string[] {
  return Array.from({ length: Math.max(a[1], b[1]) }, (_, n) =>
    [a, b].flatMap(([name, to]) => (n < to ? [`${name} ${n + 1}`] : [])),
  ).flat();
}

function shown(value: unknown): string {
  if (value === undefined) return 'None';
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Why it did not come to an end; undefined when it did. */
function aboutError({ error }: Run): string | undefined {
  if (error?.message.includes('cannot reuse already awaited coroutine'))
    return `alternate raised ${error.type}: ${error.message}. A coroutine had ended, and was asked for one more step.`;
  if (error?.message.includes('cannot be called from a running event loop'))
    return `alternate raised ${error.type}: ${error.message}. It asked an event loop to take the steps: here alternate takes them itself.`;
  return error ? '' : undefined; // the grader tells it, with its line and what to write
}

function aboutOrder(record: Run, a: Counter, b: Counter): string {
  const printed = lines(record);
  const did = `It printed: ${printed.join(', ') || 'nothing'}.`;
  const [first, second] = [a, b].map(([name]) => printed.flatMap((line, at) => (line.startsWith(`${name} `) ? [at] : [])));
  const error = aboutError(record);
  if (first === undefined || second === undefined || printed.length === 0) return `${did} No coroutine got a step.`;
  if (first.length > 1 && second.length > 0 && Math.max(...first) < Math.min(...second))
    return `${did} ${a[0]} ran to its end before ${b[0]} began. So would two subroutines: after each step the other one is to have its turn.`;
  if ((second[0] ?? -1) === 0) return `${did} ${b[0]} had the first step: \`a\` begins.`;
  if (error !== undefined && error !== '') return `${did} ${error}`;
  if (printed.length < a[1] + b[1])
    return `${did} ${first.length < a[1] ? a[0] : b[0]} is not finished: when one of the two has ended, the other goes on.`;
  return `${did} In turn it would be: ${inTurn(a, b).join(', ')}.`;
}

const EQUAL: readonly (readonly [Counter, Counter])[] = [
  [
    ['x', 3, 1],
    ['y', 3, 2],
  ],
  [
    ['ping', 1, 'p'],
    ['pong', 1, 'q'],
  ],
];
const UNEQUAL: readonly (readonly [Counter, Counter])[] = [
  [
    ['long', 12, 1],
    ['short', 2, 2],
  ],
  [
    ['short', 1, 3],
    ['long', 4, 4],
  ],
  [
    ['none', 0, 5],
    ['some', 2, 6],
  ],
];

test('the two take turns, one step each', ({ program }) => {
  for (const [a, b] of EQUAL) {
    const record = alternated(program.alternate, a, b);
    expect(lines(record)).toEqual(inTurn(a, b), aboutOrder(record, a, b));
  }
});

test('the longer one is finished alone', ({ program }) => {
  for (const [a, b] of UNEQUAL) {
    const record = alternated(program.alternate, a, b);
    expect(lines(record)).toEqual(inTurn(a, b), aboutOrder(record, a, b));
  }
});

test('both values come back, that of a first', ({ program }) => {
  for (const [a, b] of [
    ...EQUAL,
    ...UNEQUAL,
    [
      ['u', 2, undefined],
      ['v', 1, false],
    ] as const,
  ]) {
    const record = alternated(program.alternate, a, b);
    const error = aboutError(record);
    expect(error === undefined ? record.result : undefined).toEqual(
      [a[2], b[2]],
      error ??
        `The two returned ${shown(a[2])} and ${shown(b[2])}, and alternate returned ${shown(record.result)}. The value comes with the step in which a coroutine ends.`,
    );
  }
});

/** A coroutine that counts the steps it is asked for after its end. */
function watched(counter: Counter): {
  readonly coroutine: Pick<Coroutine, 'send' | 'throw' | 'close'>;
  readonly late: () => number;
} {
  const inner = count(...counter) as unknown as Coroutine;
  let hasEnded = false;
  let late = 0;
  return {
    coroutine: {
      send: (value) => {
        if (hasEnded) late += 1;
        const step = inner.send(value);
        hasEnded = step.done === true;
        return step;
      },
      throw: (error) => inner.throw(error),
      close: () => {
        inner.close();
      },
    },
    late: () => late,
  };
}

test('nothing is asked of a coroutine that has ended', ({ program }) => {
  for (const [a, b] of [...EQUAL, ...UNEQUAL]) {
    const pair = [watched(a), watched(b)] as const;
    const record = run(async () => (program.alternate as Alternate)(pair[0].coroutine, pair[1].coroutine));
    expect(record.outcome).toBe('finished', aboutError(record));
    for (const [at, [name]] of [a, b].entries()) {
      const late = pair[at]?.late() ?? 0;
      expect(late).toBe(
        0,
        `${name} had ended, and was asked for ${late} more step${late === 1 ? '' : 's'}. The error that this raises was caught. An ended coroutine has no step left to give.`,
      );
    }
  }
});
