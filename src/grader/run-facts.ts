/**
 * What matchers need to know of a run beyond its record. Gathered by the grader's own observer of the runtime, so it is exact
 * whatever the record's bounds dropped, and out of the program's reach.
 */
import type { RunRecord } from '../record/index.ts';

/** One call that stopped the whole loop. */
export interface Block {
  /** Virtual seconds. */
  readonly lasted: number;
  /** Name of the task that made it; null outside of a task. */
  readonly by: string | null;
}

export interface RunFacts {
  /** Names of the tasks that `asyncio.run` itself made. */
  readonly mainTasks: ReadonlySet<string>;
  readonly blocks: readonly Block[];
  /** Tasks that were not done when the main task was, as they are told: `Task-2 (fetch)`. */
  readonly leftRunning: readonly string[];
  /** What the run raised, as it is; undefined when it did not. */
  readonly raised?: unknown;
}

/** A run as matchers get it. */
export interface ObservedRun {
  readonly record: RunRecord;
  readonly facts: RunFacts;
}
