/**
 * Records as the reader of a verdict gets them. Keeps true: they hold nothing of the hidden tests' own: no place in tests.ts, no line that they printed,
 * no name of a function of theirs.
 */
import type { RunRecord, SourcePosition, TraceEvent } from '../record/index.ts';

/** What the coroutines of the hidden tests are called. */
const THE_TEST = 'the test';

/** A record as JSON holds it, without events. `testsFile` is the name of the hidden tests in positions. */
export function withoutTests(run: RunRecord, testsFile: string): RunRecord {
  const { version, outcome, budget, error, seenAt, elapsed, iterations, output, tasks, warnings, dropped } = run;
  return {
    version,
    outcome,
    ...(budget === undefined ? {} : { budget }),
    ...(error === undefined ? {} : { error }),
    ...(seenAt === undefined ? {} : { seenAt }),
    elapsed,
    iterations,
    output: output.filter((line) => !isIn(testsFile, line.position)),
    events: [],
    tasks,
    warnings: warnings.map(({ position, ...warning }) =>
      position === undefined || position.file === testsFile ? warning : { ...warning, position },
    ),
    ...(dropped === undefined ? {} : { dropped }),
  };
}

/** The same with its events, to be looked at step by step: the tasks of the hidden tests' own coroutines are there, and say no more than whose they are. */
export function withEventsWithoutTests(run: RunRecord, testsFile: string): RunRecord {
  const own = new Set(
    run.events.flatMap((event) => (event.ev === 'task.start' && isIn(testsFile, event['position']) ? [event['serial']] : [])),
  );
  let line = run.output.length - run.events.filter(({ ev }) => ev === 'print').length; // the oldest events may be gone
  const events = run.events.flatMap((event) => {
    if (event.ev === 'print') {
      const printed = run.output[line];
      line += 1;
      if (isIn(testsFile, printed?.position)) return [];
    }
    const { position, ...rest } = event;
    const shown: TraceEvent = isIn(testsFile, position) ? rest : event;
    return [event.ev === 'task.create' && own.has(event['serial']) ? { ...shown, coroutine: THE_TEST } : shown];
  });
  const tasks = run.tasks.map((task) => (own.has(task.serial) ? { ...task, coroutine: THE_TEST } : task));
  return { ...withoutTests(run, testsFile), events, tasks };
}

/** Whether a position, or what may be one, is in the hidden tests. */
function isIn(testsFile: string, position: unknown): boolean {
  return (position as SourcePosition | undefined)?.file === testsFile;
}
