/** The module `time`, in virtual time: `sleep` blocks everything, the others read the clock. */
import { asyncio, block, now } from '../runtime/index.ts';

/** What `time()` shows at virtual second 0: a moment of November 2023, the same in every run. */
const EPOCH = 1_700_000_000;

/** Blocks the whole program, the event loop included, for `seconds` (BLOCK-1). To let others run, write `await asyncio.sleep(seconds)`. */
export function sleep(seconds: number): void {
  if (typeof seconds !== 'number') throw new TypeError('an integer or float is required');
  if (Number.isNaN(seconds)) throw new asyncio.ValueError('Invalid value NaN (not a number)');
  if (seconds < 0) throw new asyncio.ValueError('sleep length must be non-negative');
  block(seconds);
}

/** Seconds of a clock that never goes back. */
export function monotonic(): number {
  return now();
}

/** Seconds of the clock for measuring; differences are what counts. */
export function perfCounter(): number {
  return now();
}

/** Seconds since 1970, as if every run began at the same moment. */
export function time(): number {
  return EPOCH + now();
}
