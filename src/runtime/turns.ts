/**
 * Counts the turns of a program's loops. The compiler writes `$runtime.turn(POSITION, FILE)` at the start of each loop's body, so that a loop without an
 * end is ended from inside, with its line, and whoever waits for the program can be told where it turns.
 *
 * Keeps true: the count is that of one uninterrupted step of the program and begins anew with each step of the event loop and each world; past the limit
 * every further turn raises again, so no `catch` keeps a loop alive. A turn costs a few nanoseconds: one counter and one comparison.
 */
import { TurnLimitExceeded } from './errors.ts';

/** A loop of the program: its file, and its place as awaits have theirs (`line * 4096 + column`). */
export type TellTurns = (file: string, position: number) => void;

// Variables of the module and not fields of an object: an empty loop would take twice as long.
let count = 0;
/** The count at which something is to be done: a word is due, or the limit is passed. */
let next = Infinity;
/** What `next` is when a step begins: 1 when somebody listens, 0 when nothing may turn any more. */
let first = Infinity;
let limit = Infinity;
let tell: TellTurns | undefined;
let exceed: ((error: TurnLimitExceeded) => never) | undefined;

export interface TurnOptions {
  /** Turns that one step of the program may take. */
  readonly limit: number;
  /** Hears where the program turns, at the 1st, 2nd, 4th, 8th … turn of a step. It must not raise. */
  readonly tell: TellTurns | undefined;
  /** Ends the world; it raises. */
  readonly exceed: (error: TurnLimitExceeded) => never;
}

/** @internal A new world begins. */
export function beginTurns(options: TurnOptions): void {
  ({ limit, tell, exceed } = options);
  first = tell === undefined ? limit + 1 : 1;
  turnsAnew();
}

/** @internal A new step begins. */
export function turnsAnew(): void {
  count = 0;
  next = first;
}

/** @internal From now on every turn raises. */
export function refuseTurns(): void {
  first = 0;
  next = 0;
}

/** One more turn of a loop. */
export function turn(position: number, file: string): void {
  if (++count >= next) pause(position, file);
}

function pause(position: number, file: string): void {
  if (first === 0 || count > limit) exceed?.(new TurnLimitExceeded(limit, position, file));
  tell?.(file, position);
  next = Math.min(count * 2, limit + 1);
}
