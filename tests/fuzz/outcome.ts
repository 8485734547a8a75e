/** What a run of a program shows, on either side. */
export interface Outcome {
  /**
   * In order: each printed line, and what the loop's exception handler, its logger and warnings said, as `time #iteration *steps task | text`. `steps` counts the
   * callbacks that were run by then, so that no hidden trip through the loop goes unseen.
   */
  readonly lines: readonly string[];
  /** 'ended', or the error that left the program. */
  readonly end: string;
  /** Virtual seconds, iterations, steps and handles at the end. */
  readonly totals: string;
  /** What is told of things that nobody took: at once in CPython, at the end here. Sorted. */
  readonly leftovers: readonly string[];
}

/** Handles that a program may run before it is stopped. */
export const STEP_LIMIT = 2_000;

/** What only a garbage collector notices. */
const LEFTOVER = /was never retrieved|was never awaited|was destroyed but it is pending/;

/**
 * The lines that are compared, from what each side said.
 *
 * Documented differences, each with its reason:
 * - What a garbage collector notices has no moment of its own here (spec/asyncio-api.md, "Python that has no place here"): it goes to `leftovers`.
 * - Where a task is destroyed although it is pending, nothing else that is left over is compared: the collector ends the task's frames then, which may see to the
 *   others. Only a program that CPython would wait for to no end comes there.
 * - A text with a repr in it is cut before the repr: reprs hold addresses and file names, and have tests of their own (TASK-19, tests/runtime/repr.test.ts).
 * - The words for a deadlock and for the step limit are ours: CPython has none (LOOP-18).
 */
export class Telling {
  readonly lines: string[] = [];
  readonly leftovers: string[] = [];

  /** @param mark `time #iteration *steps task` */
  tell(mark: string, text: string): void {
    if (LEFTOVER.test(text)) this.leftovers.push(withoutRepr(text));
    else this.lines.push(`${mark} | ${withoutRepr(text)}`);
  }

  outcome(end: string, totals: string): Outcome {
    const destroyed = this.leftovers.filter((text) => text.includes('was destroyed but it is pending'));
    const leftovers = (destroyed.length > 0 ? destroyed : this.leftovers).sort();
    return { lines: this.lines, end: withoutRepr(end), totals, leftovers };
  }
}

/** @returns the error that ended a program as text */
export function ending(type: string, message: string): string {
  return type === 'DeadlockError' || type === 'StepLimitExceeded' ? type : `${type}(${message})`;
}

function withoutRepr(text: string): string {
  return text
    .replace(/(Exception in callback) .*?(?= \/ |$)/, '$1 …')
    .replace(
      /<(async_generator|Task|Future|_GatheringFuture|TaskGroup|coroutine|asyncio|Queue|Coroutine|TimerHandle|Handle)\b.*/,
      '<$1 …',
    );
}

/** The first thing in which two outcomes differ; undefined when they are the same. */
export function difference(cpython: Outcome, loopwise: Outcome): string | undefined {
  const length = Math.max(cpython.lines.length, loopwise.lines.length);
  for (let i = 0; i < length; i += 1) {
    const there = cpython.lines[i] ?? '(nothing)';
    const here = loopwise.lines[i] ?? '(nothing)';
    if (there !== here) return `line ${i + 1}\n  CPython:  ${there}\n  Loopwise: ${here}`;
  }
  for (const part of ['end', 'totals', 'leftovers'] as const) {
    const there = String(cpython[part]);
    const here = String(loopwise[part]);
    if (there !== here) return `${part}\n  CPython:  ${there}\n  Loopwise: ${here}`;
  }
  return undefined;
}
