/** StreamWriter: the sending side of a stream (streams.py). */
import { Coroutine } from './coroutine.ts';
import type { FunctionCode } from './frame.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import { sleep } from './sleep.ts';
import type { SocketTransport } from './socket-transport.ts';
import type { StreamReaderProtocol } from './stream-protocol.ts';
import type { StreamReader } from './stream-reader.ts';

const DRAIN: FunctionCode = { name: 'StreamWriter.drain', file: '', line: 0 };
const WAIT_CLOSED: FunctionCode = { name: 'StreamWriter.wait_closed', file: '', line: 0 };

export class StreamWriter {
  readonly #transport: SocketTransport;
  readonly #protocol: StreamReaderProtocol;
  readonly #reader: StreamReader;

  /** @internal Made by `openConnection` and by servers. */
  constructor(transport: SocketTransport, protocol: StreamReaderProtocol, reader: StreamReader) {
    this.#transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
  }

  get transport(): SocketTransport {
    return this.#transport;
  }

  /** Sends `data`. It never waits: what the network does not take yet is kept, and `drain` waits until there is less of it. */
  write(data: Uint8Array): void {
    this.#transport.write(data);
  }

  /** Sends all of `list`. */
  writelines(list: Iterable<Uint8Array>): void {
    this.#transport.writelines(list);
  }

  /** Waits while too much is kept: above the high-water mark (64 KiB), down to the low one. Write `await writer.drain()` after `write`. */
  drain(): Coroutine<void> {
    return new Coroutine<void>(this.#drain(), DRAIN);
  }

  /** Says that nothing more will be written; reading goes on. */
  writeEof(): void {
    this.#transport.writeEof();
  }

  canWriteEof(): boolean {
    return this.#transport.canWriteEof();
  }

  /** Closes the connection once all has gone out; `await writer.waitClosed()` waits for it. */
  close(): void {
    this.#transport.close();
  }

  isClosing(): boolean {
    return this.#transport.isClosing();
  }

  /** Waits for the end of the connection; raises what ended it, if it was an error. */
  waitClosed(): Coroutine<void> {
    return new Coroutine<void>(waitFor(this.#protocol), WAIT_CLOSED);
  }

  /** 'peername', 'sockname' or 'socket'; `fallback` for anything else. */
  getExtraInfo(name: string, fallback?: unknown): unknown {
    return this.#transport.getExtraInfo(name, fallback);
  }

  [typeTag](): string {
    return 'StreamWriter';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    return `<StreamWriter transport=${repr(this.#transport)} reader=${repr(this.#reader)}>`;
  }

  *#drain(): Generator<unknown, void> {
    const error = this.#reader.exception();
    if (error !== undefined) throw error as Error;
    // One turn, in which the end of the connection can be told: a loop of writes and drains would never see it.
    if (this.#transport.isClosing()) yield sleep(0);
    yield* this.#protocol._drain();
  }
}

function* waitFor(protocol: StreamReaderProtocol): Generator<unknown, void> {
  yield protocol._closed;
}
