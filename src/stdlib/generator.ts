/**
 * `Random`: CPython's generator and what it derives from it, digit for digit.
 *
 * Keeps true: after `seed(x)` the numbers are those of CPython after `random.seed(x)`; without a seed they come from the world's own, so that every run of a
 * program gives the same. What needs a logarithm or a cosine (`gauss`, `expovariate` …) is not here: the last digit of those is not the same everywhere.
 */
import { asyncio, IndexError, perWorld, refuseUnknownKeywords, seed as worldSeed, typeName } from '../runtime/index.ts';
import { added, checkGiven, checkInteger, itemsOf, placeIn, times, type Sequence } from './random-arguments.ts';
import { seedNumber, type Seed } from './seeding.ts';
import { Twister } from './twister.ts';

export interface ChoicesOptions {
  /** How many; 1 when left out. */
  readonly k?: number;
  /** Each weight added to those before it, in place of `weights`. */
  readonly cumWeights?: readonly number[] | undefined;
}

export interface SampleOptions {
  /** How often each item is there. */
  readonly counts?: readonly number[] | undefined;
}

/** A generator of its own, with a state of its own. */
export class Random {
  #twister: Twister;

  /** @param seed as in `seed()` */
  constructor(seed?: Seed | null) {
    this.#twister = twisterFor(seed);
  }

  /** Begins anew: from the number of an integer, a float, a text or bytes; without a seed from what the world has. TypeError for others. */
  seed(seed?: Seed | null): void {
    this.#twister = twisterFor(seed);
  }

  /** A number of [0, 1). */
  random(): number {
    return this.#twister.fraction();
  }

  /** An integer of `k` bits. ValueError for a negative `k`, and beyond 53 bits, where integers are no longer exact here. */
  getrandbits(k: number): number {
    checkInteger(k);
    if (k < 0) throw new asyncio.ValueError('Cannot convert negative int');
    if (k > 53) throw new asyncio.ValueError('numbers are exact up to 53 bits here: getrandbits() takes no more');
    return this.#twister.bits(k);
  }

  /** A number between `a` and `b`. */
  uniform(a: number, b: number): number {
    checkGiven('uniform', ['a', 'b'], arguments.length);
    if (typeof a !== 'number' || typeof b !== 'number')
      throw new TypeError(`unsupported operand type(s) for -: '${typeName(b)}' and '${typeName(a)}'`);
    return a + (b - a) * this.random();
  }

  /** An integer between `a` and `b`, both included. ValueError when there is none. */
  randint(a: number, b: number): number {
    checkGiven('randint', ['a', 'b'], arguments.length);
    checkInteger(a);
    checkInteger(b);
    if (b < a) throw new asyncio.ValueError(`empty range in randint(${a}, ${b})`);
    return a + this.#below(b - a + 1);
  }

  /** One of 0 … start - 1; or of start, start + step … before stop. ValueError when there is none. */
  randrange(start: number, stop?: number | null, step?: number): number {
    checkGiven('randrange', ['start'], arguments.length);
    checkInteger(start);
    if (stop === undefined || stop === null) {
      if (step !== undefined) throw new TypeError('Missing a non-None stop argument');
      if (start <= 0) throw new asyncio.ValueError('empty range for randrange()');
      return this.#below(start);
    }
    checkInteger(stop);
    if (step !== undefined) checkInteger(step);
    if (step === 0) throw new asyncio.ValueError('zero step for randrange()');
    const count = Math.ceil((stop - start) / (step ?? 1));
    if (count <= 0) {
      const range = step === undefined || step === 1 ? [start, stop] : [start, stop, step];
      throw new asyncio.ValueError(`empty range in randrange(${range.join(', ')})`);
    }
    return start + (step ?? 1) * this.#below(count);
  }

  /** One item. IndexError when there is none. */
  choice<T>(seq: Sequence<T>): T {
    checkGiven('choice', ['seq'], arguments.length);
    const items = itemsOf(seq);
    if (items.length === 0) throw new IndexError('Cannot choose from an empty sequence');
    return items[this.#below(items.length)] as T;
  }

  /** `k` items, each chosen among all of them. With `weights` some are chosen more often than others. */
  choices<T>(population: Sequence<T>, weights?: readonly number[] | null, options: ChoicesOptions = {}): T[] {
    checkGiven('choices', ['population'], arguments.length);
    refuseUnknownKeywords('Random.choices', options, ['k', 'cumWeights']);
    const { k = 1, cumWeights } = options;
    const items = itemsOf(population);
    checkInteger(k);
    const sums = weights === undefined || weights === null ? cumWeights : added(weights);
    if (sums === undefined) {
      if (items.length === 0 && k > 0) throw new IndexError('list index out of range');
      return times(k, () => items[Math.floor(this.random() * items.length)] as T);
    }
    if (sums !== cumWeights && cumWeights !== undefined)
      throw new TypeError('Cannot specify both weights and cumulative weights');
    if (sums.length !== items.length) throw new asyncio.ValueError('The number of weights does not match the population');
    const total = sums.at(-1) ?? 0;
    if (total <= 0) throw new asyncio.ValueError('Total of weights must be greater than zero');
    if (!Number.isFinite(total)) throw new asyncio.ValueError('Total of weights must be finite');
    return times(k, () => items[placeIn(sums, this.random() * total, items.length - 1)] as T);
  }

  /** Puts the items of `x` into another order, in place. */
  shuffle(x: unknown[]): void {
    checkGiven('shuffle', ['x'], arguments.length);
    if (!Array.isArray(x)) {
      itemsOf(x as ArrayLike<unknown>);
      throw new TypeError(`'${typeName(x)}' object does not support item assignment`);
    }
    for (let i = x.length - 1; i > 0; i -= 1) {
      const j = this.#below(i + 1);
      [x[i], x[j]] = [x[j], x[i]];
    }
  }

  /** `k` different places of `population`, in the order in which they were chosen. ValueError when there are not so many. */
  sample<T>(population: Sequence<T>, k: number, options: SampleOptions = {}): T[] {
    checkGiven('sample', ['population', 'k'], arguments.length);
    refuseUnknownKeywords('Random.sample', options, ['counts']);
    if (typeof population !== 'string' && !Array.isArray(population) && !ArrayBuffer.isView(population))
      throw new TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).');
    const items = itemsOf(population);
    if (options.counts === undefined) return this.#places(items.length, k).map((place) => items[place] as T);
    const sums = added(options.counts);
    if (sums.length !== items.length) throw new asyncio.ValueError('The number of counts does not match the population');
    const total = sums.at(-1) ?? 0;
    if (!Number.isInteger(total)) throw new TypeError('Counts must be integers');
    return this.#places(total, k).map((place) => items[placeIn(sums, place, sums.length)] as T);
  }

  /** `k` different numbers of 0 … count - 1. */
  #places(count: number, k: number): number[] {
    checkInteger(k);
    if (k < 0 || k > count) throw new asyncio.ValueError('Sample larger than population or is negative');
    // CPython keeps either the places that are left or those that are taken, whichever is smaller; the numbers depend on which.
    let size = 21;
    if (k > 5) {
      let table = 1;
      while (table < k * 3) table *= 4;
      size += table;
    }
    if (count <= size) {
      const left = Array.from({ length: count }, (_, place) => place);
      return times(k, (i) => {
        const j = this.#below(count - i);
        const place = left[j] ?? 0;
        left[j] = left[count - i - 1] ?? 0;
        return place;
      });
    }
    const taken = new Set<number>();
    while (taken.size < k) taken.add(this.#below(count));
    return [...taken];
  }

  /** An integer of [0, n): as many bits as `n` has, until they give a smaller one. */
  #below(n: number): number {
    const high = Math.floor(n / 4294967296);
    const bits = high === 0 ? 32 - Math.clz32(n) : 64 - Math.clz32(high);
    if (bits > 53) throw new asyncio.ValueError('numbers are exact up to 53 bits here: the range is too large');
    let chosen = this.#twister.bits(bits);
    while (chosen >= n) chosen = this.#twister.bits(bits);
    return chosen;
  }
}

const unseeded = perWorld(() => ({ count: 0 }));

function twisterFor(seed: Seed | null | undefined): Twister {
  if (seed !== undefined && seed !== null) return new Twister(seedNumber(seed));
  // CPython asks the machine for chance. Here each generator without a seed begins from the world's seed and its own place among them.
  const state = unseeded();
  state.count += 1;
  return new Twister(seedNumber(worldSeed()) + (BigInt(state.count - 1) << 64n));
}
