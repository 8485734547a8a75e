/** SHA-512 (FIPS 180-4), which Python takes to turn a text into a seed. For short texts: it is exact, not fast. */
const MASK = (1n << 64n) - 1n;
const ROUNDS = 80;
const BLOCK = 128;

interface Constants {
  readonly start: readonly bigint[];
  readonly rounds: readonly bigint[];
}

let made: Constants | undefined;

/** The fractions of the square roots of the first 8 primes, and of the cube roots of the first 80: 64 bits of each. */
function constants(): Constants {
  if (made !== undefined) return made;
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < ROUNDS; n += 1n) if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
  made = {
    start: primes.slice(0, 8).map((prime) => root(prime << 128n, 2n) & MASK),
    rounds: primes.map((prime) => root(prime << 192n, 3n) & MASK),
  };
  return made;
}

/** The whole part of a root. */
function root(of: bigint, degree: bigint): bigint {
  let [low, high] = [0n, 1n << 80n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= of) low = middle;
    else high = middle;
  }
  return low;
}

/** The digest of `message`: 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 17) / BLOCK) * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const { start } = constants();
  let state = start;
  for (let at = 0; at < padded.length; at += BLOCK) state = compressed(state, view, at);
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((word, i) => {
    digest.setBigUint64(i * 8, word);
  });
  return new Uint8Array(digest.buffer);
}

const rotated = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & MASK;

/** The state after one block. */
function compressed(before: readonly bigint[], view: DataView, at: number): readonly bigint[] {
  const words: bigint[] = [];
  const word = (i: number): bigint => words[i] ?? 0n;
  for (let i = 0; i < 16; i += 1) words.push(view.getBigUint64(at + i * 8));
  for (let i = 16; i < ROUNDS; i += 1) {
    const [older, newer] = [word(i - 15), word(i - 2)];
    const small = rotated(older, 1n) ^ rotated(older, 8n) ^ (older >> 7n);
    const large = rotated(newer, 19n) ^ rotated(newer, 61n) ^ (newer >> 6n);
    words.push((word(i - 16) + small + word(i - 7) + large) & MASK);
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = before;
  constants().rounds.forEach((constant, i) => {
    const chosen = (e & f) ^ (~e & MASK & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (rotated(e, 14n) ^ rotated(e, 18n) ^ rotated(e, 41n)) + chosen + constant + word(i);
    const second = (rotated(a, 28n) ^ rotated(a, 34n) ^ rotated(a, 39n)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK];
  });
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (before[i] ?? 0n)) & MASK);
}
