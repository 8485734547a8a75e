/**
 * How the runtime's calls become events and facts of a record: one observer for runs whose events are recorded, and one for those of which only tasks
 * and warnings are. Both tell a `Sink`, which keeps and bounds. Fields bear the names of `spec/run-record.md`.
 */
import {
  currentTaskName,
  iteration,
  repr,
  type ExceptionContext,
  type Frame,
  type ObservedFuture,
  type ObservedHandle,
  type ObservedTask,
  type ObservedTimer,
  type Observer,
  type StepInfo,
} from '../runtime/index.ts';
import type { SourcePosition, TraceEvent } from './record.ts';
import { cut, MAX_TEXT, roundTime } from './text.ts';

/** The longest result or error in an event, in UTF-16 units. */
const MAX_VALUE = 200;
/** Tasks that a deadlock names. */
const MAX_PENDING = 1000;

/** Who keeps what is observed. */
export interface Sink {
  /** One handle of the loop runs. */
  readonly step: () => void;
  readonly taskCreated: (task: ObservedTask) => void;
  /** A task's number; undefined for what is no task of this run. */
  readonly serialOf: (task: ObservedFuture) => number | undefined;
  /** The line of the program that runs just now, where that is to be told. */
  readonly here: () => SourcePosition | undefined;
  /** @returns its result or error, as an event tells it */
  readonly taskEnded: (task: ObservedTask) => string | undefined;
  readonly warn: (category: string, text: string, frame?: Frame, hint?: string) => void;
  /** The number of the event that is being made; each call counts one more. */
  readonly number: () => number;
  /** Virtual seconds now, rounded. */
  readonly time: () => number;
  readonly event: (event: TraceEvent) => void;
}

/** A frame as a record tells it. */
export function placeOf(frame: Frame | undefined): SourcePosition | undefined {
  return frame === undefined ? undefined : { file: frame.file, line: frame.line, column: frame.column, function: frame.function };
}

/** The result or error of a future that has one. */
export function valueOf(future: ObservedFuture): string | undefined {
  return future.state === 'finished' || future.state === 'failed' ? value(future.outcome) : undefined;
}

function value(of: unknown): string {
  return cut(repr(of), MAX_VALUE);
}

function describe(handle: ObservedHandle): string {
  return cut(handle.describe(), MAX_VALUE);
}

/** Tells of tasks, warnings and steps, and of nothing else. */
export function factObserver(sink: Sink): Observer {
  return {
    handleRun: sink.step,
    timerFire: sink.step,
    taskStep: sink.step,
    taskCreate: sink.taskCreated,
    taskDone: sink.taskEnded,
    warning: sink.warn,
    log: (_level, text) => {
      sink.warn('log', text);
    },
  };
}

/** Tells of everything. Each event is one literal, so that events of a name have one hidden class: that is several times faster than copying fields. */
export function eventObserver(sink: Sink): Observer {
  const { event, number, time } = sink;
  const place = places();
  return {
    iteration: (ready: number) => {
      event({ i: number(), t: time(), it: iteration(), ev: 'iter', ready });
    },
    clockJump: (to: number) => {
      event({ i: number(), t: time(), it: iteration(), ev: 'clock.jump', to: roundTime(to) });
    },
    clockBlock: (seconds: number) => {
      const head = { i: number(), t: time(), it: iteration(), ev: 'clock.block', seconds: roundTime(seconds) } as const;
      const position = sink.here();
      event({ ...head, by: currentTaskName(), ...(position === undefined ? {} : { position }) });
    },
    readyPush: (handle: ObservedHandle) => {
      const serial = handle.task === undefined ? undefined : sink.serialOf(handle.task);
      const { id } = handle;
      event(
        serial === undefined
          ? { i: number(), t: time(), it: iteration(), ev: 'ready.push', handle: id, callback: describe(handle) }
          : { i: number(), t: time(), it: iteration(), ev: 'ready.push', handle: id, callback: describe(handle), serial },
      );
    },
    threadStart: (thread: string, call: string, future: ObservedFuture) => {
      const callback = cut(call, MAX_VALUE);
      event({ i: number(), t: time(), it: iteration(), ev: 'thread.start', thread, callback, future: future.id });
    },
    handleRun: (handle: ObservedHandle) => {
      sink.step();
      event({ i: number(), t: time(), it: iteration(), ev: 'handle.run', handle: handle.id, callback: describe(handle) });
    },
    timerSet: (timer: ObservedTimer) => {
      event(ofTimer('timer.set', timer));
    },
    timerFire: (timer: ObservedTimer) => {
      sink.step();
      event(ofTimer('timer.fire', timer));
    },
    timerCancel: (timer: ObservedTimer) => {
      event(ofTimer('timer.cancel', timer));
    },
    futureCreate: (future: ObservedFuture) => {
      event({ i: number(), t: time(), it: iteration(), ev: 'future.create', future: future.id, kind: future.kind });
    },
    futureDone: (future: ObservedFuture) => {
      const { id, kind, state } = future;
      const result = valueOf(future);
      const head = { i: number(), t: time(), it: iteration(), ev: 'future.done', future: id, kind, state } as const;
      event(result === undefined ? head : { ...head, result });
    },
    taskCreate: (task: ObservedTask) => {
      sink.taskCreated(task);
      const { coroutineName: coroutine } = task;
      const by = currentTaskName();
      const position = sink.here();
      const serial = sink.serialOf(task);
      event({
        ...{ i: number(), t: time(), it: iteration(), ev: 'task.create', task: task.getName(), serial, coroutine, by },
        ...(task.eager ? { eager: true } : {}),
        ...(position === undefined ? {} : { position }),
      });
    },
    taskStep: (task: ObservedTask, step: StepInfo) => {
      sink.step();
      const ev = step.start ? 'task.start' : 'task.resume';
      const name = task.getName();
      const position = place(task.frame());
      const serial = sink.serialOf(task);
      const { handle } = step;
      const wokenBy = step.wokenBy?.id;
      const wokenByTask = step.wokenBy === undefined ? undefined : sink.serialOf(step.wokenBy);
      if (step.error !== undefined || position === undefined || handle === undefined || wokenByTask !== undefined) {
        event({
          ...{ i: number(), t: time(), it: iteration(), ev, task: name, serial },
          ...(handle === undefined ? {} : { handle }),
          ...(step.error === undefined ? {} : { throw: value(step.error) }),
          ...(wokenBy === undefined ? {} : { wokenBy }),
          ...(wokenByTask === undefined ? {} : { wokenByTask }),
          ...(position === undefined ? {} : { position }),
        });
      } else if (wokenBy === undefined)
        event({ i: number(), t: time(), it: iteration(), ev, task: name, serial, handle, position });
      else event({ i: number(), t: time(), it: iteration(), ev, task: name, serial, handle, wokenBy, position });
    },
    taskSuspend: (task: ObservedTask, on: ObservedFuture | undefined) => {
      const name = task.getName();
      const serial = sink.serialOf(task);
      const id = on?.id ?? 'yield';
      const onTask = on === undefined ? undefined : sink.serialOf(on);
      const position = place(task.frame());
      event(
        position === undefined || onTask !== undefined
          ? {
              ...{ i: number(), t: time(), it: iteration(), ev: 'task.suspend', task: name, serial, on: id },
              ...(onTask === undefined ? {} : { onTask }),
              ...(position === undefined ? {} : { position }),
            }
          : { i: number(), t: time(), it: iteration(), ev: 'task.suspend', task: name, serial, on: id, position },
      );
    },
    taskDone: (task: ObservedTask) => {
      const result = sink.taskEnded(task);
      const { state } = task;
      const name = task.getName();
      const serial = sink.serialOf(task);
      event(
        result === undefined
          ? { i: number(), t: time(), it: iteration(), ev: 'task.done', task: name, serial, state }
          : { i: number(), t: time(), it: iteration(), ev: 'task.done', task: name, serial, state, result },
      );
    },
    taskCancel: (task: ObservedTask, message: unknown) => {
      const by = currentTaskName();
      const serial = sink.serialOf(task);
      const head = { i: number(), t: time(), it: iteration(), ev: 'task.cancel', task: task.getName(), serial, by } as const;
      const cancelling = task.cancelling();
      event(message === undefined ? { ...head, cancelling } : { ...head, message: value(message), cancelling });
    },
    taskUncancel: (task: ObservedTask, left: number) => {
      event({
        i: number(),
        t: time(),
        it: iteration(),
        ev: 'task.uncancel',
        task: task.getName(),
        serial: sink.serialOf(task),
        left,
      });
    },
    exceptionHandler: (context: ExceptionContext) => {
      const message = cut(context.message ?? '', MAX_VALUE);
      const head = { i: number(), t: time(), it: iteration(), ev: 'exception_handler', message } as const;
      event(context.exception === undefined ? head : { ...head, exception: value(context.exception) });
    },
    warning: (category: string, text: string, frame?: Frame, hint?: string) => {
      sink.warn(category, text, frame, hint);
      const position = place(frame);
      const head = { i: number(), t: time(), it: iteration(), ev: 'warning', category, text: cut(text, MAX_TEXT) } as const;
      event(position === undefined ? head : { ...head, position });
    },
    log: (level: string, text: string) => {
      sink.warn('log', text);
      event({ i: number(), t: time(), it: iteration(), ev: 'log', level, text: cut(text, MAX_TEXT) });
    },
    loopClose: () => {
      event({ i: number(), t: time(), it: iteration(), ev: 'loop.close' });
    },
    deadlock: (tasks: readonly ObservedTask[]) => {
      const pending = tasks.slice(0, MAX_PENDING).map((task) => task.getName());
      event({ i: number(), t: time(), it: iteration(), ev: 'deadlock', pending });
    },
  };

  function ofTimer(ev: 'timer.set' | 'timer.fire' | 'timer.cancel', timer: ObservedTimer): TraceEvent {
    const { id: handle } = timer;
    return { i: number(), t: time(), it: iteration(), ev, handle, callback: describe(timer), when: roundTime(timer.when()) };
  }
}

/** Places of the program that a recorder remembers; a power of two. */
const PLACES = 64;

/** As `placeOf`, with one object for a place that comes again and again: events of a loop are many, its awaits are few. */
function places(): (frame: Frame | undefined) => SourcePosition | undefined {
  const known = new Array<SourcePosition | undefined>(PLACES).fill(undefined);
  return (frame) => {
    if (frame === undefined) return undefined;
    const { file, line, column } = frame;
    const slot = (line * 31 + column) & (PLACES - 1);
    const place = known[slot];
    if (place?.line === line && place.column === column && place.function === frame.function && place.file === file) return place;
    const fresh = placeOf(frame);
    known[slot] = fresh;
    return fresh;
  };
}
