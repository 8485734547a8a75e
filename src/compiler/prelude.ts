/**
 * What stands before the learner's program in the compiled code: the runtime's helpers under names that the program does not use, one code object for
 * each async function, and a few local functions for the rarer forms. Only what a program uses is there.
 *
 * The program itself sits in a function of its own inside, so that none of its declarations can hide a global that these functions need.
 */
import type { Names } from './names.ts';
import { packPlace, type Place } from './positions.ts';

/** The runtime's helpers that compiled code may use, under the base of their name in it. */
const RUNTIME = {
  $co: 'coroutine',
  $fn: 'asyncFunction',
  $arrow: 'asyncArrow',
  $at: 'at',
  $gen: 'asyncGenerator',
  $await: 'await',
  $yieldStar: 'yieldStar',
  $mark: 'markCoroutineFunction',
  $markGen: 'markAsyncGeneratorFunction',
  $turn: 'turn',
} as const;

export type RuntimeHelper = keyof typeof RUNTIME;

/** Local functions; `use` asks for another helper and gives its name. */
const LOCAL = {
  // An async generator function, made once, from its generator function.
  $genFn: (use: Use) =>
    `(gen, code, length) => { const f = function () { return ${use('$gen')}(this, arguments, gen, code); }; ` +
    `Object.defineProperty(f, 'name', { value: code.name, configurable: true }); ` +
    `Object.defineProperty(f, 'length', { value: length, configurable: true }); ${use('$markGen')}(f, code); return f; }`,
  // Puts the async function in the place of a method that was written down as its generator.
  $method: () =>
    `(target, key, make, code, length) => { const property = Object.getOwnPropertyDescriptor(target, key); ` +
    `property.value = make(property.value, code, length); Object.defineProperty(target, key, property); }`,
  // An object whose properties are those of \`super\` at the place where it is made.
  $superOf: () =>
    `(read, write) => new Proxy({}, { get: (_, key) => read(key), set: (_, key, value) => { write(key, value); return true; } })`,
  $rename: () => `(fn, name) => { Object.defineProperty(fn, 'name', { value: name, configurable: true }); }`,
  $import: () => '$require',
  $exportAll: () =>
    `(getters) => { for (const name of Object.keys(getters)) Object.defineProperty($exports, name, { enumerable: true, get: getters[name] }); }`,
} as const;

export type LocalHelper = keyof typeof LOCAL;
type Use = (helper: RuntimeHelper) => string;

/**
 * What stands in for helpers that esbuild adds, under esbuild's own names: its own wait for native promises. `callDispose` is run by `yield*`, so that
 * what it awaits is awaited by the coroutine that leaves the block.
 */
const REPLACED = {
  __forAwait: () => '$runtime.forAwait',
  __using: () =>
    `(stack, value, async) => { if (value === null || value === undefined) return value; ` +
    `if (typeof value !== 'object' && typeof value !== 'function') throw new TypeError('using needs an object, null or undefined'); ` +
    `let dispose = async ? value[Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')] : undefined; const waits = dispose !== undefined; ` +
    `dispose ??= value[Symbol.dispose ?? Symbol.for('Symbol.dispose')]; ` +
    `if (typeof dispose !== 'function') throw new TypeError(\`this object cannot be disposed of: it has no [Symbol.\${async ? 'asyncDispose' : 'dispose'}]()\`); ` +
    `stack.push({ value, dispose, waits }); return value; }`,
  __callDispose: (use: Use) =>
    `(stack, error, failed, position, inGenerator) => { ` +
    `const fail = (late) => { if (failed) { const both = new Error('An error was suppressed during disposal'); both.name = 'SuppressedError'; both.error = late; both.suppressed = error; error = both; } ` +
    `else { error = late; failed = true; } }; ` +
    `if (!stack.some((each) => each.waits)) { while (stack.length > 0) { const each = stack.pop(); try { each.dispose.call(each.value); } catch (late) { fail(late); } } if (failed) throw error; return; } ` +
    `return (function* () { while (stack.length > 0) { const each = stack.pop(); try { const result = each.dispose.call(each.value); ` +
    `if (each.waits) { const awaited = ${use('$at')}(result, position); yield inGenerator ? new ${use('$await')}(awaited) : awaited; } } catch (late) { fail(late); } } if (failed) throw error; })(); }`,
} as const;

export type ReplacedHelper = keyof typeof REPLACED;

export const isReplacedHelper = (name: string): name is ReplacedHelper => Object.hasOwn(REPLACED, name);

export class Prelude {
  readonly #names: Names;
  readonly #file: string;
  readonly #runtime = new Set<RuntimeHelper>();
  readonly #local = new Set<LocalHelper>();
  readonly #replaced = new Set<ReplacedHelper>();
  readonly #codes: string[] = [];

  constructor(names: Names, file: string) {
    this.#names = names;
    this.#file = file;
  }

  /** The name under which the compiled code calls a helper. */
  use(helper: RuntimeHelper | LocalHelper): string {
    if (helper in RUNTIME) this.#runtime.add(helper as RuntimeHelper);
    else this.#local.add(helper as LocalHelper);
    return this.#names.unused(helper);
  }

  /** Stands in for a helper of esbuild's. */
  replace(helper: ReplacedHelper): void {
    this.#replaced.add(helper);
  }

  replaces(helper: ReplacedHelper): boolean {
    return this.#replaced.has(helper);
  }

  /** The name of a new code object, for the function called `name` that begins on `line`. */
  code(name: string, line: number): string {
    const variable = `${this.#names.unused('$c')}${this.#codes.length}`;
    this.#codes.push(`${variable} = { name: ${JSON.stringify(name)}, file: ${JSON.stringify(this.#file)}, line: ${line} }`);
    return variable;
  }

  /** The text that counts one more turn of the loop at `place`. */
  turn(place: Place): string {
    return `${this.use('$turn')}(${packPlace(place)}, ${JSON.stringify(this.#file)});`;
  }

  /** The declarations, on one line. */
  toString(): string {
    const use: Use = (helper) => this.use(helper);
    // The texts first: they may ask for more of the runtime's helpers.
    const local = Array.from(this.#local, (helper) => `${this.#names.unused(helper)} = ${LOCAL[helper](use)}`);
    const replaced = Array.from(this.#replaced, (helper) => `${helper} = ${REPLACED[helper](use)}`);
    const taken = Array.from(this.#runtime, (helper) => `${RUNTIME[helper]}: ${this.#names.unused(helper)}`);
    const declared = [...(taken.length > 0 ? [`{ ${taken.join(', ')} } = $runtime`] : []), ...this.#codes, ...local, ...replaced];
    return declared.length > 0 ? `const ${declared.join(', ')};` : '';
  }
}
