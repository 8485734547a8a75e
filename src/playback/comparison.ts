/**
 * What a comparison of two runs says: where their moments meet, which lanes play the same part, and the first difference that means something. Data only;
 * the words are the interface's.
 *
 * Keeps true: everything here is plain data; "yours" and "reference" are the two runs in the order in which they were given.
 */
import type { SourcePosition } from '../record/index.ts';
import type { Waits } from './playback.ts';

export type Side = 'yours' | 'reference';

/** A moment of both runs: the steps by whose end they are compared. Moments are in order; the virtual time of the next is never less. */
export interface Meeting {
  readonly t: number;
  readonly yours: number;
  readonly reference: number;
}

/** A printed line of one run. */
export interface Printed {
  readonly text: string;
  /** Virtual seconds. */
  readonly t: number;
  /** Its place in `record.output`. */
  readonly index: number;
  /** The step that prints it, or the last one by then where the record has lost it. */
  readonly step: number;
  readonly lane?: number;
  /** Name of the function that prints it, where known. */
  readonly function?: string;
}

/** What differs. `in` is the run in which something happens that does not happen in the other. */
export type Difference = { readonly meeting: number; readonly t: number; readonly behind?: Behind } & (
  | /** A line that only one prints, or both at different times; where each prints another one at this place, both are given and their texts differ. */
    { readonly kind: 'line'; readonly yours?: Printed; readonly reference?: Printed }
    /** The first of equal lines at equal times that come in another order. `held`: the run that prints several in one turn, where the other lets tasks have theirs. */
  | { readonly kind: 'order'; readonly yours: Printed; readonly reference: Printed; readonly held?: Side }
  /** Nobody else runs for so many virtual seconds. `t` is when it begins. `other`: the block that stands in its place in the other run. */
  | {
      readonly kind: 'blocked';
      readonly in: Side;
      readonly seconds: number;
      readonly other?: { readonly t: number; readonly seconds: number };
      readonly lane?: number;
      readonly position?: SourcePosition;
    }
  | ({ readonly kind: 'warned' } & Warned)
  /** `other` plays the same part in the other run, and is not cancelled. As a difference it has something to do with what is seen; else it is an aside. */
  | { readonly kind: 'cancelled'; readonly in: Side; readonly lane: number; readonly other?: number }
  /** An error ends one run and not the other, or another one. */
  | { readonly kind: 'raised'; readonly yours?: Raised; readonly reference?: Raised }
  | { readonly kind: 'unfinished'; readonly in: Side; readonly outcome: 'deadlock' | 'over-budget' | 'stopped' }
  /** What the main task gives, as `repr`. */
  | { readonly kind: 'returned'; readonly yours: string; readonly reference: string }
  /** So many tasks are in flight by the end of the instant, the main ones not counted. Only as an aside. */
  | { readonly kind: 'at-once'; readonly yours: number; readonly reference: number }
  /** At this time something happens in one run, and nothing in the other. Only as an aside. */
  | { readonly kind: 'alone'; readonly in: Side; readonly isTimer: boolean }
  /** The loop has turned so often by the end of the instant. Only as an aside. */
  | { readonly kind: 'turns'; readonly yours: number; readonly reference: number }
  /** Virtual seconds at which the runs end. */
  | { readonly kind: 'ended'; readonly yours: number; readonly reference: number }
);

/** What is counted in both runs by the end of the instant `t`. `meeting` is its last. */
export interface Counted {
  readonly t: number;
  readonly meeting: number;
  readonly yours: number;
  readonly reference: number;
}

export interface Warned {
  readonly in: Side;
  readonly text: string;
  readonly position?: SourcePosition;
}

interface Raised {
  readonly type: string;
  readonly message: string;
  readonly t: number;
}

/** What lies behind a difference, as far as it says more than the difference itself. */
export interface Behind {
  /** Tasks in flight, the main ones not counted. */
  readonly atOnce?: Counted;
  /** The task that still waits in one run for what the other has done already. `until` is when it goes on, or is cancelled; undefined when it never does. */
  readonly waiting?: {
    readonly in: Side;
    readonly t: number;
    readonly lane: number;
    readonly waits?: Waits;
    readonly until?: number;
    readonly isCancelled?: boolean;
    readonly position?: SourcePosition;
  };
  /** When tasks that play the same part began, where that is not the same time. */
  readonly started?: { readonly yours: Began; readonly reference: Began };
  /** Virtual seconds at which the runs end, where the difference is not that and they are not the same. */
  readonly ended?: { readonly yours: number; readonly reference: number };
  /** A warning of only one run, which may come long after what it is about. */
  readonly warned?: Warned;
}

interface Began {
  readonly lane: number;
  readonly t: number;
}

export interface Comparison {
  /** The first thing that differs in what is printed, in what comes out, in who can run, or in the time that it takes; undefined when nothing of that does. */
  readonly difference?: Difference;
  /** Where nothing of that differs: what does inside, and matters little. */
  readonly aside?: Difference;
  readonly meetings: readonly Meeting[];
  /** Lanes that play the same part: places in `yours.lanes` and in `reference.lanes`. */
  readonly pairs: readonly (readonly [yours: number, reference: number])[];
}
