/**
 * How the runtime's calls become events and facts of a record: one observer for runs whose events are recorded, and one for those of which only tasks
 * and warnings are. Both tell a `Sink`, which keeps and bounds. Fields bear the names of `spec/run-record.md`.
 */
import {
  currentTaskName,
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
import type { EventName, SourcePosition } from './record.ts';
import { cut, MAX_TEXT, roundTime } from './text.ts';

/** The longest result or error in an event, in UTF-16 units. */
const MAX_VALUE = 200;
/** Tasks that a deadlock names. */
const MAX_PENDING = 1000;

export type Fields = Readonly<Record<string, unknown>>;

/** Who keeps what is observed. */
export interface Sink {
  /** One handle of the loop runs. */
  readonly step: () => void;
  readonly taskCreated: (task: ObservedTask) => void;
  /** @returns its result or error, as an event tells it */
  readonly taskEnded: (task: ObservedTask) => string | undefined;
  readonly warn: (category: string, text: string, frame?: Frame, hint?: string) => void;
  /** Fields that are undefined are left out. */
  readonly event: (ev: EventName, fields: Fields) => void;
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

function timerFields(timer: ObservedTimer): Fields {
  return { handle: timer.id, callback: describe(timer), when: roundTime(timer.when()) };
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

/** Tells of everything. */
export function eventObserver(sink: Sink): Observer {
  return {
    iteration: (ready: number) => {
      sink.event('iter', { ready });
    },
    clockJump: (to: number) => {
      sink.event('clock.jump', { to: roundTime(to) });
    },
    clockBlock: (seconds: number) => {
      sink.event('clock.block', { seconds: roundTime(seconds), by: currentTaskName() });
    },
    readyPush: (handle: ObservedHandle) => {
      sink.event('ready.push', { handle: handle.id, callback: describe(handle) });
    },
    threadStart: (thread: string, call: string, future: ObservedFuture) => {
      sink.event('thread.start', { thread, callback: cut(call, MAX_VALUE), future: future.id });
    },
    handleRun: (handle: ObservedHandle) => {
      sink.step();
      sink.event('handle.run', { handle: handle.id, callback: describe(handle) });
    },
    timerSet: (timer: ObservedTimer) => {
      sink.event('timer.set', timerFields(timer));
    },
    timerFire: (timer: ObservedTimer) => {
      sink.step();
      sink.event('timer.fire', timerFields(timer));
    },
    timerCancel: (timer: ObservedTimer) => {
      sink.event('timer.cancel', timerFields(timer));
    },
    futureCreate: (future: ObservedFuture) => {
      sink.event('future.create', { future: future.id, kind: future.kind });
    },
    futureDone: (future: ObservedFuture) => {
      sink.event('future.done', { future: future.id, kind: future.kind, state: future.state, result: valueOf(future) });
    },
    taskCreate: (task: ObservedTask) => {
      sink.taskCreated(task);
      const eager = task.eager ? true : undefined;
      sink.event('task.create', { task: task.getName(), coroutine: task.coroutineName, by: currentTaskName(), eager });
    },
    taskStep: (task: ObservedTask, step: StepInfo) => {
      sink.step();
      sink.event(step.start ? 'task.start' : 'task.resume', {
        task: task.getName(),
        throw: step.error === undefined ? undefined : value(step.error),
        wokenBy: step.wokenBy?.id,
        position: placeOf(task.frame()),
      });
    },
    taskSuspend: (task: ObservedTask, on: ObservedFuture | undefined) => {
      sink.event('task.suspend', { task: task.getName(), on: on?.id ?? 'yield', position: placeOf(task.frame()) });
    },
    taskDone: (task: ObservedTask) => {
      sink.event('task.done', { task: task.getName(), state: task.state, result: sink.taskEnded(task) });
    },
    taskCancel: (task: ObservedTask, message: unknown) => {
      const text = message === undefined ? undefined : value(message);
      sink.event('task.cancel', { task: task.getName(), by: currentTaskName(), message: text, cancelling: task.cancelling() });
    },
    taskUncancel: (task: ObservedTask, left: number) => {
      sink.event('task.uncancel', { task: task.getName(), left });
    },
    exceptionHandler: (context: ExceptionContext) => {
      const exception = context.exception === undefined ? undefined : value(context.exception);
      sink.event('exception_handler', { message: cut(context.message ?? '', MAX_VALUE), exception });
    },
    warning: (category: string, text: string, frame?: Frame, hint?: string) => {
      sink.warn(category, text, frame, hint);
      sink.event('warning', { category, text: cut(text, MAX_TEXT), position: placeOf(frame) });
    },
    log: (level: string, text: string) => {
      sink.warn('log', text);
      sink.event('log', { level, text: cut(text, MAX_TEXT) });
    },
    deadlock: (tasks: readonly ObservedTask[]) => {
      sink.event('deadlock', { pending: tasks.slice(0, MAX_PENDING).map((task) => task.getName()) });
    },
  };
}
