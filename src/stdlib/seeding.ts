/** From what a program seeds with to the number that the generator begins from, as CPython makes it on a 64-bit machine. */
import { asyncio } from '../runtime/index.ts';
import { sha512 } from './sha512.ts';

/** What `seed` takes; None is not among them: the world knows what to do then. */
export type Seed = number | bigint | boolean | string | Uint8Array;

/** The number, not negative: whole numbers by their absolute value, fractions by their hash, text by its bytes and their SHA-512. */
export function seedNumber(seed: unknown): bigint {
  if (typeof seed === 'bigint') return seed < 0n ? -seed : seed;
  if (typeof seed === 'boolean') return seed ? 1n : 0n;
  if (typeof seed === 'number') return Number.isInteger(seed) ? BigInt(Math.abs(seed)) : BigInt.asUintN(64, hashOfFloat(seed));
  if (typeof seed === 'string') return ofBytes(utf8(seed));
  if (seed instanceof Uint8Array) return ofBytes(seed);
  throw new TypeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.');
}

function ofBytes(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of [...bytes, ...sha512(bytes)]) number = (number << 8n) | BigInt(byte);
  return number;
}

/** The bytes of a text in UTF-8; Python has none for half a surrogate pair. */
function utf8(text: string): Uint8Array {
  const half = /\p{Surrogate}/u.exec(text);
  if (half !== null) {
    const code = half[0].charCodeAt(0).toString(16);
    const position = Array.from(text.slice(0, half.index)).length;
    throw new asyncio.ValueError(
      `'utf-8' codec can't encode character '\\u${code}' in position ${position}: surrogates not allowed`,
    );
  }
  const parts = encodeURIComponent(text).match(/%..|./g) ?? [];
  return Uint8Array.from(parts, (part) => (part.length === 1 ? part.charCodeAt(0) : Number.parseInt(part.slice(1), 16)));
}

const MODULUS = (1n << 61n) - 1n;

/** Python's hash of a float that is no whole number: its fraction modulo 2**61 - 1, where dividing by 2 is multiplying by 2**60. */
function hashOfFloat(value: number): bigint {
  if (Number.isNaN(value)) throw new asyncio.ValueError('NaN is no seed: in Python, too, it would give other numbers every time');
  if (!Number.isFinite(value)) return value > 0 ? 314159n : -314159n;
  let [whole, halvings] = [Math.abs(value), 0];
  for (; !Number.isInteger(whole); halvings += 1) whole *= 2;
  const hash = (BigInt(whole) << BigInt(61 - (halvings % 61))) % MODULUS;
  return value < 0 ? (hash === 1n ? -2n : -hash) : hash;
}
