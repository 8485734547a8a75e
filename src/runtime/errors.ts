/**
 * The error classes of Python that asyncio raises, as JavaScript errors.
 *
 * Keeps true: an error's `name` is an own, writable, non-enumerable property, so a learner's subclass may assign `this.name` even when every prototype is
 * frozen; and a subclass is called by its own name without doing anything.
 */

type Named = abstract new (...args: never[]) => unknown;

/** Names an instance: by `name` for the class itself, by its own class name for a learner's subclass. */
function call(error: Error, made: Named | undefined, by: Named, name: string): void {
  const value = made === undefined || made === by ? name : made.name;
  Object.defineProperty(error, 'name', { value, writable: true, enumerable: false, configurable: true });
}

/** An argument as the error's text, whatever it is. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? Object.prototype.toString.call(value) : `${value as number}`;
}

/** Python's IndexError. */
export class IndexError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, IndexError, 'IndexError');
  }
}

/** Python's RuntimeError. */
export class RuntimeError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, RuntimeError, 'RuntimeError');
  }
}

/** Python's ValueError. */
export class ValueError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, ValueError, 'ValueError');
  }
}

/** Python's LookupError: a context variable without a value. */
export class LookupError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, LookupError, 'LookupError');
  }
}

/** Raised into a task that was cancelled (CANCEL-1 … CANCEL-17). `args` is what `cancel(message)` was given: empty or one item (CANCEL-6). */
export class CancelledError extends Error {
  readonly args: readonly unknown[];
  constructor(...args: readonly [message?: unknown, options?: ErrorOptions]) {
    const [message, options] = args;
    super(message === undefined ? '' : asText(message), options);
    call(this, new.target, CancelledError, 'CancelledError');
    this.args = message === undefined ? [] : [message];
  }
}

/** A future or task was asked for something that its state does not allow (FUT-1, TASK-7). */
export class InvalidStateError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, InvalidStateError, 'InvalidStateError');
  }
}

type OSErrorArguments =
  readonly [errno: number, strerror: string] | readonly [message?: string | undefined, options?: ErrorOptions | undefined];

/** Python's OSError. `errno` and `strerror` are what it was given; its text is `[Errno 111] Connection refused`. */
export class OSError extends Error {
  readonly errno: number | undefined;
  readonly strerror: string | undefined;
  constructor(...args: OSErrorArguments) {
    const [first, second] = args;
    if (typeof first === 'number' && typeof second === 'string') super(`[Errno ${first}] ${second}`);
    else super(typeof first === 'string' ? first : undefined, typeof second === 'object' ? second : undefined);
    this.errno = typeof first === 'number' ? first : undefined;
    this.strerror = typeof first === 'number' && typeof second === 'string' ? second : undefined;
    call(this, new.target, OSError, 'OSError');
  }
}

/** Python's ConnectionError: something is wrong with a connection. */
export class ConnectionError extends OSError {
  constructor(...args: OSErrorArguments) {
    super(...args);
    call(this, new.target, ConnectionError, 'ConnectionError');
  }
}

/** Nobody listens at the address (errno 111). */
export class ConnectionRefusedError extends ConnectionError {
  constructor(...args: OSErrorArguments) {
    super(...args);
    call(this, new.target, ConnectionRefusedError, 'ConnectionRefusedError');
  }
}

/** The other side cut the connection (errno 104). */
export class ConnectionResetError extends ConnectionError {
  constructor(...args: OSErrorArguments) {
    super(...args);
    call(this, new.target, ConnectionResetError, 'ConnectionResetError');
  }
}

/** The other side has closed the connection, and what was written to it is lost (errno 32). */
export class BrokenPipeError extends ConnectionError {
  constructor(...args: OSErrorArguments) {
    super(...args);
    call(this, new.target, BrokenPipeError, 'BrokenPipeError');
  }
}

/** A host name that stands for no address (errno -2). */
export class gaierror extends OSError {
  constructor(...args: OSErrorArguments) {
    super(...args);
    call(this, new.target, gaierror, 'gaierror');
  }
}

/** Python's TimeoutError, which `asyncio.TimeoutError` is. */
export class TimeoutError extends OSError {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, TimeoutError, 'TimeoutError');
  }
}

/** The end of an async iterator, as `anext` tells it (AGEN-4). */
export class StopAsyncIteration extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, StopAsyncIteration, 'StopAsyncIteration');
  }
}

/** The end of a Python iterator. It cannot leave a coroutine (CORO-7) nor enter a future (FUT-2). */
export class StopIteration extends Error {
  readonly value: unknown;
  constructor(value?: unknown) {
    super(value === undefined ? '' : asText(value));
    call(this, new.target, StopIteration, 'StopIteration');
    this.value = value;
  }
}

/** What a coroutine that is being closed shows to `aexit` (CORO-8). The closing itself goes through `finally` alone. */
export class GeneratorExit extends Error {
  constructor(message?: string) {
    super(message);
    call(this, new.target, GeneratorExit, 'GeneratorExit');
  }
}

/** `getNowait` of an empty queue (QUEUE-4). */
export class QueueEmpty extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, QueueEmpty, 'QueueEmpty');
  }
}

/** `putNowait` into a full queue (QUEUE-4). */
export class QueueFull extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, QueueFull, 'QueueFull');
  }
}

/** The queue was shut down (QUEUE-9, QUEUE-10). */
export class QueueShutDown extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, QueueShutDown, 'QueueShutDown');
  }
}

/** A barrier was aborted, or reset while it was waited for (BARRIER-1). */
export class BrokenBarrierError extends RuntimeError {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, BrokenBarrierError, 'BrokenBarrierError');
  }
}

/** Ctrl-C. Leaves the loop at once when it escapes a callback or a task (LOOP-11, TASK-11, RUN-7). */
export class KeyboardInterrupt extends Error {
  constructor(message?: string) {
    super(message);
    call(this, new.target, KeyboardInterrupt, 'KeyboardInterrupt');
  }
}

/** Python's SystemExit: the program asks to end, with a status or a last word. Leaves the loop at once, as KeyboardInterrupt does. */
export class SystemExit extends Error {
  readonly code: unknown;
  readonly args: readonly unknown[];
  constructor(code?: unknown) {
    super(code === undefined ? '' : asText(code));
    call(this, new.target, SystemExit, 'SystemExit');
    this.code = code;
    this.args = code === undefined ? [] : [code];
  }
}

/** Python's AssertionError: something that must hold did not. */
export class AssertionError extends Error {
  constructor(message?: string) {
    super(message);
    call(this, new.target, AssertionError, 'AssertionError');
  }
}

/** Python's EOFError: the input ended. */
export class EOFError extends Error {
  constructor(message?: string) {
    super(message);
    call(this, new.target, EOFError, 'EOFError');
  }
}

/** A stream ended before what was asked for had come. `partial` is what had; `expected` how many bytes it was to be, undefined when that was not known. */
export class IncompleteReadError extends EOFError {
  readonly partial: Uint8Array;
  readonly expected: number | undefined;
  constructor(partial: Uint8Array, expected: number | null | undefined) {
    super(`${partial.length} bytes read on a total of ${expected ?? 'undefined'} expected bytes`);
    this.partial = partial;
    this.expected = expected ?? undefined;
    call(this, new.target, IncompleteReadError, 'IncompleteReadError');
  }
}

/** A stream's limit was reached while looking for a separator. `consumed`: how many bytes are to be taken out of the way. */
export class LimitOverrunError extends Error {
  readonly consumed: number;
  constructor(message: string, consumed: number) {
    super(message);
    this.consumed = consumed;
    call(this, new.target, LimitOverrunError, 'LimitOverrunError');
  }
}

/** Python's NotImplementedError: this one cannot do that. */
export class NotImplementedError extends RuntimeError {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    call(this, new.target, NotImplementedError, 'NotImplementedError');
  }
}

/** Coroutines await one another deeper than the runtime allows: a recursion without an end. */
export class RecursionError extends RuntimeError {
  constructor(message = 'maximum recursion depth exceeded') {
    super(message);
    call(this, new.target, RecursionError, 'RecursionError');
  }
}

/** Every task waits and nothing is left that could wake one (LOOP-18). CPython would wait for ever. */
export class DeadlockError extends RuntimeError {
  constructor(message?: string) {
    super(message);
    call(this, new.target, DeadlockError, 'DeadlockError');
  }
}

/** A world did more than it may (`beginWorld`). It ends the world: the loop takes no further step, and whatever was counted raises again. */
export class LimitExceeded extends Error {
  constructor(message?: string) {
    super(message);
    call(this, new.target, LimitExceeded, 'LimitExceeded');
  }
}

/** The world ran as many handles as it may. Raised by the loop itself, where no program catches it from inside a task. */
export class StepLimitExceeded extends LimitExceeded {
  constructor(limit: number) {
    super(`more than ${limit} steps of the event loop`);
    call(this, new.target, StepLimitExceeded, 'StepLimitExceeded');
  }
}

/** A count as it is read: 50,000. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The world has as many tasks as it may have at once. */
export class TaskLimitExceeded extends LimitExceeded {
  constructor(limit: number) {
    super(`more than ${grouped(limit)} tasks at the same time`);
    call(this, new.target, TaskLimitExceeded, 'TaskLimitExceeded');
  }
}

/** Loops turned more often than they may without giving control back. */
export class TurnLimitExceeded extends LimitExceeded {
  /** The loop's place: `line * 4096 + column from 0`. */
  declare readonly position: number;
  declare readonly file: string;
  constructor(limit: number, position: number, file: string) {
    super(`more than ${grouped(limit)} turns of a loop without a pause`);
    call(this, new.target, TurnLimitExceeded, 'TurnLimitExceeded');
    Object.defineProperty(this, 'position', { value: position });
    Object.defineProperty(this, 'file', { value: file });
  }
}

/** Errors that no handler of the loop may keep: they leave `runForever` at once. */
export function leavesTheLoop(error: unknown): boolean {
  return error instanceof KeyboardInterrupt || error instanceof SystemExit || error instanceof LimitExceeded;
}
