/**
 * Runs a program in this process and gives, beside its record, what the loop itself held after each event: the truth that playback is held against.
 */
import { compileInNode } from '../../src/compiler/node.ts';
import { createRecorder, type Recorder, type RunRecord } from '../../src/record/index.ts';
import { beginWorld, endWorld, type ObservedHandle, type Observer } from '../../src/runtime/index.ts';
import type { EventLoop } from '../../src/runtime/event-loop.ts';
import { Handle, type TimerHandle } from '../../src/runtime/handle.ts';
import { world } from '../../src/runtime/world.ts';
import { makeConsole } from '../../src/sandbox/console.ts';
import { MODULES } from '../../src/sandbox/importable.ts';
import { evaluate } from '../conformance/evaluate.ts';
import { ROOMY } from '../record/record-of.ts';

/** What the loop that runs held when an event was told. */
interface Held {
  /** How many handles stood in its queue, cancelled ones among them. */
  readonly ready: number;
  /** The timers that were set, soonest first. */
  readonly timers: readonly string[];
}

export interface Watched {
  readonly record: RunRecord;
  /** By the number of the event. Not told while no loop runs, nor for printed lines. */
  readonly held: ReadonlyMap<number, Held>;
  /** The handles that were cancelled, by the end. */
  readonly cancelled: ReadonlySet<string>;
}

/** Keeps every event; a program without an end is ended before it has too many. */
const WHOLE = { ...ROOMY, events: 100_000, loopSteps: 2000 };

/** Runs `source`, which may import what learners may, and print with `console.log`. */
export async function watched(source: string, limits = WHOLE): Promise<Watched> {
  const compiled = await compileInNode(source, 'main.ts');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const recorder = createRecorder(limits);
  const watch = new Watch(recorder);
  beginWorld({ observer: watch.observer, stepLimit: limits.loopSteps });
  let outcome: 'finished' | 'raised' = 'finished';
  try {
    evaluate(
      compiled.program,
      new Map(Object.entries(MODULES)),
      makeConsole({ recorder: () => recorder, here: () => undefined, limits }),
    );
  } catch {
    outcome = 'raised';
  }
  endWorld();
  return { record: recorder.finish({ outcome }), held: watch.held, cancelled: watch.cancelled() };
}

/** Looks at the loop whenever the recorder is told of something. */
class Watch {
  readonly held = new Map<number, Held>();
  readonly observer: Observer;
  readonly #handles = new Map<string, Handle>();
  #timers: TimerHandle[] = [];
  #events = 0;

  constructor(recorder: Recorder) {
    const print = recorder.print.bind(recorder);
    recorder.print = (text, position) => {
      this.#events += 1; // a printed line is an event too
      return print(text, position);
    };
    const told = recorder.observer as Readonly<Record<string, (...args: unknown[]) => void>>;
    this.observer = Object.fromEntries(
      Object.entries(told).map(([name, tell]) => [
        name,
        (...args: unknown[]) => {
          tell(...args);
          this.#look(name, args[0]);
        },
      ]),
    );
  }

  cancelled(): ReadonlySet<string> {
    return new Set([...this.#handles].filter(([, handle]) => handle.cancelled()).map(([id]) => id));
  }

  #look(name: string, about: unknown): void {
    this.#events += 1; // each call of an observer is one event
    if (name === 'readyPush' && about instanceof Handle) this.#handles.set((about as ObservedHandle).id, about);
    if (name === 'timerSet') this.#setTimer(about as TimerHandle);
    if (name === 'loopClose') this.#timers = [];
    const loop = world.loop as EventLoop | undefined;
    if (loop === undefined) return;
    const set = this.#timers.filter((timer) => timer._scheduled && !timer.cancelled());
    // A timer that is being cancelled says so before it is.
    const timers = name === 'timerCancel' ? set.filter((timer) => timer !== about) : set;
    this.held.set(this.#events, { ready: loop._counts().ready, timers: timers.map(({ id }) => id) });
  }

  #setTimer(timer: TimerHandle): void {
    this.#handles.set(timer.id, timer);
    this.#timers.push(timer);
    this.#timers.sort((a, b) => a.when() - b.when() || a._number - b._number);
  }
}
