/**
 * Virtual threads: a function that runs at once, on a clock of its own (THREAD-1; docs/decisions/0008).
 *
 * Keeps true: the function runs to its end in one go, when it starts; its waits and its CPU work add up on the thread's clock, and what it prints, asks of
 * a loop or ends is performed when everybody's time has come there. In a thread no loop runs and no task is current.
 */
import { Context, enter } from './context.ts';
import { DeadlockError, LimitExceeded } from './errors.ts';
import { Processor, Script } from './processor.ts';
import { pass, perWorld, world, type Bystanders, type Scheduler } from './world.ts';

/** What a thread needs of a loop to wait for it. */
interface Turning extends Scheduler {
  /** One iteration, whether the loop is to stop or not. */
  _turn(): void;
}

/** A thread of a pool, which lives as long as the pool. */
export class Worker {
  readonly name: string;
  /** A process has a CPU of its own. */
  readonly isProcess: boolean;
  /** @internal It begins with an empty context, and keeps it from job to job. */ readonly _context = new Context();

  constructor(name: string, isProcess: boolean) {
    this.name = name;
    this.isProcess = isProcess;
  }
}

/** One function's run in a worker. */
export class Run {
  readonly worker: Worker;
  readonly name: string;
  script = new Script();
  /** Up to when, on its own clock, the script is written. */
  written: number;
  /** When it began, or went on after waiting for others. Undefined when it began ahead of the world's time: in another thread. */
  began: number | undefined;
  /** What runs in the thread that started it. */
  readonly home: { clock: number; loop: Scheduler | undefined; task: typeof world.task; thread: typeof world.thread };

  constructor(worker: Worker) {
    this.worker = worker;
    this.name = worker.name;
    this.written = world.clock;
    this.home = { clock: world.clock, loop: world.loop, task: world.task, thread: world.thread };
    this.began = world.clock;
    if (world.thread === undefined) return;
    this.began = undefined;
    this.script.add({ kind: 'wait', from: everybodysTime(), to: world.clock });
  }

  /** Writes down that time has passed. */
  note(): void {
    if (world.clock > this.written) this.script.add({ kind: 'wait', from: this.written, to: world.clock });
    this.written = world.clock;
  }
}

/** The time of the main thread: other threads are ahead of it while they run. */
function everybodysTime(): number {
  let clock = world.clock;
  for (let run = world.thread; run instanceof Run; run = run.home.thread) clock = run.home.clock;
  return clock;
}

/** How a function in a thread ended. */
export interface Ran {
  readonly failed: boolean;
  /** Its result, or its error. */
  readonly value: unknown;
  /** When, as far as is known. */
  readonly end: number;
  /** @internal */ readonly _script: Script;
}

/** The world's threads that have something left to do. */
export class Threads implements Bystanders {
  readonly processor = new Processor();

  passUntil(to: number): void {
    this.processor.pass(to, (phase) => {
      this.#perform(phase.act);
    });
    world.clock = to;
    if (this.processor.idle) world.bystanders = undefined;
  }

  nextWake(): number {
    return this.processor.nextWake();
  }

  /** The program has ended: the process does so when its threads have. */
  finish(): void {
    while (!this.processor.idle) {
      const next = this.processor.next();
      if (next === Infinity) return;
      this.passUntil(next);
    }
  }

  /** Does what a thread does at this moment: beside whatever runs now. */
  #perform(act: () => void): void {
    const { loop, task, thread, clock } = world;
    world.loop = undefined;
    world.task = undefined;
    world.thread = undefined;
    world.clock = this.processor.clock;
    try {
      act();
    } finally {
      world.loop = loop;
      world.task = task;
      world.thread = thread;
      world.clock = clock;
    }
  }

  /** Adds what a thread has left to do; the ends of others may move by it. */
  add(script: Script): void {
    if (script.empty) return;
    this.processor.add(script, everybodysTime());
    world.bystanders = this;
    if (script.willWork) this.tellMoved();
  }

  /** Tells whoever waits for an end when it comes now. */
  tellMoved(): void {
    for (const [script, end] of this.processor.ends()) script.moved?.(end);
  }
}

/** The world's threads. */
const threads = perWorld(() => new Threads());

function present(): Run | undefined {
  return world.thread instanceof Run ? world.thread : undefined;
}

/** @internal Calls `fn` in a thread, now. What it has left to do is added by `goesOn`. */
export function runInThread(worker: Worker, fn: () => unknown): Ran {
  const run = new Run(worker);
  const { interrupt } = world;
  const context = enter(worker._context);
  world.loop = undefined;
  world.task = undefined;
  world.thread = run;
  let failed = false;
  let value: unknown;
  try {
    value = fn();
  } catch (error) {
    if (error instanceof LimitExceeded) throw error;
    failed = true;
    value = error;
  } finally {
    run.note();
    enter(context);
    world.interrupt = interrupt;
    world.loop = run.home.loop;
    world.task = run.home.task;
    world.thread = run.home.thread;
    world.clock = run.home.clock;
  }
  return { failed, value, end: run.written, _script: run.script };
}

/** @internal Lets what the thread has left to do go on with everybody's time. @param ended called at its end; `moved` when its end becomes another one */
export function goesOn(
  ran: Ran,
  { ended, moved }: { readonly ended?: () => void; readonly moved?: (end: number) => void },
): void {
  const { _script: script } = ran;
  script.moved = moved;
  if (ended !== undefined) {
    if (ran.end === world.clock && script.empty) {
      ended();
      return;
    }
    script.add({ kind: 'act', act: ended, wakes: true });
  }
  // Nobody can see a thread that only waits and whose end somebody else has a timer for.
  if (ended !== undefined || script.willWork || script.acts > 0) threads().add(script);
}

/** @internal Calls `act` at a moment to come, beside whatever runs then. */
export function whenTimeComes(at: number, act: () => void): void {
  const script = new Script();
  script.add({ kind: 'wait', from: world.clock, to: Math.max(at, world.clock) });
  script.add({ kind: 'act', act, wakes: true });
  threads().add(script);
}

/**
 * Does `act` when everybody's time has come to where this thread stands: at once, unless the thread is ahead. `wakes`: a loop that waits is woken by it.
 * @returns how many acts of this thread wait
 */
export function atOwnTime(act: () => void, wakes: boolean): number {
  const run = present();
  if (run === undefined || run.began === world.clock) {
    act();
    return 0;
  }
  run.note();
  run.script.add({ kind: 'act', act, wakes });
  return run.script.acts;
}

/**
 * CPU work of `seconds`. Threads share one CPU, the loop's among them; a process has its own.
 * @param seconds finite, not negative
 */
export function compute(seconds: number): void {
  const run = present();
  if (run?.worker.isProcess === true) {
    world.clock += seconds;
    return;
  }
  const others = threads();
  const { processor } = others;
  if (run !== undefined) {
    run.note();
    run.script.add({ kind: 'work', seconds });
    world.clock = processor.willWork ? processor.endOf(run.script) : world.clock + seconds;
    run.written = world.clock;
    return;
  }
  const own = new Script();
  own.add({ kind: 'work', seconds });
  const end = processor.willWork ? processor.endOf(own) : world.clock + seconds;
  world.observer?.clockBlock(end - world.clock);
  if (processor.idle) {
    world.clock = end;
    return;
  }
  others.add(own);
  pass(end);
  others.tellMoved();
}

/**
 * Waits in this thread, and lets everybody else go on, until `done()`. In the main thread that blocks the loop; another thread lets the loop turn.
 * @param limit seconds to wait at most
 * @returns false when the time was over first; DeadlockError when nobody is left who could bring it about
 */
export function blockUntil(done: () => boolean, limit: number | undefined): boolean {
  if (done()) return true;
  const run = present();
  return run === undefined ? blockMain(done, limit) : blockThread(run, done, limit);
}

function blockMain(done: () => boolean, limit: number | undefined): boolean {
  const last = limit === undefined ? Infinity : world.clock + Math.max(limit, 0);
  while (!done()) {
    const next = world.bystanders === undefined ? Infinity : threads().processor.next();
    const to = Math.min(next, last);
    if (to === Infinity)
      throw new DeadlockError('this thread waits for ever: what it waits for can only come about in this very thread');
    if (to > world.clock) world.observer?.clockBlock(to - world.clock);
    pass(to);
    if (next > last) return done();
  }
  return true;
}

function blockThread(run: Run, done: () => boolean, limit: number | undefined): boolean {
  const waits = { arrived: false, over: false };
  const { script, home } = run;
  run.note();
  script.add({ kind: 'act', wakes: true, act: () => void (waits.arrived = true) });
  if (limit !== undefined) {
    script.add({ kind: 'wait', from: run.written, to: run.written + Math.max(limit, 0) });
    script.add({ kind: 'act', wakes: true, act: () => void (waits.over = true) });
  }
  const context = enter(new Context());
  const loop = home.loop as Turning | undefined;
  world.loop = home.loop;
  world.task = undefined;
  world.thread = home.thread;
  world.clock = home.clock;
  threads().add(script);
  try {
    while (!(waits.arrived && done()) && !waits.over) {
      if (loop !== undefined) loop._turn();
      else if (home.thread === undefined) {
        const next = threads().processor.next();
        if (next === Infinity) throw new DeadlockError(`thread ${run.name} waits for ever: nobody is left who could wake it`);
        pass(next);
      } else if (!blockUntil(() => (waits.arrived && done()) || waits.over, undefined)) break;
    }
  } finally {
    enter(context);
    home.clock = world.clock;
    run.began = home.thread === undefined ? world.clock : undefined;
    run.script = new Script();
    run.written = world.clock;
    world.loop = undefined;
    world.thread = run;
  }
  return done();
}
