/** A question about a run that is put to a reader before it is seen, and its answer. Types, and the questions there are. */
import type { LaneState, Waits } from './playback.ts';

export const ASKS = ['order', 'time', 'next'] as const;

/** What is asked: the order of the printed lines, the virtual seconds it takes, or the task that runs next. */
export type Asks = (typeof ASKS)[number];

export interface Question {
  readonly asks: Asks;
  /** For `time`: ask for the time of each printed line as well. */
  readonly each?: boolean | undefined;
  /** For `next`: who gets the `at`-th step of a task, from 1. Left out: the first that the most tasks could get. */
  readonly at?: number | undefined;
}

/** A printed line and how it came to be printed. `step` and `turn` are places in the playback's steps. */
export interface PrintedLine {
  readonly text: string;
  /** Virtual seconds. */
  readonly t: number;
  /** The task or thread that printed it. */
  readonly lane?: number;
  readonly step: number;
  /** Where the code that printed it was given control. */
  readonly turn: number;
  /** Seconds for which it blocked since the line before, within this turn. */
  readonly blocked: number;
}

/** The clock moving on: to the earliest timer, or because a task blocked. */
export interface ClockMove {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly by: 'timer' | 'block';
  /** The tasks whose timers were due; the task that blocked. */
  readonly lanes: readonly number[];
}

/** A task that might run next, as it stands just before. */
export interface Candidate {
  readonly lane: number;
  readonly state: LaneState;
  readonly waits?: Waits;
  /** Its place in the ready queue, from 0, or undefined when it is not in it. */
  readonly place?: number;
  /** The line where it stands; undefined before its first step. */
  readonly line?: number;
}

export interface OrderPrediction {
  readonly asks: 'order';
  readonly lines: readonly PrintedLine[];
}

export interface TimePrediction {
  readonly asks: 'time';
  /** Virtual seconds from the start to the end of the program. */
  readonly elapsed: number;
  readonly moves: readonly ClockMove[];
  /** Seconds that all waits come to, one after the other. */
  readonly waits: number;
  /** The step that ends it. */
  readonly end: number;
  /** The lines whose times are asked for, too. */
  readonly lines: readonly PrintedLine[];
}

export interface NextPrediction {
  readonly asks: 'next';
  /** Where the task that ran last has suspended or ended, and where the next one runs. */
  readonly before: number;
  readonly step: number;
  /** Who does. */
  readonly lane: number;
  /** Who might have, the right one among them, in the order in which they were made. */
  readonly candidates: readonly Candidate[];
}

export type Prediction = OrderPrediction | TimePrediction | NextPrediction;
