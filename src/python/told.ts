/** What one run of one program told, whichever side ran it, before it becomes a record: what the `cpython.json` of tests/conformance hold of Python. */

/** One event, as `spec/run-record.md` names them: seconds, iteration, name, and the fields that it has. */
export interface Event {
  readonly t: number;
  readonly it: number;
  readonly ev: string;
  readonly [field: string]: unknown;
}

/** A run. */
export interface Run {
  readonly events: readonly Event[];
  /** What ended the program, if an error did. */
  readonly error: { readonly type: string; readonly text: string } | null;
  /** Virtual seconds, when it ended. */
  readonly seconds: number;
  /** Iterations of all loops, when it ended. */
  readonly iterations: number;
}

/** One printed line, with the task that printed it (null outside of one). */
export interface PrintedLine {
  readonly t: number;
  readonly it: number;
  readonly task: string | null;
  readonly text: string;
}

/** What was printed. */
export function linesOf(run: Run): readonly PrintedLine[] {
  return run.events.flatMap(({ ev, t, it, task, text }) =>
    ev === 'print' ? [{ t, it, task: (task ?? null) as string | null, text: text as string }] : [],
  );
}
