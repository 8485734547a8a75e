/**
 * Each TypeScript twin, run on our runtime, prints line by line what CPython printed for its Python listing. Where they may differ is listed below, each with its
 * reason, and a difference that is no longer there is refused as well.
 *
 * `NAME.out.txt` is what real CPython shows on a terminal, output and errors as they come, on a virtual clock, without the library's frames in a traceback:
 * `tools/record-cpython.ts` writes it, and its `--check` tells whether it is still so.
 */
import { describe, expect, test } from 'vitest';
import { listings } from './read-content.ts';
import { runTwin } from './run-twin.ts';

/** One difference: how the twin's line is made of Python's; undefined when the twin prints no such line. */
interface Difference {
  readonly python: RegExp;
  readonly twin: string | undefined;
  readonly because: string;
}

const BOOLEANS: readonly Difference[] = [
  { python: /: True$/, twin: ': true', because: 'Python writes True, TypeScript true' },
  { python: /: False$/, twin: ': false', because: 'Python writes False, TypeScript false' },
];
const OWN_FILE: readonly Difference[] = [
  { python: /^(\w+)\.py /, twin: '$1.ts ', because: '`{__file__}` is the name of the file, and the twin is another file' },
];

const DIFFERENCES: Readonly<Record<string, readonly Difference[]>> = {
  'calling-main': [
    {
      python: /^calling-main\.py:7: RuntimeWarning: .* was never awaited$/,
      twin: undefined,
      because: 'a warning is no output; it stands in the record, see below',
    },
    { python: /^ {2}main\(\)$/, twin: undefined, because: 'the source line that CPython shows below its warning' },
    { python: /^RuntimeWarning: Enable tracemalloc/, twin: undefined, because: 'the advice that CPython gives with the warning' },
  ],
  'three-kinds': BOOLEANS,
  parcel: BOOLEANS,
  'not-a-task': BOOLEANS,
  'three-runs': BOOLEANS,
  countasync: OWN_FILE,
  countblocking: OWN_FILE,
  'when-is-it-done': [{ python: /is True$/, twin: 'is true', because: 'Python writes True, TypeScript true' }],
  'future-inside': [{ python: /^True$/, twin: 'true', because: 'Python writes True, TypeScript true' }],
  'in-a-group': [
    {
      python: /\(ValueError\('no such page'\),\)$/,
      twin: "[ValueError('no such page')]",
      because: 'a group holds a tuple in Python, an array in TypeScript',
    },
  ],
  shielded: [
    {
      python: /cancelled: False done: False$/,
      twin: 'cancelled: false done: false',
      because: 'Python writes False, TypeScript false',
    },
  ],
};

/** Listings of Python alone, and why they have no twin. */
const WITHOUT_TWIN: Readonly<Record<string, string>> = {
  'listing-of-note-001': 'TypeScript refuses it, as Python does',
  'curly-quotes': 'TypeScript refuses the quotes, as Python does',
  'fetching-the-loop': 'it asks for a loop where there is none, and TypeScript has no way to ask that',
  'en-dash': 'TypeScript refuses the dash, as Python does',
  'three-mechanisms': 'it uses a `main` that is nowhere: TypeScript refuses it before it runs',
  'say-something-as-noted': 'it calls a function that asyncio does not have: TypeScript refuses it before it runs',
  'future-as-noted': 'it ends with an error, in TypeScript as in Python; the corrected one has its twin',
  'ten-snippets': 'it asks Python about Python, and TypeScript has no `compile`',
};

/** Virtual seconds that a listing takes by CPython's account. The lessons name these numbers. */
const SECONDS: Readonly<Record<string, number>> = {
  'long-computation': 0,
  'not-a-generator': 0,
  'two-by-hand': 0,
  spinner: 2.5,
  'who-gets-a-turn': 3.5,
  'legal-half': 1,
  chain: 11,
  'who-runs-the-parts': 10,
  'bad-yields': 0,
  parcel: 2,
  'what-can-be-awaited': 0,
  'calling-main': 0,
  'response-list': 28,
  'three-kinds': 1,
  'not-a-task': 2,
  'tiny-loop': 0,
  'without-a-loop': 0,
  'left-over': 1,
  'by-hand': 1,
  'three-runs': 1,
  'mechanisms-at-work': 0,
  'own-loop': 1,
  'three-calls': 3,
  'held-up': 3,
  'parts-and-total': 11,
  'perf-counter': 1.5,
  'what-is-timed': 2,
  countasync: 1,
  countblocking: 3,
  hello: 1,
  'sleep-zero': 0,
  'nine-requests': 2,
  'one-fails': 6,
  'same-object-twice': 2,
  'when-they-start': 7,
  'slow-op': 1,
  'what-it-sees': 501,
  'holds-on': 1,
  shielded: 3,
  waiting: 3,
  'producer-consumer': 8,
  'with-a-limit': 0,
  'from-a-thread': 4.2,
  'when-is-it-done': 3,
  'three-orders': 0,
  'before-run': 0,
  'say-something': 2,
  'in-the-loop': 18,
  'not-blocked': 5,
  'future-inside': 0,
  'two-sides': 2,
  'in-a-group': 1,
  'with-and-without': 9,
};

/** Python's line as the twin has to print it, and the difference that was used for that. */
function translated(
  line: string,
  differences: readonly Difference[],
): { line: string | undefined; used: Difference | undefined } {
  const used = differences.find(({ python }) => python.test(line));
  if (used === undefined) return { line, used };
  return { line: used.twin === undefined ? undefined : line.replace(used.python, used.twin), used };
}

const all = listings();
const twins = all.flatMap((listing) => (listing.twin === undefined ? [] : [{ ...listing, twin: listing.twin }]));

describe.each(twins)('the listing $name', ({ name, twin, printed }) => {
  const differences = DIFFERENCES[name] ?? [];
  const translation = printed.map((line) => translated(line, differences));

  test('its twin prints what CPython printed, in the same time', async () => {
    const record = await runTwin(twin, `${name}.ts`);
    expect(record.error).toBeUndefined();
    expect(record.output.map((line) => line.text)).toEqual(translation.flatMap(({ line }) => line ?? []));
    expect(record.elapsed).toBeCloseTo(SECONDS[name] ?? Number.NaN, 9);
  });

  test('its twin warns where CPython warned', async () => {
    const { warnings } = await runTwin(twin, `${name}.ts`);
    const cpython = printed.flatMap((line) => /RuntimeWarning: (.* was never awaited)$/.exec(line)?.[1] ?? []);
    expect(warnings.map(({ text }) => text)).toEqual(cpython);
  });

  test('each difference that is allowed for it is there', () => {
    const used = new Set(translation.map((each) => each.used));
    expect(differences.filter((difference) => !used.has(difference)).map(({ because }) => because)).toEqual([]);
  });
});

test('the listings without a twin are those that cannot have one', () => {
  const alone = all.filter(({ twin }) => twin === undefined).map(({ name }) => name);
  expect(alone.sort()).toEqual(Object.keys(WITHOUT_TWIN).sort());
});

test('every difference is allowed for a listing that exists', () => {
  const names = all.map(({ name }) => name);
  expect([...Object.keys(DIFFERENCES), ...Object.keys(SECONDS)].filter((name) => !names.includes(name))).toEqual([]);
});
