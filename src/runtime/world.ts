/**
 * The state that in Python belongs to the process: the clock, the counters, who runs now, what is to be reported at exit.
 *
 * Keeps true: `beginWorld` puts every field back, so a world never sees anything of the one before.
 */
import { Context, enter } from './context.ts';
import { KeyboardInterrupt, StepLimitExceeded, TaskLimitExceeded, type LimitExceeded } from './errors.ts';
import { guarded, type Observer, type ObservedTask } from './observer.ts';
import type { Runnable } from './ready-queue.ts';
import { beginTurns, refuseTurns, type TellTurns } from './turns.ts';

/** What a future needs to know of a loop. */
export interface Scheduler {
  /** @internal Puts a handle at the end of the ready queue. */
  _push(handle: Runnable): void;
  /** @internal */
  _timerCancelled(): void;
  getDebug(): boolean;
  stop(): void;
  callExceptionHandler(context: { readonly message: string; readonly [key: string]: unknown }): void;
}

/** Something that a world may have to report when it ends; `_serial` is its place in creation order. */
export interface Reportable {
  readonly _serial: number;
  /** @internal Tells the observer, if there is anything to tell. */
  _report(): void;
}

/** Who goes on beside the loop while time passes: threads (threads.ts). */
export interface Bystanders {
  /** Lets them go on until `to`, which becomes the time. */
  passUntil(to: number): void;
  /** When one of them next wakes a loop; Infinity when none will. */
  nextWake(): number;
  /** Lets them come to their ends. */
  finish(): void;
}

/** A member of a doubly linked list that can leave it at once. */
export interface Linked {
  _prev: Linked | undefined;
  _next: Linked | undefined;
}

function emptyList(): Linked {
  const head: Linked = { _prev: undefined, _next: undefined };
  head._prev = head;
  head._next = head;
  return head;
}

/** @internal Appends to a list given by its head. */
export function link(head: Linked, member: Linked): void {
  const last = head._prev ?? head;
  member._prev = last;
  member._next = head;
  last._next = member;
  head._prev = member;
}

/** @internal Takes a member out of its list; nothing happens when it is in none. */
export function unlink(member: Linked): void {
  const { _prev: before, _next: after } = member;
  if (before === undefined || after === undefined) return;
  before._next = after;
  after._prev = before;
  member._prev = undefined;
  member._next = undefined;
}

function fresh() {
  return {
    /** Which world of this process it is; from 1. */
    generation: 0,
    /** What chance begins from (`WorldOptions`). */
    seed: 0,
    /** How many sleeps were late so far; undefined in a world whose sleeps are exact (lateness.ts). */
    lateness: undefined as number | undefined,
    /** Virtual seconds. */
    clock: 0,
    /** Loop iterations of all loops together. */
    iteration: 0,
    /** Handles that were run. */
    steps: 0,
    stepLimit: Infinity,
    /** Who hears that the program goes on, and after how many steps each time. */
    onSteps: undefined as ((steps: number) => void) | undefined,
    stepsPerWord: Infinity,
    /** Steps at which something is to be done: the limit is reached, or a word is due. */
    nextStop: Infinity,
    /** The limit that was passed first: the world is over. */
    over: undefined as LimitExceeded | undefined,
    /** Tasks that are not done, and how many there may be. */
    pendingTasks: 0,
    taskLimit: Infinity,
    taskCount: 0,
    futureCount: 0,
    handleCount: 0,
    /** Creation order of everything that may have to be reported. */
    serial: 0,
    /** The loop that runs now. */
    loop: undefined as Scheduler | undefined,
    /** The task whose step runs now. */
    task: undefined as ObservedTask | undefined,
    /** The thread whose function runs now; undefined in the main thread. While it is set, `clock` is that thread's own. */
    thread: undefined as { readonly name: string } | undefined,
    /** Threads that still have something to do. */
    bystanders: undefined as Bystanders | undefined,
    observer: undefined as Required<Observer> | undefined,
    /** What Ctrl-C does; set by a Runner while its main task runs. */
    interrupt: undefined as (() => void) | undefined,
    /** Coroutines in creation order: all that never ran, and some that did (`expectAwait` sweeps them out from time to time). */
    unawaited: [] as Reportable[],
    /** The coroutine made last: not on the list yet. */
    latest: undefined as Reportable | undefined,
    /** Length of `unawaited` at which it is swept next. */
    unawaitedLimit: 1024,
    /** Tasks that are not done, in creation order. */
    tasks: emptyList(),
    /** Futures that hold an error nobody has seen. */
    unretrieved: new Set<Reportable>(),
  };
}

/** The present world. */
export const world: ReturnType<typeof fresh> = fresh();

export interface WorldOptions {
  readonly observer?: Observer;
  /** Handles that all loops of the world together may run. */
  readonly stepLimit?: number;
  /** Hears every `every` handles how many have run: a program that gives control back shows so that it is alive. Called from the loop; it must not raise. */
  readonly onSteps?: { readonly every: number; readonly tell: (steps: number) => void };
  /** Tasks that may be pending at the same time. */
  readonly taskLimit?: number;
  /** Turns of loops that the program may take in one step of the event loop (turns.ts). */
  readonly turnLimit?: number;
  /** Hears where the program turns, at the 1st, 2nd, 4th … turn of each step. It must not raise. */
  readonly onTurns?: TellTurns;
  /** What all chance in the world begins from: latencies, and `random` before a program seeds it. An integer, 0 when left out. */
  readonly seed?: number;
  /** True: a `sleep` may take up to twice its time, by chance (lateness.ts). */
  readonly lateTimers?: boolean;
}

/** Begins a fresh world: one Python process. The clock is at 0 and the first task will be Task-1. */
export function beginWorld(options: WorldOptions = {}): void {
  const generation = world.generation + 1;
  Object.assign(world, fresh(), { generation, seed: options.seed ?? 0 });
  if (options.lateTimers === true) world.lateness = 0;
  enter(new Context());
  if (options.stepLimit !== undefined) world.stepLimit = options.stepLimit;
  if (options.taskLimit !== undefined) world.taskLimit = options.taskLimit;
  beginTurns({ limit: options.turnLimit ?? Infinity, tell: options.onTurns, exceed });
  if (options.onSteps !== undefined) {
    world.onSteps = options.onSteps.tell;
    world.stepsPerWord = options.onSteps.every;
  }
  world.nextStop = Math.min(world.stepLimit, world.stepsPerWord);
  if (options.observer === undefined) return;
  const guard = guarded(options.observer, () => {
    if (world.observer === guard) world.observer = undefined;
  });
  world.observer = guard;
}

/** Ends the world: waits for its threads, says what CPython says at exit, in creation order (CORO-4, TASK-14, TASK-15). The observer hears it and is then let go. */
export function endWorld(): void {
  world.bystanders?.finish();
  const due: Reportable[] = [...world.unretrieved, ...world.unawaited];
  if (world.latest !== undefined) due.push(world.latest);
  for (let member = world.tasks._next; member !== undefined && member !== world.tasks; member = member._next)
    due.push(member as unknown as Reportable);
  world.unretrieved = new Set();
  world.unawaited = [];
  world.latest = undefined;
  world.tasks = emptyList();
  due.sort((a, b) => a._serial - b._serial);
  for (const item of due) item._report();
  world.observer = undefined;
}

/**
 * State that in Python a module would keep for the process, and that here each world has its own of: made at the first call in a world.
 * @example const generator = perWorld(() => new Twister(seed()));  generator().next();
 */
export function perWorld<T>(make: () => T): () => T {
  let generation = -1;
  let state: T | undefined;
  return () => {
    if (generation !== world.generation) {
      state = make();
      generation = world.generation;
    }
    return state as T;
  };
}

/** What all chance in this world begins from. */
export function seed(): number {
  return world.seed;
}

/** Virtual seconds since the world began. */
export function now(): number {
  return world.clock;
}

/** Loop iterations so far; 0 before any loop ran. */
export function iteration(): number {
  return world.iteration;
}

/** Name of the task whose step runs now; null outside of a task. */
export function currentTaskName(): string | null {
  return world.task === undefined ? null : world.task.getName();
}

/** `time.sleep`: the clock goes on, nothing else of this thread does (BLOCK-1). @param seconds not negative */
export function block(seconds: number): void {
  if (world.thread !== undefined) {
    world.clock += seconds;
    return;
  }
  world.observer?.clockBlock(seconds);
  pass(world.clock + seconds);
}

/** @internal Lets time pass in this thread; if it is the main thread, others go on meanwhile. */
export function pass(to: number): void {
  if (world.bystanders === undefined || world.thread !== undefined) world.clock = to;
  else world.bystanders.passUntil(to);
}

/** Name of the thread whose function runs now. */
export function threadName(): string {
  return world.thread === undefined ? 'MainThread' : world.thread.name;
}

/** Ctrl-C (RUN-7): the first one cancels the main task of the running Runner, the second raises KeyboardInterrupt here. */
export function interrupt(): void {
  if (world.interrupt === undefined) throw new KeyboardInterrupt();
  world.interrupt();
}

/** @internal Raises once the world has run as many handles as it may, and every time after. */
export function refuseBeyondLimit(): void {
  if (world.steps >= world.nextStop) stopAt(world.steps);
}

function stopAt(steps: number): void {
  if (world.over !== undefined || steps >= world.stepLimit) exceed(new StepLimitExceeded(world.stepLimit));
  world.nextStop = Math.min(world.stepLimit, steps + world.stepsPerWord);
  world.onSteps?.(steps);
}

/** Ends the world: nothing of it goes on past its first limit. */
function exceed(error: LimitExceeded): never {
  world.over ??= error;
  world.nextStop = 0;
  refuseTurns();
  throw world.over;
}

/** @internal A task is made. */
export function countTask(): void {
  if (world.over !== undefined || world.pendingTasks >= world.taskLimit) exceed(new TaskLimitExceeded(world.taskLimit));
  world.pendingTasks += 1;
}

/** The limit that this world has passed, if it has: it is over, whatever the program made of it. */
export function limitExceeded(): LimitExceeded | undefined {
  return world.over;
}
