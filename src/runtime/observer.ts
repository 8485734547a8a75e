/**
 * The observer: how a recorder sees a run. The runtime knows no more of recording than this interface.
 *
 * Keeps true: without an observer each place costs one comparison; an observer that throws is let go and never changes what the program does.
 */
import type { Frame } from './frame.ts';

/** A future as an observer sees it. A task's `id` is its name. */
export interface ObservedFuture {
  /** 'F3' for the third future of the world; a task's name for a task. */
  readonly id: string;
  /** 'Future', '_GatheringFuture', 'Task' … */
  readonly kind: string;
  /** 'failed' is finished with an error. */
  readonly state: 'pending' | 'finished' | 'failed' | 'cancelled';
  /** The result or the error, without marking it as retrieved. */
  readonly outcome: unknown;
  /** What `cancel` was given, if anything. */
  readonly cancelMessage: unknown;
}

/** A task as an observer sees it. */
export interface ObservedTask extends ObservedFuture {
  getName(): string;
  /** Name of its coroutine's function. */
  readonly coroutineName: string;
  /** True when its first step was to run where it is made (an eager task). */
  readonly eager: boolean;
  /** Where its innermost await stands; undefined when only the runtime's own code does. */
  frame(): Frame | undefined;
  /** All its awaits, outermost first. */
  frames(): Frame[];
  cancelling(): number;
}

/** A handle as an observer sees it. */
export interface ObservedHandle {
  /** 'H7'. A task's step has a new id each time it is queued. */
  readonly id: string;
  /** What it will call, such as `Task-1.step`, `Task-2.wakeup(F1)`, `f(1, 'a')`. */
  describe(): string;
  /** The task whose step it is, where it is one. */
  readonly task?: ObservedTask;
}

/** A timer as an observer sees it; `when()` is in virtual seconds. */
export interface ObservedTimer extends ObservedHandle {
  when(): number;
}

/** What the loop's exception handler is told, with CPython's keys in camelCase. */
export interface ExceptionContext {
  readonly message?: string;
  readonly exception?: unknown;
  readonly [key: string]: unknown;
}

/** How a step of a task begins. */
export interface StepInfo {
  /** True for its first step. */
  readonly start: boolean;
  /** The handle that stood in the ready queue for it; none for the eager step of a new task. */
  readonly handle?: string;
  /** The error that is thrown in, if one is. */
  readonly error?: unknown;
  /** The future whose end woke it, if one did. */
  readonly wokenBy?: ObservedFuture;
}

/** All methods are optional. Virtual time and iteration are read with `now()` and `iteration()`, the running task with `currentTaskName()`. */
export interface Observer {
  /** An iteration begins with `ready` handles to run. */
  iteration?(ready: number): void;
  /** The clock is about to jump. */
  clockJump?(to: number): void;
  /** The clock is about to go on by a blocking call. */
  clockBlock?(seconds: number): void;
  readyPush?(handle: ObservedHandle): void;
  /** A function begins in a thread of an executor; `call` is such as `f(1)`, and `future` gets its result. */
  threadStart?(thread: string, call: string, future: ObservedFuture): void;
  /** A plain callback runs. A task's steps tell of themselves (`taskStep`), timers too (`timerFire`). */
  handleRun?(handle: ObservedHandle): void;
  timerSet?(handle: ObservedTimer): void;
  timerFire?(handle: ObservedTimer): void;
  timerCancel?(handle: ObservedTimer): void;
  /** A future was made; tasks come through `taskCreate`. */
  futureCreate?(future: ObservedFuture): void;
  futureDone?(future: ObservedFuture): void;
  taskCreate?(task: ObservedTask): void;
  taskStep?(task: ObservedTask, step: StepInfo): void;
  /** A step ended without ending the task; `on` is undefined after a bare yield (`sleep(0)`). */
  taskSuspend?(task: ObservedTask, on: ObservedFuture | undefined): void;
  taskDone?(task: ObservedTask): void;
  taskCancel?(task: ObservedTask, message: unknown): void;
  taskUncancel?(task: ObservedTask, left: number): void;
  exceptionHandler?(context: ExceptionContext): void;
  /** `warnings.warn`: a category such as 'RuntimeWarning', CPython's text, and a line that says what to write instead. */
  warning?(category: string, text: string, frame?: Frame, hint?: string): void;
  /** What asyncio's logger says. */
  log?(level: 'error' | 'warning', text: string): void;
  /** A loop is closed, and drops what it still has in its queue and its timers. */
  loopClose?(): void;
  /** The tasks that wait for ever, in creation order. */
  deadlock?(tasks: readonly ObservedTask[]): void;
}

const METHODS = [
  'iteration',
  'clockJump',
  'clockBlock',
  'readyPush',
  'threadStart',
  'handleRun',
  'timerSet',
  'timerFire',
  'timerCancel',
  'futureCreate',
  'futureDone',
  'taskCreate',
  'taskStep',
  'taskSuspend',
  'taskDone',
  'taskCancel',
  'taskUncancel',
  'exceptionHandler',
  'warning',
  'log',
  'loopClose',
  'deadlock',
] as const satisfies readonly (keyof Observer)[];

/** The observer behind a guard: the first error it throws calls `detach`, and goes no further. */
export function guarded(observer: Observer, detach: () => void): Required<Observer> {
  const guard: Record<string, unknown> = {};
  for (const name of METHODS) {
    const method = (observer as Readonly<Record<string, unknown>>)[name];
    guard[name] =
      typeof method !== 'function'
        ? (): void => undefined
        : (...args: unknown[]): void => {
            try {
              Reflect.apply(method, observer, args);
            } catch {
              detach();
            }
          };
  }
  return guard as unknown as Required<Observer>;
}
