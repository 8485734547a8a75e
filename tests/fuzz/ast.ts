/**
 * Random concurrent programs as data: what generate.ts writes, python.ts and typescript.ts print, and shrink.ts makes smaller.
 *
 * Keeps true: a function calls and awaits only what stands at a higher level than itself, so nothing awaits itself through others (CPython's `cancel` would
 * recurse without an end); a name that nothing was stored under holds a future that nobody ends.
 */

/** Something to await. */
export type Operand =
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'call'; readonly fn: number }
  | { readonly kind: 'sleep'; readonly delay: number; readonly value?: string }
  | { readonly kind: 'gather'; readonly of: readonly Operand[]; readonly returnExceptions: boolean }
  | { readonly kind: 'shield'; readonly of: Operand }
  | { readonly kind: 'waitFor'; readonly of: Operand; readonly timeout: number | null }
  | { readonly kind: 'method'; readonly on: string; readonly method: AsyncMethod; readonly args: readonly number[] }
  /** A condition's `wait_for`: until a slot's future is done. */
  | { readonly kind: 'waitUntil'; readonly on: string; readonly slot: string }
  /** The next item of the shared generator, or its end. */
  | { readonly kind: 'shared'; readonly does: 'anext' | 'aclose' };

/** Methods that are awaited, in Python's spelling without underscores being lost: printers map them. */
export type AsyncMethod = 'get' | 'put' | 'join' | 'acquire' | 'wait' | 'reset' | 'abort';

/** Methods that are called. */
export type Method =
  | 'get_nowait'
  | 'put_nowait'
  | 'task_done'
  | 'shutdown'
  | 'qsize'
  | 'empty'
  | 'full'
  | 'release'
  | 'locked'
  | 'set'
  | 'clear'
  | 'is_set'
  | 'notify'
  | 'notify_all';

export type ErrorName = 'ValueError' | 'RuntimeError' | 'Boom' | 'CancelledError' | 'TimeoutError' | 'KeyboardInterrupt';
/** What an `except` catches; 'Exception' is all but CancelledError, 'All' is both. */
export type Caught = 'Exception' | 'All' | 'CancelledError' | 'ValueError' | 'TimeoutError' | 'ExceptionGroup' | 'QueueShutDown';
type ReturnWhen = 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';
type Question = 'done' | 'cancelled' | 'result' | 'exception' | 'cancelling' | 'get_name';
export type Block = readonly Statement[];

/** A statement; `id` is its own number, which its output begins with. */
export type Statement = { readonly id: number } & (
  | { readonly kind: 'say' }
  | { readonly kind: 'await'; readonly of: Operand }
  | { readonly kind: 'return' }
  | { readonly kind: 'raise'; readonly error: ErrorName; readonly message: string | null }
  | { readonly kind: 'reraise' }
  | { readonly kind: 'create'; readonly slot: string; readonly fn: number; readonly name?: string; readonly eager?: boolean }
  | { readonly kind: 'store'; readonly slot: string; readonly of: Operand }
  | { readonly kind: 'newFuture'; readonly slot: string }
  | { readonly kind: 'setResult'; readonly slot: string }
  | { readonly kind: 'setException'; readonly slot: string; readonly error: ErrorName }
  | { readonly kind: 'cancel'; readonly slot: string; readonly message: string | null }
  | { readonly kind: 'cancelMe' }
  | { readonly kind: 'uncancelMe' }
  | { readonly kind: 'whoAmI' }
  | { readonly kind: 'count' }
  | { readonly kind: 'ask'; readonly slot: string; readonly question: Question }
  | { readonly kind: 'onDone'; readonly slot: string; readonly body: Block }
  | { readonly kind: 'callSoon'; readonly handle: string; readonly body: Block }
  | { readonly kind: 'callLater'; readonly handle: string; readonly delay: number; readonly body: Block }
  | { readonly kind: 'cancelHandle'; readonly handle: string }
  | { readonly kind: 'setVar' }
  | { readonly kind: 'getVar' }
  | { readonly kind: 'ifDone'; readonly slot: string; readonly body: Block; readonly otherwise: Block }
  | { readonly kind: 'loop'; readonly times: number; readonly body: Block }
  | { readonly kind: 'spin' }
  | {
      readonly kind: 'try';
      readonly body: Block;
      readonly caught: Caught | null;
      readonly handler: Block;
      readonly cleanup: Block;
    }
  | {
      readonly kind: 'wait';
      readonly slots: readonly string[];
      readonly timeout: number | null;
      readonly returnWhen: ReturnWhen;
    }
  | {
      readonly kind: 'asCompleted';
      readonly of: readonly Operand[];
      readonly timeout: number | null;
      readonly asynchronous: boolean;
      readonly body: Block;
    }
  | {
      readonly kind: 'timeout';
      readonly limit: string;
      readonly delay: number | null;
      readonly at: boolean;
      readonly body: Block;
    }
  | { readonly kind: 'reschedule'; readonly limit: string; readonly delay: number | null }
  | { readonly kind: 'group'; readonly group: string; readonly body: Block }
  | { readonly kind: 'groupCreate'; readonly group: string; readonly slot: string; readonly fn: number; readonly eager?: boolean }
  | { readonly kind: 'with'; readonly on: string; readonly body: Block }
  | { readonly kind: 'method'; readonly on: string; readonly method: Method; readonly args: readonly number[] }
  | { readonly kind: 'yield' }
  | { readonly kind: 'iterate'; readonly gen: number; readonly take: number | null }
  | { readonly kind: 'drive'; readonly gen: number; readonly take: number; readonly body: Block }
  /** Begins the generator that functions share. */
  | { readonly kind: 'share'; readonly gen: number }
  | { readonly kind: 'stop' }
);

/** An object that functions share, such as `q0 = asyncio.Queue(2)`. */
export interface SharedObject {
  readonly name: string;
  readonly type:
    'Queue' | 'LifoQueue' | 'PriorityQueue' | 'Lock' | 'Event' | 'Condition' | 'Semaphore' | 'BoundedSemaphore' | 'Barrier';
  readonly size: number | null;
}

export interface Program {
  /** Function 0 is `main`. */
  readonly functions: readonly Block[];
  readonly generators: readonly Block[];
  readonly objects: readonly SharedObject[];
  /** Names under which futures and tasks are kept. */
  readonly slots: readonly string[];
  /** All tasks start eagerly. */
  readonly eager: boolean;
}

/** What of a program its main function reaches. */
export interface Reached {
  readonly functions: ReadonlySet<number>;
  readonly generators: ReadonlySet<number>;
  /** Every word that occurs in it: kinds, names, methods. */
  readonly words: ReadonlySet<string>;
}

/** Follows the calls from `main`. */
export function reached(program: Program): Reached {
  const functions = new Set<number>();
  const generators = new Set<number>();
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === 'string') words.add(node);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'fn' && typeof value === 'number') enter(functions, value, program.functions);
      else if (key === 'gen' && typeof value === 'number') enter(generators, value, program.generators);
      else visit(value);
      if (value === true) words.add(key);
    }
  };
  const enter = (known: Set<number>, index: number, of: readonly Block[]): void => {
    if (known.has(index)) return;
    known.add(index);
    visit(of[index]);
  };
  enter(functions, 0, program.functions);
  return { functions, generators, words };
}
