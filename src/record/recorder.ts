/**
 * The recorder: an observer of the runtime that writes the run record (`spec/run-record.md`), and the place where printed lines go.
 *
 * Keeps true: what it holds is bounded whatever the program does: past a limit the oldest events and tasks go first and `dropped` counts them; lines end
 * at their limit, because a program that prints more is ended. It reads the runtime's objects and never changes them. The same run gives the same bytes.
 */
import {
  currentTaskName,
  iteration,
  now,
  type Frame,
  type ObservedFuture,
  type ObservedTask,
  type Observer,
} from '../runtime/index.ts';
import { eventObserver, factObserver, placeOf, valueOf } from './observe.ts';
import {
  RECORD_VERSION,
  type Budget,
  type ErrorInfo,
  type EventName,
  type Outcome,
  type OutputLine,
  type RunRecord,
  type SourcePosition,
  type TaskInfo,
  type TraceEvent,
  type Warning,
} from './record.ts';
import { Ring } from './ring.ts';
import { cut, MAX_TEXT, roundTime } from './text.ts';

/** What a recorder keeps. Lines, events and tasks are counts; `lineLength` is UTF-16 units. */
export interface RecorderLimits {
  readonly outputLines: number;
  readonly lineLength: number;
  /** 0 turns events off. */
  readonly events: number;
  /** A run that takes so many steps of the loop is over budget. The runtime ends it there, but a program may catch that; the record is not deceived. */
  readonly loopSteps: number;
}

/** How a run ended; the recorder itself knows about the budgets for lines and loop steps, which go before anything said here. */
export interface RunEnd {
  readonly outcome: Outcome;
  readonly budget?: Budget;
  readonly error?: ErrorInfo;
  readonly seenAt?: SourcePosition;
}

/** Tasks that a record tells of. */
const MAX_TASKS = 10_000;
/** Events that tell the line at which they came about, as the first of a run do: finding it takes 30 µs. */
const MAX_PLACED = 1000;
/** Warnings that a record tells of; the first ones are kept, as the last ones are mostly the same again. */
const MAX_WARNINGS = 200;

/** Who is beside a recorder. */
interface Surroundings {
  /** Hears each line as it is printed. */
  readonly onLine?: ((line: OutputLine) => void) | undefined;
  /** The line of the program that runs just now. */
  readonly here?: (() => SourcePosition | undefined) | undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export class Recorder {
  /** To be given to `beginWorld`. */
  readonly observer: Observer;
  readonly #limits: RecorderLimits;
  readonly #onLine: ((line: OutputLine) => void) | undefined;
  readonly #events: Ring<TraceEvent>;
  readonly #tasks = new Ring<Writable<TaskInfo>>(MAX_TASKS);
  readonly #infos = new Map<ObservedTask, Writable<TaskInfo>>();
  readonly #serials = new WeakMap<ObservedFuture, number>();
  readonly #output: OutputLine[] = [];
  readonly #warnings: Warning[] = [];
  #refusedLines = 0;
  #refusedWarnings = 0;
  #steps = 0;
  #clock = 0;
  #rounded = 0;
  #over = false;

  constructor(limits: RecorderLimits, { onLine, here }: Surroundings = {}) {
    let placed = 0;
    this.#limits = limits;
    this.#onLine = onLine;
    this.#events = new Ring(limits.events);
    const sink = {
      step: () => void (this.#steps += 1),
      taskCreated: (task: ObservedTask) => {
        this.#taskCreated(task);
      },
      serialOf: (task: ObservedFuture) => this.#serials.get(task),
      here: () => (here === undefined || (placed += 1) > MAX_PLACED ? undefined : here()),
      taskEnded: (task: ObservedTask) => this.#taskEnded(task),
      warn: (category: string, text: string, frame?: Frame, hint?: string) => {
        this.#warn(category, text, frame, hint);
      },
      number: () => this.#events.count + 1,
      time: () => this.#time(),
      event: (event: TraceEvent) => {
        this.#event(event);
      },
    };
    this.observer = limits.events === 0 ? factObserver(sink) : eventObserver(sink);
  }

  /** True when no further line will be kept: whoever prints then is to be ended. */
  get full(): boolean {
    return this.#output.length >= this.#limits.outputLines;
  }

  /** Keeps one printed line. @returns false when the limit was reached already, and the line is not kept */
  print(text: string, position?: SourcePosition): boolean {
    if (this.#over) return true; // what runs after the end of a run is not part of it
    if (this.full) {
      this.#refusedLines += 1;
      return false;
    }
    const line: OutputLine = {
      text: cut(text, this.#limits.lineLength),
      t: roundTime(now()),
      it: iteration(),
      task: currentTaskName(),
      ...(position === undefined ? {} : { position }),
    };
    this.#output.push(line);
    this.#tell('print', { text: line.text, task: line.task });
    this.#onLine?.(line);
    return true;
  }

  /** Ends the recording and gives the record. To be called after `endWorld`, which still has warnings to tell. */
  finish(end: RunEnd): RunRecord {
    const budget: Budget | undefined =
      this.#refusedLines > 0 ? 'output' : this.#steps >= this.#limits.loopSteps ? 'loop-steps' : end.budget;
    const outcome = budget === undefined ? end.outcome : 'over-budget';
    if (end.error !== undefined) this.#tell('error', { exception: `${end.error.type}: ${end.error.message}` });
    this.#tell('end', { status: outcome });
    this.#over = true;
    const dropped = {
      events: this.#events.dropped,
      lines: this.#refusedLines,
      tasks: this.#tasks.dropped,
      warnings: this.#refusedWarnings,
    };
    return {
      version: RECORD_VERSION,
      outcome,
      ...(budget === undefined ? {} : { budget }),
      ...(end.error === undefined ? {} : { error: end.error }),
      ...(end.seenAt === undefined ? {} : { seenAt: end.seenAt }),
      elapsed: roundTime(now()),
      iterations: iteration(),
      output: this.#output,
      events: this.#events.toArray(),
      tasks: this.#tasks.toArray(),
      warnings: this.#warnings,
      ...(Object.values(dropped).some((n) => n > 0) ? { dropped } : {}),
    };
  }

  #event(event: TraceEvent): void {
    if (!this.#over) this.#events.push(event);
  }

  /** An event of the recorder's own. */
  #tell(ev: EventName, fields: Readonly<Record<string, unknown>>): void {
    if (this.#limits.events > 0) this.#event({ i: this.#events.count + 1, t: this.#time(), it: iteration(), ev, ...fields });
  }

  /** Virtual seconds now, rounded; the clock stands still for many events. */
  #time(): number {
    const clock = now();
    if (clock !== this.#clock) {
      this.#clock = clock;
      this.#rounded = roundTime(clock);
    }
    return this.#rounded;
  }

  #warn(category: string, text: string, frame?: Frame, hint?: string): void {
    if (this.#over) return;
    if (this.#warnings.length >= MAX_WARNINGS) {
      this.#refusedWarnings += 1;
      return;
    }
    const position = placeOf(frame);
    this.#warnings.push({
      category,
      text: cut(text, MAX_TEXT),
      ...(hint === undefined ? {} : { hint }),
      ...(position === undefined ? {} : { position }),
    });
  }

  #taskCreated(task: ObservedTask): void {
    const serial = this.#tasks.count + 1;
    this.#serials.set(task, serial);
    const info: Writable<TaskInfo> = {
      serial,
      name: task.getName(),
      coroutine: task.coroutineName,
      by: currentTaskName(),
      created: this.#time(),
      ended: null,
      state: 'pending',
    };
    this.#infos.set(task, info);
    this.#tasks.push(info);
  }

  #taskEnded(task: ObservedTask): string | undefined {
    const result = valueOf(task);
    const info = this.#infos.get(task);
    if (info === undefined || this.#over) return result;
    this.#infos.delete(task);
    info.name = task.getName();
    info.ended = this.#time();
    info.state = task.state;
    if (result !== undefined) info.result = result;
    return result;
  }
}

/** Makes a recorder. */
export function createRecorder(limits: RecorderLimits, surroundings?: Surroundings): Recorder {
  return new Recorder(limits, surroundings);
}
