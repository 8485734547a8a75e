/** The module `random`: the functions of one generator that the whole program shares, and `Random` for generators of one's own. */
import { perWorld } from '../runtime/index.ts';
import { Random, type ChoicesOptions, type SampleOptions } from './generator.ts';
import type { Sequence } from './random-arguments.ts';
import type { Seed } from './seeding.ts';

export { Random } from './generator.ts';

/** The generator that the module's own functions share. */
const shared = perWorld(() => new Random());

/** Seeds the shared generator; see `Random`. */
export function seed(a?: Seed | null): void {
  shared().seed(a);
}

/** See `Random`. */
export function random(): number {
  return shared().random();
}

/** See `Random`. */
export function getrandbits(k: number): number {
  return shared().getrandbits(k);
}

/** See `Random`. */
export function uniform(...range: [a: number, b: number]): number {
  return shared().uniform(...range);
}

/** See `Random`. */
export function randint(...range: [a: number, b: number]): number {
  return shared().randint(...range);
}

/** See `Random`. */
export function randrange(...range: [start: number, stop?: number | null, step?: number]): number {
  return shared().randrange(...range);
}

/** See `Random`. */
export function choice<T>(...given: [seq: Sequence<T>]): T {
  return shared().choice(...given);
}

/** See `Random`. */
export function choices<T>(
  ...given: [population: Sequence<T>, weights?: readonly number[] | null, options?: ChoicesOptions]
): T[] {
  return shared().choices(...given);
}

/** See `Random`. */
export function shuffle(...given: [x: unknown[]]): void {
  shared().shuffle(...given);
}

/** See `Random`. */
export function sample<T>(...given: [population: Sequence<T>, k: number, options?: SampleOptions]): T[] {
  return shared().sample(...given);
}
