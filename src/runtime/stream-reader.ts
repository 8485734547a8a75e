/**
 * StreamReader: bytes that arrive, and coroutines that wait for them (streams.py).
 *
 * Keeps true: one coroutine waits at a time; a transport that feeds it is paused while it holds more than twice its limit, and resumed once it holds no
 * more than the limit, or somebody waits.
 */
import { ByteBuffer } from './byte-buffer.ts';
import { Coroutine } from './coroutine.ts';
import {
  AssertionError,
  IncompleteReadError,
  LimitOverrunError,
  NotImplementedError,
  RuntimeError,
  ValueError,
} from './errors.ts';
import type { FunctionCode } from './frame.ts';
import { Future } from './future.ts';
import { bytesHint, withHint } from './hints.ts';
import { repr, reprMethod, typeName, typeTag } from './repr.ts';
import { threadName, world } from './world.ts';

/** Bytes that a line may have when nothing else is said: 64 KiB. */
export const DEFAULT_LIMIT: number = 2 ** 16;

const code = (name: string): FunctionCode => ({ name: `StreamReader.${name}`, file: '', line: 0 });
const READ = code('read');
const READLINE = code('readline');
const READEXACTLY = code('readexactly');
const READUNTIL = code('readuntil');
const ANEXT = code('__anext__');

const NEWLINE = Uint8Array.of(10);

/** What a reader asks of the transport that feeds it. */
export interface PausableTransport {
  pauseReading(): void;
  resumeReading(): void;
}

/** A separator, or several of which the one that ends first wins. */
export type Separator = Uint8Array | readonly Uint8Array[];

export class StreamReader implements AsyncIterable<Uint8Array> {
  readonly #limit: number;
  readonly #loop: object | undefined;
  readonly #buffer = new ByteBuffer();
  #eof = false;
  #waiter: Future<undefined> | undefined = undefined;
  #exception: unknown = undefined;
  #transport: PausableTransport | undefined = undefined;
  #paused = false;

  /** @param limit bytes that a line may have, its end not counted; half of what is buffered before the sender is paused */
  constructor(limit: number = DEFAULT_LIMIT, loop?: object) {
    if (limit <= 0) throw new ValueError('Limit cannot be <= 0');
    this.#limit = limit;
    this.#loop = loop ?? world.loop;
    if (this.#loop === undefined) throw new RuntimeError(`There is no current event loop in thread '${threadName()}'.`);
  }

  /** The error that reading raises from now on, if there is one. */
  exception(): unknown {
    return this.#exception;
  }

  /** Has every read raise `error`, one that waits included. */
  setException(error: unknown): void {
    this.#exception = error;
    const waiter = this.#waiter;
    if (waiter === undefined) return;
    this.#waiter = undefined;
    if (!waiter.cancelled()) waiter.setException(error);
  }

  setTransport(transport: PausableTransport): void {
    if (this.#transport !== undefined) throw new AssertionError('Transport already set');
    this.#transport = transport;
  }

  /** True once `feedEof` was called and everything has been read. */
  atEof(): boolean {
    return this.#eof && this.#buffer.length === 0;
  }

  feedEof(): void {
    this.#eof = true;
    this.#wakeWaiter();
  }

  /** Appends what has arrived. */
  feedData(data: Uint8Array): void {
    if (this.#eof) throw new AssertionError('feed_data after feed_eof');
    checkBytes(data, (type) =>
      type === 'str' ? `expected iterable of integers; got: 'str'` : `can't extend bytearray with ${type}`,
    );
    if (data.length === 0) return;
    this.#buffer.append(data);
    this.#wakeWaiter();
    if (this.#transport === undefined || this.#paused || this.#buffer.length <= 2 * this.#limit) return;
    try {
      this.#transport.pauseReading();
      this.#paused = true;
    } catch (error) {
      if (!(error instanceof NotImplementedError)) throw error;
      // It cannot be paused, and is not asked again.
      this.#transport = undefined;
    }
  }

  /** Up to `n` bytes, as soon as there is one; everything up to the end when `n` is negative or left out. Empty at the end. */
  read(n = -1): Coroutine<Uint8Array> {
    return new Coroutine<Uint8Array>(this.#read(n), READ);
  }

  /** A line with its newline. Without it at the end of the stream; empty when there is nothing left. ValueError for a line longer than the limit. */
  readline(): Coroutine<Uint8Array> {
    return new Coroutine<Uint8Array>(this.#readline(), READLINE);
  }

  /** Exactly `n` bytes; IncompleteReadError when the stream ends before. */
  readexactly(n: number): Coroutine<Uint8Array> {
    return new Coroutine<Uint8Array>(this.#readexactly(n), READEXACTLY);
  }

  /** Everything up to `separator`, that included. IncompleteReadError when the stream ends before, LimitOverrunError beyond the limit. */
  readuntil(separator: Separator = NEWLINE): Coroutine<Uint8Array> {
    return new Coroutine<Uint8Array>(this.#readuntil(separator), READUNTIL);
  }

  /** The lines. */
  [Symbol.asyncIterator](): this & AsyncIterator<Uint8Array, undefined> {
    return this as unknown as this & AsyncIterator<Uint8Array, undefined>;
  }

  /** The next line; done at the end of the stream. */
  next(): Coroutine<IteratorResult<Uint8Array, undefined>> {
    return new Coroutine<IteratorResult<Uint8Array, undefined>>(this.#next(), ANEXT);
  }

  [typeTag](): string {
    return 'StreamReader';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const info = ['StreamReader'];
    if (this.#buffer.length > 0) info.push(`${this.#buffer.length} bytes`);
    if (this.#eof) info.push('eof');
    if (this.#limit !== DEFAULT_LIMIT) info.push(`limit=${this.#limit}`);
    if (this.#waiter !== undefined) info.push(`waiter=${repr(this.#waiter)}`);
    if (this.#exception !== undefined) info.push(`exception=${repr(this.#exception)}`);
    if (this.#transport !== undefined) info.push(`transport=${repr(this.#transport)}`);
    if (this.#paused) info.push('paused');
    return `<${info.join(' ')}>`;
  }

  *#next(): Generator<unknown, IteratorResult<Uint8Array, undefined>> {
    const line = yield* this.#readline();
    return line.length === 0 ? { done: true, value: undefined } : { done: false, value: line };
  }

  *#readline(): Generator<unknown, Uint8Array> {
    try {
      return yield* this.#readuntil(NEWLINE);
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial;
      if (!(error instanceof LimitOverrunError)) throw error;
      if (this.#buffer.find(NEWLINE, error.consumed) === error.consumed) this.#buffer.take(error.consumed + 1);
      else this.#buffer.clear();
      this.#resumeTransport();
      throw new ValueError(error.message);
    }
  }

  *#readuntil(given: Separator): Generator<unknown, Uint8Array> {
    // The shortest first: of two that end at the same place the shorter one counts.
    const separators = Array.isArray(given) ? [...(given as readonly Uint8Array[])] : [given as Uint8Array];
    separators.sort((a, b) => a.length - b.length);
    const [shortest, longest] = [separators[0], separators.at(-1)];
    if (shortest === undefined || longest === undefined) throw new ValueError('Separator should contain at least one element');
    if (shortest.length === 0) throw new ValueError('Separator should be at least one-byte string');
    this.#raiseException();

    // Before this place no separator begins.
    let from = 0;
    for (;;) {
      const { length } = this.#buffer;
      if (length - from >= shortest.length) {
        const match = this.#firstMatch(separators, from);
        if (match !== undefined) return this.#takeMatch(match);
        // The last bytes may be the beginning of the longest separator.
        from = Math.max(0, length + 1 - longest.length);
        if (from > this.#limit) throw new LimitOverrunError('Separator is not found, and chunk exceed the limit', from);
      }
      // Only now: the last bytes before the end may have completed a separator.
      if (this.#eof) throw new IncompleteReadError(this.#buffer.take(length), undefined);
      yield* this.#waitForData('readuntil');
    }
  }

  /** Of the separators in the buffer, the one that ends first. */
  #firstMatch(separators: readonly Uint8Array[], from: number): { start: number; end: number } | undefined {
    let match: { start: number; end: number } | undefined;
    for (const separator of separators) {
      checkBytes(separator, (type) => `argument should be integer or bytes-like object, not '${type}'`);
      const start = this.#buffer.find(separator, from);
      const end = start + separator.length;
      if (start !== -1 && (match === undefined || end < match.end)) match = { start, end };
    }
    return match;
  }

  #takeMatch({ start, end }: { start: number; end: number }): Uint8Array {
    if (start > this.#limit) throw new LimitOverrunError('Separator is found, but chunk is longer than limit', start);
    const chunk = this.#buffer.take(end);
    this.#resumeTransport();
    return chunk;
  }

  *#read(n: number): Generator<unknown, Uint8Array> {
    this.#raiseException();
    if (n === 0) return new Uint8Array();
    if (n < 0) {
      const all = new ByteBuffer();
      // By blocks of the limit, since what is not read out keeps the sender paused.
      for (let block = yield* this.#read(this.#limit); block.length > 0; block = yield* this.#read(this.#limit))
        all.append(block);
      return all.take(all.length);
    }
    if (this.#buffer.length === 0 && !this.#eof) yield* this.#waitForData('read');
    const data = this.#buffer.take(n);
    this.#resumeTransport();
    return data;
  }

  *#readexactly(n: number): Generator<unknown, Uint8Array> {
    if (n < 0) throw new ValueError('readexactly size can not be less than zero');
    this.#raiseException();
    if (n === 0) return new Uint8Array();
    while (this.#buffer.length < n) {
      if (this.#eof) throw new IncompleteReadError(this.#buffer.take(n), n);
      yield* this.#waitForData('readexactly');
    }
    const data = this.#buffer.take(n);
    this.#resumeTransport();
    return data;
  }

  #raiseException(): void {
    if (this.#exception !== undefined) throw this.#exception as Error;
  }

  /** Waits for `feedData`, `feedEof` or `setException`. */
  *#waitForData(method: string): Generator<unknown, void> {
    if (this.#waiter !== undefined)
      throw new RuntimeError(`${method}() called while another coroutine is already waiting for incoming data`);
    if (this.#eof) throw new AssertionError('_wait_for_data after EOF');
    if (this.#paused) {
      this.#paused = false;
      this.#transport?.resumeReading();
    }
    this.#waiter = new Future<undefined>({ loop: this.#loop });
    try {
      yield this.#waiter;
    } finally {
      this.#waiter = undefined;
    }
  }

  #wakeWaiter(): void {
    const waiter = this.#waiter;
    if (waiter === undefined) return;
    this.#waiter = undefined;
    if (!waiter.cancelled()) waiter.setResult(undefined);
  }

  #resumeTransport(): void {
    if (!this.#paused || this.#buffer.length > this.#limit) return;
    this.#paused = false;
    this.#transport?.resumeReading();
  }
}

/** Raises a TypeError for what are no bytes. @param words Python's words for a value of that type */
export function checkBytes(data: unknown, words: (type: string) => string): asserts data is Uint8Array {
  if (data instanceof Uint8Array) return;
  throw withHint(new TypeError(words(typeName(data))), bytesHint(data));
}
