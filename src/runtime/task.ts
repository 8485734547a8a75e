/**
 * Task: drives a coroutine, one step per trip through the loop (tasks.py: Task).
 *
 * Keeps true: at most one step of a task is queued (an eager task's first one never is: EAGER-1); `cancel` only asks, the error enters at the next step (CANCEL-1 … CANCEL-17); whatever ends the
 * coroutine ends the task.
 */
import type { Context } from './context.ts';
import { copyContext, enter } from './context.ts';
import { Coroutine } from './coroutine.ts';
import { resume } from './driver.ts';
import { AWAITS, chainFrames, CLOSED, innermostFrame, NEXT, outcome, THROW, YIELDED } from './suspendable.ts';
import { CancelledError, InvalidStateError, leavesTheLoop, RuntimeError } from './errors.ts';
import { frameOf, type Frame } from './frame.ts';
import { FINISHED, Future, PENDING, type Awaitable } from './future.ts';
import { coroutineHint, withHint } from './hints.ts';
import type { Waiter } from './listener.ts';
import type { ObservedFuture, ObservedHandle, ObservedTask } from './observer.ts';
import { repr } from './repr.ts';
import type { Runnable } from './ready-queue.ts';
import { NOTHING, Refusal, StepView } from './step.ts';
import { thrownIn } from './traceback.ts';
import { countTask, link, unlink, world, type Linked } from './world.ts';

/** Options of a task, as of `createTask`. */
export interface TaskOptions {
  /** Its name; `Task-N` when left out (TASK-8). */
  readonly name?: unknown;
  /** The context it runs in; a copy of the current one when left out (CTX-1, CTX-2). */
  readonly context?: Context | undefined;
  /** Its first step runs at once, inside the call, when its loop is running (EAGER-1, EAGER-2). */
  readonly eagerStart?: boolean | undefined;
}

/** What `new Task` takes beside the coroutine. */
export interface TaskConstructorOptions extends TaskOptions {
  /** The loop it belongs to; the running one when left out. */
  readonly loop?: object | undefined;
}

/** The first step comes through the loop. */
const LAZY = 0;
/** The first step is inside the call that makes the task (EAGER-1). */
const EAGER = 1;
/** It ended in its eager step, and has let go of its coroutine, as in CPython. */
const LET_GO = 2;

export class Task<T = unknown> extends Future<T> implements ObservedTask, Waiter, Linked, Runnable {
  /** @internal */ declare readonly _coroutine: Coroutine<T>;
  /** @internal LAZY, EAGER or LET_GO. */ declare _eager: number;
  /** @internal */ declare readonly _context: Context;
  /** @internal Why its next step is due: the future that woke it, or an error that is to be thrown in; undefined for a plain turn. */ declare _due:
    Future | Refusal | undefined;
  /** @internal What it awaits. */ declare _waiter: Future | undefined;
  /** @internal A CancelledError is to be thrown in at the next step. */ declare _mustCancel: boolean;
  /** @internal */ declare _cancels: number;
  /** @internal Its end is somebody else's business (`gather`, `runUntilComplete`): not reported when it is lost. */ declare _reportLost: boolean;
  /** @internal */ declare _prev: Linked | undefined;
  /** @internal */ declare _next: Linked | undefined;
  /** @internal */ declare readonly _count: number;
  /** @internal */ declare _name: string | undefined;
  /** @internal */ declare _started: boolean;
  /** @internal It is asking what it awaits to be cancelled. */ declare _asking: boolean;

  /** @param coroutine a coroutine, nothing else (TASK-10) */
  constructor(coroutine: Awaitable<T>, options?: TaskConstructorOptions) {
    if (options !== undefined) refuseUnknown(options);
    if (!(coroutine instanceof Coroutine)) {
      throw withHint(new TypeError(`a coroutine was expected, got ${repr(coroutine)}`), coroutineHint(coroutine));
    }
    countTask();
    super(options);
    this._waiter = undefined;
    this._mustCancel = false;
    this._cancels = 0;
    this._reportLost = true;
    this._prev = undefined;
    this._next = undefined;
    this._started = false;
    this._asking = false;
    this._due = undefined;
    this._eager = options?.eagerStart === true ? EAGER : LAZY;
    this._coroutine = coroutine as Coroutine<T>;
    const name = options?.name ?? undefined;
    this._count = name === undefined ? ++world.taskCount : 0;
    this._name = name === undefined ? undefined : asName(name);
    this._context = options?.context ?? copyContext();
    link(world.tasks, this);
    world.observer?.taskCreate(this);
    if (this._eager === EAGER && world.loop === this._loop) this.#startNow();
    else this._loop._push(this);
  }

  /** Runs the first step inside of whatever runs now, which is the current task again afterwards (EAGER-1). */
  #startNow(): void {
    let entered = false as boolean;
    try {
      this._context.run(() => {
        entered = true;
        this._step(NOTHING, undefined);
      });
    } finally {
      if (this.done()) this._eager = LET_GO;
      else if (!entered) leave(this);
    }
  }

  override get id(): string {
    return this.getName();
  }

  protected override _kind(): string {
    return 'Task';
  }

  get eager(): boolean {
    return this._eager !== LAZY;
  }

  get coroutineName(): string {
    return this._coroutine.code.name.replaceAll('<locals>.', '');
  }

  getName(): string {
    return (this._name ??= `Task-${this._count}`);
  }

  setName(name: unknown): void {
    this._name = asName(name);
  }

  /** Its coroutine; undefined for a task that ended in its eager step. */
  getCoro(): Coroutine<T> | undefined {
    return this._eager === LET_GO ? undefined : this._coroutine;
  }

  getContext(): Context {
    return this._context;
  }

  /** How often its cancellation was asked for and not taken back. */
  cancelling(): number {
    return this._cancels;
  }

  /** Takes one `cancel` back; at zero a cancellation that has not been thrown in yet is dropped (CANCEL-11). @returns how many are left */
  uncancel(): number {
    if (this._cancels > 0) {
      this._cancels -= 1;
      if (this._cancels === 0) this._mustCancel = false;
    }
    world.observer?.taskUncancel(this, this._cancels);
    return this._cancels;
  }

  /** Asks for its cancellation: cancels what it awaits, or has CancelledError thrown in at its next step. @returns false when it is done */
  override cancel(message?: unknown): boolean {
    this._seen();
    if (this._state !== PENDING) return false;
    if (this._asking) {
      this.#stopWaiting(message);
      return true;
    }
    this._cancels += 1;
    world.observer?.taskCancel(this, message);
    if (this.#cancelWaiter(message)) return true;
    this._mustCancel = true;
    this._cancelMessage = message ?? undefined;
    return true;
  }

  /**
   * Cancels what it awaits. Tasks that wait for each other in a ring would ask one another for ever (CPython: RecursionError): there the first one stops
   * waiting instead, so that a deadlocked program can be cleared up.
   */
  #cancelWaiter(message: unknown): boolean {
    const waiter = this._waiter;
    if (waiter === undefined) return false;
    this._asking = true;
    try {
      return waiter.cancel(message);
    } finally {
      this._asking = false;
    }
  }

  #stopWaiting(message: unknown): void {
    this._waiter?._unlisten(this);
    this._waiter = undefined;
    this._mustCancel = true;
    this._cancelMessage = message ?? undefined;
    this._loop._push(this);
  }

  /** A task's result comes from its coroutine (TASK-7). */
  override setResult(value: T): never;
  override setResult(): never {
    throw new RuntimeError('Task does not support set_result operation');
  }

  override setException(error: unknown): never;
  override setException(): never {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  /** Where it stands: the frame of its coroutine, not of those that one awaits (as in CPython); empty when it is done. */
  getStack(): Frame[] {
    return this.frames().slice(0, 1);
  }

  /** All its awaits, outermost first; empty when it is done. */
  frames(): Frame[] {
    return this._coroutine._state === CLOSED ? [] : chainFrames(this._coroutine);
  }

  /** Its innermost await in the learner's own file. */
  frame(): Frame | undefined {
    return this._coroutine._state === CLOSED ? undefined : innermostFrame(this._coroutine);
  }

  override _isTask(): boolean {
    return true;
  }

  /** @internal */
  _wake(future: Future): void {
    this._due = future;
    this._loop._push(this);
  }

  /** @internal */
  _describeWakeup(): string {
    return 'Task.task_wakeup()';
  }

  /** @internal Its step is due. */
  _run(): void {
    const due = this._due;
    if (due === undefined) {
      this._step(NOTHING, undefined);
      return;
    }
    this._due = undefined;
    if (due instanceof Refusal) this._step(due.error, undefined);
    else this._wakeup(due);
  }

  /** @internal The handle that CPython would have in the ready queue, as an observer sees it. */
  _observed(): ObservedHandle {
    return new StepView(this);
  }

  /** @internal The future it awaits has ended. */
  _wakeup(by: Future): void {
    if (by._state === FINISHED && !by._failed) {
      this._step(NOTHING, by);
      return;
    }
    let error: unknown;
    try {
      by.result();
    } catch (caught) {
      error = caught;
    }
    this._step(error, by);
  }

  /** @internal One step of the coroutine. */
  _step(error: unknown, by: Future | undefined): void {
    if (this._state !== PENDING) throw new InvalidStateError(`__step(): already done: ${repr(this)}, ${repr(error)}`);
    if (this._mustCancel) {
      if (!(error instanceof CancelledError)) error = this._makeCancelledError();
      this._mustCancel = false;
    }
    this._waiter = undefined;
    if (world.observer !== undefined) this.#announceStep(error, by);
    const before = world.task;
    const context = enter(this._context);
    world.task = this;
    try {
      this.#drive(error);
      if (world.observer !== undefined && !this.done()) world.observer.taskSuspend(this, this._waiter);
    } finally {
      world.task = before;
      enter(context);
    }
  }

  /** Resumes the coroutine, and does what its suspension or end asks for. */
  #drive(error: unknown): void {
    let how: number;
    try {
      how = error === NOTHING ? resume(this._coroutine, NEXT, undefined) : resume(this._coroutine, THROW, error);
    } catch (caught) {
      this.#raised(caught);
      return;
    }
    const given = outcome.value;
    outcome.value = undefined;
    if (how === AWAITS) this.#await(given as Future);
    else if (how === YIELDED) {
      if (given === undefined || given === null) this._loop._push(this);
      else this.#yielded(given);
    } else if (this._mustCancel) {
      this._mustCancel = false;
      super.cancel(this._cancelMessage);
    } else super._settle(given, false);
  }

  #announceStep(error: unknown, by: Future | undefined): void {
    const start = !this._started;
    this._started = true;
    const info: { start: boolean; handle?: string; error?: unknown; wokenBy?: ObservedFuture } = { start };
    if (this._number > 0) info.handle = `H${this._number}`;
    if (error !== NOTHING) info.error = error;
    if (by !== undefined) info.wokenBy = by;
    world.observer?.taskStep(this, info);
  }

  #raised(error: unknown): void {
    if (error instanceof CancelledError) {
      this._cancelledError = error;
      super.cancel();
      return;
    }
    super._settle(error, true);
    if (leavesTheLoop(error)) throw error;
  }

  #await(future: Future): void {
    if (future._loop !== this._loop) this.#refuse(`Task ${repr(this)} got Future ${repr(future)} attached to a different loop`);
    else if (future === (this as Future)) this.#refuse(`Task cannot await on itself: ${repr(this)}`);
    else {
      future._listen(this);
      this._waiter = future;
      if (this._mustCancel && future.cancel(this._cancelMessage)) this._mustCancel = false;
    }
  }

  #yielded(given: unknown): void {
    if (!(given instanceof Future)) this.#refuse(`Task got bad yield: ${repr(given)}`);
    else if (given._blocking) {
      given._blocking = false;
      this.#await(given);
    } else this.#refuse(`yield was used instead of yield from in task ${repr(this)} with ${repr(given)}`);
  }

  /** Has an error thrown in one iteration later. */
  #refuse(message: string): void {
    this._due = new Refusal(thrownIn(new RuntimeError(message)));
    this._loop._push(this);
  }

  override _ended(): void {
    leave(this);
    super._ended();
  }

  protected override _announceEnd(): void {
    world.observer?.taskDone(this);
  }

  /** @internal What endWorld says (TASK-14, TASK-15). */
  override _report(): void {
    if (this._state !== PENDING) super._report();
    else if (this._reportLost) this._loop.callExceptionHandler({ message: 'Task was destroyed but it is pending!', task: this });
  }

  protected override _stateWord(): string {
    return this._state === PENDING && this._cancels > 0 ? 'cancelling' : super._stateWord();
  }

  protected override _details(): string[] {
    const details = [`name=${repr(this.getName())}`];
    if (this._eager !== LET_GO) details.push(`coro=<${this.#coroutineText()}>`);
    if (this._waiter !== undefined) details.push(`wait_for=${repr(this._waiter)}`);
    return details;
  }

  #coroutineText(): string {
    const { code, _state: state } = this._coroutine;
    const done = state === CLOSED;
    if (code.file === '') return `${code.name}()${done ? ' done' : ''}`;
    const line = done ? code.line : frameOf(code, this._coroutine._position).line;
    return `${code.name}() ${done ? 'done, defined' : 'running'} at ${code.file}:${line}`;
  }
}

/** @internal Somebody else answers for a task that was made on the way: it is not reported when it is lost. */
export function disown(future: Future): void {
  if (future instanceof Task) future._reportLost = false;
}

/** The words of CPython's for an option that there is none of. */
function refuseUnknown(options: object): void {
  for (const key in options) {
    if (key !== 'loop' && key !== 'name' && key !== 'context' && key !== 'eagerStart')
      throw new TypeError(`Task() got an unexpected keyword argument '${key}'`);
  }
}

function asName(name: unknown): string {
  return typeof name === 'string' ? name : repr(name);
}

/** It is pending no longer. */
function leave(task: Task): void {
  unlink(task);
  world.pendingTasks -= 1;
}
