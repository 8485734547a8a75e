/**
 * The place in which one program is evaluated: a fresh compartment that holds the language, a `console`, and nothing else.
 *
 * Keeps true: its globals are exactly those of `ALLOWED` and `ours`, and frozen, so that no program leaves anything behind and looking one up is as fast
 * as a constant; the code runs with the names that its compiler was promised and no others; there is no code but what our compiler has seen. Text that
 * becomes code would bring native async functions, which go on when the run is over, and each new form of import that ses does not look for
 * (`import.source(…)` got past it).
 */
import type { CompiledProgram } from '../compiler/index.ts';
import { absentNames } from './names.ts';
import { absentPromise } from './promise.ts';

/** What of a compartment's own globals a program may use. No clock, no timers, no randomness, nothing that tells about garbage collection or real time. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['Infinity', 'NaN', 'undefined', 'globalThis', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...[
    'decodeURI',
    'decodeURIComponent',
    'encodeURI',
    'encodeURIComponent',
    'Object',
    'Boolean',
    'Symbol',
    'Number',
    'BigInt',
    'String',
  ],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Iterator', 'RegExp', 'JSON', 'Reflect', 'Proxy', 'Math'],
  ...[
    'ArrayBuffer',
    'DataView',
    'Int8Array',
    'Int16Array',
    'Int32Array',
    'BigInt64Array',
    'BigUint64Array',
    'Uint8Array',
    'Uint8ClampedArray',
  ],
  ...['Uint16Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'TextEncoder', 'TextDecoder'],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'SuppressedError',
    'TypeError',
    'URIError',
  ],
]);

/** What `evaluate` calls: the function that the compiled code is. */
type ProgramFunction = (require: (name: string) => object, exports: object, module: object, runtime: object) => void;

let mathWithoutRandom: object | undefined;

/** `Math`, whose `random` says what to do instead. */
function tamedMath(): object {
  const random = (): never => {
    throw new TypeError('Math.random is not here: every run of a program must give the same result. Use numbers of your own.');
  };
  return Object.create(Object.prototype, { ...Object.getOwnPropertyDescriptors(Math), random: { value: random } }) as object;
}

/** What stands in place of `eval`. */
function absentEval(): object {
  const stand = (): never => {
    throw new TypeError('eval is not here: write the code itself');
  };
  return harden(Object.defineProperty(stand, 'name', { value: 'eval' }));
}

let noEval: object | undefined;

/** Names with escapes where the hardened evaluator would refuse a text for what only looks like a comment or an import. */
function escaped(code: string): string {
  // Inside of a string, template or regular expression the escape means the same; anywhere else it is a syntax error, as it should be.
  return code
    .replaceAll('<!--', '<!-\\u002d')
    .replaceAll('-->', '-\\u002d>')
    .replace(/\bimport(?=\s*(?:\(|\/[/*]))/g, 'im\\u0070ort');
}

/** Evaluates a program's code. @returns the function that runs its module */
export function evaluate(program: CompiledProgram, console: object): ProgramFunction {
  mathWithoutRandom ??= harden(tamedMath());
  const compartment = new Compartment({ __options__: true });
  const globals = compartment.globalThis as object;
  for (const name of Reflect.ownKeys(globals)) {
    if (typeof name !== 'string' || !ALLOWED.has(name)) Reflect.deleteProperty(globals, name);
  }
  noEval ??= absentEval();
  // `Function` is what every function has as its `constructor`: good for `instanceof`, and it refuses to make one.
  const { constructor: inertFunction } = absentEval;
  const ours = {
    console: harden(console),
    Math: mathWithoutRandom,
    Promise: absentPromise(),
    Function: inertFunction,
    eval: noEval,
  };
  for (const [name, value] of Object.entries(ours)) Object.defineProperty(globals, name, { value, configurable: true });
  // A program's `globalThis` is a copy: the object itself is where its names are looked up, and answers for those that are missing.
  const copy = Object.create(Object.prototype) as object;
  Object.defineProperty(globals, 'globalThis', { value: copy, configurable: true });
  for (const name of Object.getOwnPropertyNames(globals)) {
    Object.defineProperty(copy, name, Reflect.getOwnPropertyDescriptor(globals, name) ?? {});
  }
  Object.freeze(copy);
  Object.setPrototypeOf(globals, absentNames(ALLOWED));
  Object.freeze(globals);
  return compartment.evaluate(escaped(program.code), { __rejectSomeDirectEvalExpressions__: false }) as ProgramFunction;
}
