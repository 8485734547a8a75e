/**
 * The other side of the comparison: a TypeScript program on our runtime, telling what `src/python/harness` tells of its Python twin, in the same shapes.
 *
 * Keeps true: it runs in this process, without the sandbox's walls, so that thousands of programs a minute can be compared; each in a world of its own.
 */
import { compileInNode } from '../../src/compiler/node.ts';
import {
  asyncio,
  beginWorld,
  currentTaskName,
  endWorld,
  errorMessage,
  errorName,
  iteration,
  now,
  repr,
  type ObservedFuture,
  type Observer,
} from '../../src/runtime/index.ts';
import { display } from '../../src/sandbox/format.ts';
import { MODULES } from '../../src/sandbox/importable.ts';
import { evaluate } from './evaluate.ts';
import type { Event, Run } from '../../src/python/told.ts';

/** Handles that a program may run before it is taken for endless. */
const STEP_LIMIT = 200_000;
const LINE_LENGTH = 10_000;
/** The longest result or error in an event, as in `record.py`. */
const MAX_VALUE = 1000;

/** Compiles a program and runs it; one that does not compile ends with a SyntaxError. Throws when it imports what is not there. */
export async function runOurs(source: string, file: string): Promise<Run> {
  const compiled = await compileInNode(source, file);
  if (!compiled.ok) {
    const text = compiled.errors.map(({ message, line }) => `${message} (${file}, line ${line})`).join('; ');
    return { events: [], error: { type: 'SyntaxError', text }, seconds: 0, iterations: 0 };
  }
  const modules = new Map<string, object>(Object.entries(MODULES));
  for (const { module, names, line } of compiled.program.imports) {
    const found = modules.get(module);
    const missing = found === undefined ? [module] : names.filter((name) => name !== '*' && !(name in found));
    if (missing.length > 0)
      throw new Error(`${file}:${line} imports what we do not have: ${missing.join(', ')} (of '${module}')`);
  }
  const events: Event[] = [];
  const tell = (ev: string, fields: Readonly<Record<string, unknown>>): void => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
    events.push({ t: rounded(now()), it: iteration(), ev, ...Object.fromEntries(given) });
  };
  const log = (...values: unknown[]): void => {
    const text = values.map((value) => display(value, LINE_LENGTH)).join(' ');
    for (const line of text.split('\n')) tell('print', { text: line, task: currentTaskName() });
  };
  beginWorld({ observer: telling(tell), stepLimit: STEP_LIMIT });
  let error: Run['error'] = null;
  try {
    evaluate(compiled.program, modules, { log, info: log, warn: log, error: log, debug: log });
  } catch (raised) {
    error = { type: errorName(raised as object), text: errorMessage(raised as object) };
  }
  const seconds = rounded(now());
  const iterations = iteration();
  endWorld();
  return { events, error, seconds, iterations };
}

/** Virtual seconds as the record has them. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9;
}

/** An observer that tells what `probes.py` there tells. */
function telling(tell: (ev: string, fields: Readonly<Record<string, unknown>>) => void): Observer {
  const outcome = (future: ObservedFuture): object => ({
    state: future.state,
    result: future.state === 'finished' || future.state === 'failed' ? show(future.outcome) : undefined,
    msg: future.state === 'cancelled' && future.cancelMessage !== undefined ? show(future.cancelMessage) : undefined,
  });
  return {
    clockJump: (to) => {
      tell('clock.jump', { to: rounded(to) });
    },
    clockBlock: (seconds) => {
      tell('clock.block', { seconds: rounded(seconds), by: currentTaskName() });
    },
    readyPush: (handle) => {
      tell('ready.push', { h: handle.id, cb: handle.describe(), by: currentTaskName() });
    },
    handleRun: (handle) => {
      tell('handle.run', { h: handle.id, cb: handle.describe() });
    },
    timerSet: (timer) => {
      tell('timer.set', { h: timer.id, when: rounded(timer.when()), cb: timer.describe(), by: currentTaskName() });
    },
    timerFire: (timer) => {
      tell('timer.fire', { h: timer.id, when: rounded(timer.when()), cb: timer.describe() });
    },
    timerCancel: (timer) => {
      tell('timer.cancel', { h: timer.id, when: rounded(timer.when()), cb: timer.describe() });
    },
    futureCreate: (future) => {
      tell('future.create', { fut: future.id, kind: future.kind, by: currentTaskName() });
    },
    futureDone: (future) => {
      tell('future.done', { fut: future.id, kind: future.kind, by: currentTaskName(), ...outcome(future) });
    },
    taskCreate: (task) => {
      const eager = task.eager ? true : undefined;
      tell('task.create', { task: task.getName(), coro: task.coroutineName, by: currentTaskName(), eager });
    },
    taskStep: (task, { start, error, wokenBy }) => {
      const thrown = error === undefined ? undefined : show(error);
      tell(start ? 'task.start' : 'task.resume', { task: task.getName(), throw: thrown, woken_by: wokenBy?.id });
    },
    taskSuspend: (task, on) => {
      tell('task.suspend', { task: task.getName(), on: on?.id ?? 'yield' });
    },
    taskDone: (task) => {
      tell('task.done', { task: task.getName(), ...outcome(task) });
    },
    taskCancel: (task, message) => {
      const msg = message === undefined || message === null ? undefined : show(message);
      tell('task.cancel', { task: task.getName(), by: currentTaskName(), msg, cancelling: task.cancelling() });
    },
    taskUncancel: (task, left) => {
      tell('task.uncancel', { task: task.getName(), left });
    },
    exceptionHandler: ({ message, exception, task, future }) => {
      const about = [task, future].find((each) => each instanceof asyncio.Future);
      const shown = exception === undefined ? undefined : show(exception);
      tell('exception_handler', { message: message ?? '', exception: shown, about: about?.id });
    },
    warning: (category, text) => {
      tell('warning', { category, text });
    },
    log: (level, text) => {
      tell('log', { level, text: text.split('\n', 1)[0] });
    },
    deadlock: (tasks) => {
      tell('deadlock', { pending: tasks.map((task) => task.getName()) });
    },
  };
}

/** A value as `record.py` shows it: futures by their ids, all else as Python's repr. */
function show(value: unknown): string {
  if (value instanceof asyncio.Future) return value.id;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${[...value].map(show).join(', ')}}`;
  if (value instanceof Map) return `{${[...value].map(([key, item]) => `${show(key)}: ${show(item)}`).join(', ')}}`;
  const text = repr(value);
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE - 1)}…`;
}
