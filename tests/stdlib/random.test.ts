/** `random` gives what CPython gives: for many seeds, every function, to the last digit (random.py, recorded in random.json). */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginWorld } from '../../src/runtime/index.ts';
import { recordOf } from '../sandbox/run.ts';
import { random } from '../../src/stdlib/index.ts';
import recorded from './random.json' with { type: 'json' };

const { Random } = random;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const times = <T>(n: number, make: () => T): T[] => range(n).map(make);

beforeEach(() => {
  beginWorld();
});

/** What random.py draws, in its order. */
function drawn(seed: ConstructorParameters<typeof Random>[0]): object {
  const r = new Random(seed);
  const items = range(10);
  const shuffled = range(20);
  const values = {
    random: times(4, () => r.random()),
    randint: [...times(10, () => r.randint(0, 10)), r.randint(-5, 5), r.randint(1, 1), r.randint(0, 2 ** 40)],
    uniform: [r.uniform(0, 1), r.uniform(-1, 2.5), r.uniform(10, 10), r.uniform(0.1, 0.3)],
    choice: [r.choice(items), r.choice('añ😀z'), r.choice([7])],
    randrange: [r.randrange(7), r.randrange(3, 9), r.randrange(0, 100, 7), r.randrange(10, 0, -3), r.randrange(2 ** 52)],
    getrandbits: [0, 1, 5, 31, 32, 33, 40, 53].map((bits) => r.getrandbits(bits)),
    sample: [r.sample(items, 3), r.sample(range(1000), 4), r.sample(range(5000), 30), r.sample(items, 10), r.sample(items, 0)],
    'sample by counts': r.sample(['a', 'b'], 3, { counts: [4, 2] }),
    choices: [
      r.choices(items, undefined, { k: 5 }),
      r.choices('xyz', [1, 2, 3], { k: 5 }),
      r.choices('xyz', undefined, { cumWeights: [0.5, 0.6, 2], k: 5 }),
    ],
  };
  r.shuffle(shuffled);
  return { ...values, shuffle: shuffled, 'long after': times(1500, () => r.random()).at(-1) };
}

describe('a seeded generator draws what CPython draws', () => {
  test.each(recorded.seeds as [number | string | boolean, object][])('from %j', (seed, values) => {
    expect(drawn(seed)).toEqual(values);
  });

  test.each(recorded.big as [string, object][])('from the integer %s', (seed, values) => {
    expect(drawn(BigInt(seed))).toEqual(values);
  });

  test('from bytes', () => {
    expect(drawn(Uint8Array.of(0, 255, 16))).toEqual(recorded.bytes);
  });
});

test('the functions of the module share one generator', () => {
  random.seed(444);
  expect([
    random.random(),
    random.randint(1, 6),
    random.uniform(1, 2),
    random.choice('abc'),
    random.randrange(10),
    random.getrandbits(9),
    random.sample([1, 2, 3], 2),
    random.choices([1, 2, 3], undefined, { k: 2 }),
  ]).toEqual(recorded.shared);
});

describe('what CPython refuses is refused in its words', () => {
  const calls = random as unknown as Readonly<Record<string, (...given: never[]) => unknown>>;
  test.each(Object.entries(recorded.refused))('%s', (expression, error) => {
    const [, name = '', given = ''] = /^(\w+)\((.*)\)$/.exec(expression) ?? [];
    const args = JSON.parse(`[${given.replaceAll('None', 'null')}]`) as never[];
    let raised = 'nothing';
    try {
      calls[name]?.(...args);
    } catch (problem) {
      if (problem instanceof Error) raised = `${problem.name}: ${problem.message}`;
    }
    expect(raised).toBe(error);
  });
});

describe('without a seed', () => {
  test('every run of a program draws the same', () => {
    const first = times(3, random.random);
    beginWorld();
    expect(times(3, random.random)).toEqual(first);
  });

  test("the world's seed decides", () => {
    beginWorld({ seed: 7 });
    const drawn = random.random();
    random.seed(7);
    expect(random.random()).toBe(drawn);
    beginWorld({ seed: 8 });
    expect(random.random()).not.toBe(drawn);
  });

  test('two generators draw differently', () => {
    expect(new Random().random()).not.toBe(new Random().random());
    const first = random.random();
    random.seed();
    expect(random.random()).not.toBe(first);
  });
});

test('what would not be exact here is refused: more than 53 bits, half a surrogate pair', () => {
  expect(() => random.getrandbits(54)).toThrow('numbers are exact up to 53 bits here');
  expect(() => random.randint(0, 2 ** 53)).toThrow('numbers are exact up to 53 bits here');
  expect(() => {
    random.seed('a\ud800');
  }).toThrow("'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed");
  expect(() => {
    random.choices([1], undefined, { size: 3 } as never);
  }).toThrow("Random.choices() got an unexpected keyword argument 'size'");
});

test('in the hardened sandbox, too, note 003 sleeps 4 4 0 4 7 4 seconds and ends at 11', async () => {
  const note = new URL('../../src/notes/003_s1_verbatim/program.ts', import.meta.url);
  const { output, error } = await recordOf(readFileSync(note, 'utf8'), 'program.ts');
  expect(error).toBeUndefined();
  const seconds = output.flatMap(({ text }) => /sleeping for (\d+) seconds/.exec(text)?.[1] ?? []);
  expect(seconds.join(' ')).toBe('4 4 0 4 7 4');
  expect(output.at(-1)?.text).toBe('Program finished in 11.00 seconds.');
});
