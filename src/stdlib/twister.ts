/** The Mersenne Twister MT19937 (Matsumoto and Nishimura), seeded and read as CPython's `random` does: bit for bit the same numbers. */
const SIZE = 624;
const SHIFT = 397;
const TWIST = 0x9908b0df;

/** A generator of 32-bit numbers. */
export class Twister {
  readonly #state = new Uint32Array(SIZE);
  #next = SIZE;

  /** @param seed not negative, of any size */
  constructor(seed: bigint) {
    const key: number[] = [];
    for (let rest = seed; rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
    this.#seedWith(key.length === 0 ? [0] : key);
  }

  /** The next 32 bits. */
  word(): number {
    if (this.#next >= SIZE) this.#twist();
    let y = this.#at(this.#next);
    this.#next += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** The next number of [0, 1), with 53 bits. */
  fraction(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) / 2 ** 53;
  }

  /** The next `count` bits, 0 to 53. */
  bits(count: number): number {
    if (count === 0) return 0;
    if (count <= 32) return this.word() >>> (32 - count);
    const low = this.word();
    return (this.word() >>> (64 - count)) * 4294967296 + low;
  }

  #at(index: number): number {
    return this.#state[index] ?? 0;
  }

  /** `init_by_array`. */
  #seedWith(key: readonly number[]): void {
    const state = this.#state;
    state[0] = 19650218;
    for (let i = 1; i < SIZE; i += 1) state[i] = Math.imul(1812433253, this.#mixed(i - 1)) + i;
    let [i, j] = [1, 0];
    for (let count = Math.max(SIZE, key.length); count > 0; count -= 1) {
      state[i] = (this.#at(i) ^ Math.imul(this.#mixed(i - 1), 1664525)) + (key[j] ?? 0) + j;
      i = this.#following(i);
      j = (j + 1) % key.length;
    }
    for (let count = SIZE - 1; count > 0; count -= 1) {
      state[i] = (this.#at(i) ^ Math.imul(this.#mixed(i - 1), 1566083941)) - i;
      i = this.#following(i);
    }
    state[0] = 0x80000000;
  }

  #mixed(index: number): number {
    const word = this.#at(index);
    return word ^ (word >>> 30);
  }

  /** The place after `index`; at the end the last word is carried over to the first. */
  #following(index: number): number {
    if (index + 1 < SIZE) return index + 1;
    this.#state[0] = this.#at(SIZE - 1);
    return 1;
  }

  /** Makes the next 624 words. */
  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE; i += 1) {
      const y = (this.#at(i) & 0x80000000) | (this.#at((i + 1) % SIZE) & 0x7fffffff);
      state[i] = this.#at((i + SHIFT) % SIZE) ^ (y >>> 1) ^ (y & 1 ? TWIST : 0);
    }
    this.#next = 0;
  }
}
