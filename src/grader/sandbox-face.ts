/**
 * What the inside of the sandbox lends the grader: evaluating and recording. The grader itself neither compiles nor touches
 * compartments.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { RunRecord } from '../record/index.ts';
import type { Observer } from '../runtime/index.ts';

/**
 * One evaluation of a program, in a compartment and a world of its own. Loading never throws for the program's errors: they are
 * in its record.
 */
export interface Loaded {
  /** What the module exports, as far as it came. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** The record of the module's own evaluation. */
  record(): RunRecord;
}

/** Evaluates `program`, which may import `modules` besides what every program may. `observer` hears what the recorder hears. */
export type Load = (program: CompiledProgram, modules?: Readonly<Record<string, object>>, observer?: Observer) => Loaded;

/** A recorded action: its record, and what came out of it as it is. */
export interface Recorded {
  readonly record: RunRecord;
  /** What the action returned; undefined when it raised. */
  readonly result: unknown;
  /** What it raised; undefined when it did not. */
  readonly raised: unknown;
}

/**
 * Calls `action` in a fresh world (clock at 0, first task Task-1) and ends the world. Never throws for what the action throws.
 * `observer` hears what the recorder hears. With a `seed` all chance of that world begins from it, and its sleeps are late by it.
 */
export type RecordRun = (action: () => unknown, observer?: Observer, seed?: number) => Recorded;
