/** The events of a run, as the recorder writes them. */
import { createRecorder, type TraceEvent } from '../../src/record/index.ts';
import { beginWorld, endWorld } from '../../src/runtime/index.ts';

/** Runs `program` in a fresh world. @returns its events */
export function eventsOf(program: () => unknown): readonly TraceEvent[] {
  const recorder = createRecorder({ events: 100_000, outputLines: 1000, lineLength: 1000, loopSteps: 1_000_000 });
  beginWorld({ observer: recorder.observer });
  program();
  endWorld();
  return recorder.finish({ outcome: 'finished' }).events;
}
