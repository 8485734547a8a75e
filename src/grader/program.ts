/**
 * The learner's program as a hidden test sees it.
 *
 * Keeps true: a missing export fails only the test that reads it, and says so by name; plain data that a test hands to the
 * program is copied, so a program that changes its input (`urls.shift()`) changes nothing that the test compares with, neither by
 * accident nor on purpose; what the program throws is known as its own.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { RunRecord } from '../record/index.ts';
import { asyncio, helpers } from '../runtime/index.ts';
import type { Program } from './api.ts';
import { inWords } from './describe.ts';
import { nearest } from './nearest.ts';
import { unfinished } from './outcome.ts';
import type { Loaded } from './sandbox-face.ts';
import type { Session } from './session.ts';

/** The exports of `loaded`, guarded. */
export function programOf(compiled: CompiledProgram, loaded: Loaded, script: RunRecord, session: Session): Program {
  const guards = new Map<unknown, unknown>();
  const known = new Set(compiled.exports);
  const read = (name: string): unknown => {
    if (!known.has(name)) return session.fail({ message: missing(name, compiled) });
    const value = valueOf(loaded, name);
    if (value === undefined && script.outcome !== 'finished') {
      return session.fail({ message: unfinished(script), ...(script.error === undefined ? {} : { error: script.error }) });
    }
    if (typeof value !== 'function') return value;
    const guard = guards.get(value) ?? guarded(value, session);
    guards.set(value, guard);
    return guard;
  };
  return new Proxy<Program>(Object.freeze({}), {
    get: (_target, name) => (typeof name === 'string' ? read(name) : undefined),
    has: (_target, name) => typeof name === 'string' && known.has(name),
  });
}

/** An export's value; undefined when the module ended before the line that gives it one. */
function valueOf({ exports }: Loaded, name: string): unknown {
  try {
    return exports[name];
  } catch {
    return undefined;
  }
}

/** What is said of an export that is not there. */
function missing(name: string, { code, exports }: CompiledProgram): string {
  const says = `Your program does not export \`${name}\``;
  const escaped = name.replace(/[^\w]/g, '\\$&');
  if (new RegExp(`\\b(?:function\\s*\\*?|class|const|let|var)\\s+${escaped}(?![\\w$])`).test(code)) {
    return `${says}: it is there, but hidden from others. Put \`export\` before it`;
  }
  const [near] = nearest(name, exports);
  if (near !== undefined) return `${says}: it exports \`${near}\`. Is that a slip of the pen?`;
  if (exports.length === 0) return `${says}, nor anything else. Put \`export\` before what the task asks for`;
  return `${says}: it exports ${inWords(exports.map((each) => `\`${each}\``))}`;
}

type Callable = ((...args: unknown[]) => unknown) & (new (...args: unknown[]) => object);

/** The same function for whoever calls it or asks about it, with copied arguments and errors known as the program's. */
function guarded(value: object, session: Session): unknown {
  const guard = new Proxy(value as Callable, {
    apply: (target, _self, args: unknown[]) => session.intoProgram(() => Reflect.apply(target, undefined, args.map(copied))),
    construct: (target, args: unknown[]) => session.intoProgram(() => Reflect.construct(target, args.map(copied))),
  });
  const code = { name: '', file: '', line: 0 };
  if (asyncio.iscoroutinefunction(value)) helpers.markCoroutineFunction(guard, code);
  if (asyncio.isasyncgenfunction(value)) helpers.markAsyncGeneratorFunction(guard, code);
  return guard;
}

/** A copy of plain data of the test's own making; all else (functions, tasks, instances, what has accessors) is itself. */
function copied(value: unknown): unknown {
  return copyInto(value, new Map());
}

function copyInto(value: unknown, made: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (made.has(value)) return made.get(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    made.set(value, list);
    for (const item of value as unknown[]) list.push(copyInto(item, made));
    return list;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const properties = Object.entries(Object.getOwnPropertyDescriptors(value));
  if (properties.some(([, property]) => !('value' in property)) || Object.getOwnPropertySymbols(value).length > 0) return value;
  const object: Record<string, unknown> = {};
  made.set(value, object);
  for (const [key, property] of properties)
    Object.defineProperty(object, key, { ...property, value: copyInto(property.value, made) });
  return object;
}
