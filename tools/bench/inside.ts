/**
 * The inside of the sandbox, for the benchmark: bundled as the site's own (src/sandbox/bundle.ts), locked down, the program evaluated in a compartment.
 * It differs from src/sandbox/inside.ts in this alone: rounds are begun and ended by the one who holds the clock.
 */
import { loaded } from '../../src/sandbox/lockdown.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { createRecorder } from '../../src/record/index.ts';
import { beginWorld, endWorld } from '../../src/runtime/index.ts';
import { evaluate } from '../../src/sandbox/compartment.ts';
import { library } from '../../src/sandbox/library.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';

loaded();

/** Evaluates `program` in a compartment; `bench` is a module that it may import. */
export function load(program: CompiledProgram, bench: object): object {
  const { modules, helpers } = library();
  const known: Record<string, object> = { ...modules, bench: harden(bench) };
  const exports = {};
  beginWorld();
  evaluate(program, {})((name) => known[name] ?? {}, exports, { exports }, helpers);
  endWorld();
  return exports;
}

/** One run of a program's function, from the world's begin to its end; with `recording` by the recorder and limits of a learner's run. */
export function round(work: () => number, recording: boolean): number {
  if (!recording) {
    beginWorld();
    const done = work();
    endWorld();
    return done;
  }
  const recorder = createRecorder(DEFAULT_LIMITS);
  beginWorld({ observer: recorder.observer });
  const done = work();
  endWorld();
  recorder.finish({ outcome: 'finished' });
  return done;
}

/** Whether `asyncio` has what `name` names. */
export function has(name: string): boolean {
  return name in (library().modules['asyncio'] ?? {});
}
