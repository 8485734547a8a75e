/**
 * Turns the realm into hardened JavaScript (ses) as soon as this file is loaded, and keeps what only we may have: the stacks of errors.
 *
 * Keeps true: it is loaded before the runtime and everything else inside (it is the first import of every entry), so that no class of ours extends, and so
 * hands out, a constructor from before the lockdown.
 *
 * The options, and why:
 * - `errorTaming: 'safe'`: a program sees no stack (it names our files, and differs between engines); we read it through `getStackString`.
 * - `stackFiltering: 'verbose'`: the stack that we read is raw; `positions.ts` does the choosing.
 * - `overrideTaming: 'moderate'`: assigning `toString`, `name` or `message` to one's own objects works although prototypes are frozen.
 * - `consoleTaming: 'unsafe'`, `errorTrapping`, `unhandledRejectionTrapping` and `reporting: 'none'`: programs never see this realm's console, and whoever
 *   starts the worker hears of its errors.
 * - everything else as it comes: no clock, no randomness, no locale, `eval` and `Function` only within a compartment.
 */
import 'ses';

/** Frames that an error keeps of its stack, where the engine lets us say. */
export const STACK_LIMIT = 60;

/** One frame of a stack as V8 hands it over; in words it is what its line of a stack says. */
interface CallSite {
  /** The file's name, or what `sourceURL` calls it. */
  getScriptNameOrSourceURL(): string | null;
  toString(): string;
}

/** `Error`, with what V8 has beyond the language. */
interface FullError {
  new (): Error;
  stackTraceLimit?: number;
  captureStackTrace?: (error: object, above: (...never: never[]) => unknown) => void;
  prepareStackTrace?: ((error: unknown, frames: readonly CallSite[]) => unknown) | undefined;
}

/** The engine's own, from before the lockdown: nobody but this file has it afterwards. */
const NativeError = Error as unknown as FullError;

/** Whether the engine hands over the frames of a stack one by one, as V8 does. */
const handsOverFrames = ((): boolean => {
  let isAsked = false;
  NativeError.prepareStackTrace = () => void (isAsked = true);
  Reflect.get(new NativeError(), 'stack');
  Reflect.deleteProperty(NativeError, 'prepareStackTrace');
  return isAsked;
})();
// ses takes an engine that has it for V8, and reads no stack in Firefox then: it waits for frames that nobody hands over.
if (!handsOverFrames) Reflect.deleteProperty(NativeError, 'captureStackTrace');

/** `Error.isError`, where the engine has it; the lockdown takes away what it does not know. */
export const isErrorNatively = (Error as { readonly isError?: (value: unknown) => boolean }).isError;

repairIntrinsics({
  errorTaming: 'safe',
  stackFiltering: 'verbose',
  overrideTaming: 'moderate',
  consoleTaming: 'unsafe',
  errorTrapping: 'none',
  unhandledRejectionTrapping: 'none',
  reporting: 'none',
});
// Bundling renames functions, and these are seen by programs.
for (const [name, { prototype }] of Object.entries({ Error, RegExp, Date })) {
  Object.defineProperty(prototype.constructor, 'name', { value: name, configurable: true });
}
// It would give a program a native promise, whose callbacks run when the program has ended.
Reflect.deleteProperty(Array, 'fromAsync');
hardenIntrinsics();

const { getStackString } = globalThis as { readonly getStackString?: (error: object) => string };

/** This realm's own `Error` may steer stacks; the one that programs see may not, and the classes of the runtime are to extend that one. */
const OwnError = Error as unknown as FullError;
OwnError.stackTraceLimit = STACK_LIMIT;
globalThis.Error = Error.prototype.constructor as ErrorConstructor;

/** To be called once every module is loaded: Node looks at the realm's own `Error` when it writes a stack. */
export function loaded(): void {
  globalThis.Error = OwnError as unknown as ErrorConstructor;
}

/** How a fresh error has its `stack`, in engines where it is the error's own; elsewhere it is not read from the error at all. */
const ownStack = Reflect.getOwnPropertyDescriptor(new OwnError(), 'stack');

/** An error's native stack; empty for what has none, or one of its own making. */
export function stackOf(error: object): string {
  if (ownStack !== undefined) {
    const own = Reflect.getOwnPropertyDescriptor(error, 'stack');
    if (own === undefined || own.get !== ownStack.get) return ''; // a program's getter is not called
  }
  return getStackString?.(error) ?? '';
}

/** Puts the frames in `files` into words, and no others. Nothing of a program runs meanwhile; what cannot be called any more (the stack is full) is undone all the same. */
function pickedStack(files: readonly string[]): string {
  const { prepareStackTrace } = NativeError;
  const holder: { stack?: unknown } = {};
  NativeError.prepareStackTrace = (_, frames) => {
    let stack = '';
    for (const frame of frames) if (files.includes(frame.getScriptNameOrSourceURL() ?? '')) stack += `\n  at ${frame.toString()}`;
    return stack;
  };
  try {
    NativeError.captureStackTrace?.(holder, stackHere);
    return typeof holder.stack === 'string' ? holder.stack : '';
  } finally {
    NativeError.prepareStackTrace = prepareStackTrace;
  }
}

/**
 * The native stack of the present call: of its innermost `frames` frames at least those in `files`. Few are many times cheaper than the whole, and where the
 * engine lets us pick, only those in `files` are put into words, which is most of what a frame costs.
 */
export function stackHere(frames: number, files: readonly string[]): string {
  OwnError.stackTraceLimit = frames;
  try {
    return handsOverFrames ? pickedStack(files) : stackOf(new OwnError());
  } finally {
    OwnError.stackTraceLimit = STACK_LIMIT;
  }
}
