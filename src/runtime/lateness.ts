/**
 * Late timers: in a world with late timers `sleep(d)` takes at least `d`, as CPython promises, and less than twice as long, drawn from the world's seed.
 * A hidden test runs a program in many such worlds: what holds only for sleeps that are exact holds by luck.
 *
 * Keeps true: the same seed gives the same lateness, sleep by sleep; a world without late timers is exact.
 */
import { world } from './world.ts';

/** Steps in which lateness comes: thousandths of the sleep, so that times can be read. */
const STEPS = 1000;

/** How long a sleep of `delay` seconds takes in this world. */
export function lateBy(delay: number): number {
  const drawn = world.lateness;
  if (drawn === undefined) return delay;
  world.lateness = drawn + 1;
  return delay * (1 + Math.floor(STEPS * chance(world.seed, drawn)) / STEPS);
}

/** The `n`th number of a seed, from 0 up to 1: two rounds of a well-mixed hash (constants of splitmix32). */
function chance(seed: number, n: number): number {
  let x = Math.imul(seed, 0x9e3779b9) ^ Math.imul(n + 1, 0x85ebca6b);
  for (let round = 0; round < 2; round += 1) {
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    x ^= x >>> 15;
  }
  return (x >>> 0) / 2 ** 32;
}
