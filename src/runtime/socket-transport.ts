/**
 * The transport of a stream (selector_events.py: _SelectorSocketTransport).
 *
 * Keeps true: what the socket does not take at once waits in the buffer, in order; a close lets what waits go out first, an abort does not; the protocol is
 * told of the end exactly once.
 */
import { AssertionError, OSError, RuntimeError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import { PENDING, type Future } from './future.ts';
import { named } from './handle.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import type { SimulatedSocket } from './simulated-socket.ts';
import { checkBytes, type PausableTransport } from './stream-reader.ts';
import { TransportSocket } from './transport-socket.ts';
import { world } from './world.ts';
import { WriteBuffer, type Pausable } from './write-buffer.ts';

/** Bytes taken from the socket at a time. */
const MAX_RECEIVE = 256 * 1024;
/** Writes to a lost connection after which it is logged. */
const LOST_WRITES_TOLD = 5;

/** Whom a transport tells what happens. */
export interface Protocol extends Pausable {
  connectionMade(transport: SocketTransport): void;
  dataReceived(data: Uint8Array): void;
  /** @returns false to have the transport closed */
  eofReceived(): boolean;
  connectionLost(error: unknown): void;
}

/** A server that keeps track of its connections. */
export interface Host {
  _attach(transport: SocketTransport): void;
  _detach(transport: SocketTransport): void;
}

const setResultUnlessCancelled = named('_set_result_unless_cancelled', (future: Future) => {
  if (future._state === PENDING) future.setResult(undefined);
});

export class SocketTransport implements PausableTransport {
  readonly #loop: EventLoop;
  readonly #socket: SimulatedSocket;
  readonly #protocol: Protocol;
  readonly #server: Host | undefined;
  readonly #extra: Readonly<Record<string, unknown>>;
  readonly #buffer: WriteBuffer;
  #eof = false;
  #closing = false;
  #closed = false;
  /** Set once the end is on its way; counts the writes after it. */
  #lost = 0;
  #paused = false;

  /** @param waiter a future that ends when the protocol knows of the connection */
  constructor(loop: EventLoop, socket: SimulatedSocket, protocol: Protocol, waiter: Future, server?: Host) {
    this.#loop = loop;
    this.#socket = socket;
    this.#protocol = protocol;
    this.#server = server;
    this.#buffer = new WriteBuffer(protocol);
    this.#extra = {
      socket: new TransportSocket(socket.fd, socket.address, socket.peerAddress),
      sockname: socket.address,
      peername: socket.peerAddress,
    };
    server?._attach(this);
    const made = named('StreamReaderProtocol.connection_made', () => {
      protocol.connectionMade(this);
    });
    const read = named('_SelectorTransport._add_reader', () => {
      this.#watch();
    });
    loop.callSoon(made);
    loop.callSoon(read);
    loop.callSoon(setResultUnlessCancelled, waiter);
  }

  /** Sends `data`, now or as soon as there is room. */
  write(data: Uint8Array): void {
    checkBytes(data, (type) => `data argument must be a bytes, bytearray, or memoryview object, not '${type}'`);
    if (this.#eof) throw new RuntimeError('Cannot call write() after write_eof()');
    if (data.length === 0 || this.#isLost()) return;
    this.#buffer.push(data);
    if (this.#socket.watchesWrites) {
      this.#buffer.mayPause();
      return;
    }
    if (!this.#send() || this.#buffer.size === 0) return;
    this.#watchWrites();
    this.#buffer.mayPause();
  }

  /** As one `write` of all together. */
  writelines(list: Iterable<Uint8Array>): void {
    if (this.#eof) throw new RuntimeError('Cannot call writelines() after write_eof()');
    const all = [...list];
    if (all.length === 0 || this.#isLost()) return;
    for (const data of all) checkBytes(data, (type) => `memoryview: a bytes-like object is required, not '${type}'`);
    for (const data of all) this.#buffer.push(data);
    this.#writeReady();
    if (this.#buffer.size === 0 || this.#lost > 0) return;
    if (!this.#socket.watchesWrites) this.#watchWrites();
    this.#buffer.mayPause();
  }

  /** Tells the other side, after all that was written, that nothing more will come. */
  writeEof(): void {
    if (this.#closing || this.#eof) return;
    this.#eof = true;
    if (this.#buffer.size === 0) this.#socket.shutdown();
  }

  canWriteEof(): boolean {
    return true;
  }

  /** Closes the connection once all that was written has gone out. */
  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#socket.unwatchReads();
    if (this.#buffer.size > 0) return;
    this.#lost += 1;
    this.#socket.unwatchWrites();
    this.#loseSoon(undefined);
  }

  /** Closes the connection at once. */
  abort(): void {
    this.#forceClose(undefined);
  }

  isClosing(): boolean {
    return this.#closing;
  }

  isReading(): boolean {
    return !this.#closing && !this.#paused;
  }

  pauseReading(): void {
    if (!this.isReading()) return;
    this.#paused = true;
    this.#socket.unwatchReads();
  }

  resumeReading(): void {
    if (this.#closing || !this.#paused) return;
    this.#paused = false;
    this.#watch();
  }

  /** 'peername', 'sockname' or 'socket'; `fallback` for anything else. */
  getExtraInfo(name: string, fallback?: unknown): unknown {
    return Object.hasOwn(this.#extra, name) ? this.#extra[name] : fallback;
  }

  /** Bytes that wait here for room. */
  getWriteBufferSize(): number {
    return this.#buffer.size;
  }

  /** The low-water and the high-water mark, in bytes. */
  getWriteBufferLimits(): [low: number, high: number] {
    return this.#buffer.marks;
  }

  /** Sets the marks at which `drain` waits, and goes on. Left out, the low one is a quarter of the high one. */
  setWriteBufferLimits(high?: number | null, low?: number | null): void {
    this.#buffer.setMarks(high, low);
  }

  [typeTag](): string {
    return '_SelectorSocketTransport';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const info = ['_SelectorSocketTransport'];
    if (this.#closed) info.push('closed');
    else if (this.#closing) info.push('closing');
    info.push(`fd=${this.#socket.fd}`);
    if (!this.#closed) {
      info.push(`read=${this.#socket.watchesReads ? 'polling' : 'idle'}`);
      info.push(`write=<${this.#socket.watchesWrites ? 'polling' : 'idle'}, bufsize=${this.#buffer.size}>`);
    }
    return `<${info.join(' ')}>`;
  }

  #isLost(): boolean {
    if (this.#lost === 0) return false;
    if (this.#lost >= LOST_WRITES_TOLD) world.observer?.log('warning', 'socket.send() raised exception.');
    this.#lost += 1;
    return true;
  }

  /** Sends what the socket takes. @returns false when the connection turned out to be lost */
  #send(): boolean {
    try {
      this.#buffer.flush((piece) => this.#socket.send(piece));
      return true;
    } catch (error) {
      this.#fatal(error, 'Fatal write error on socket transport');
      return false;
    }
  }

  #writeReady(): void {
    if (this.#lost > 0 || !this.#send()) return;
    this.#buffer.mayResume();
    if (this.#buffer.size > 0) return;
    this.#socket.unwatchWrites();
    if (this.#closing) this.#lose(undefined);
    else if (this.#eof) this.#socket.shutdown();
  }

  #readReady(): void {
    if (this.#lost > 0) return;
    let data: Uint8Array | undefined;
    try {
      data = this.#socket.receive(MAX_RECEIVE);
    } catch (error) {
      this.#fatal(error, 'Fatal read error on socket transport');
      return;
    }
    if (data === undefined) return;
    try {
      if (data.length > 0) this.#protocol.dataReceived(data);
      else if (this.#protocol.eofReceived()) this.#socket.unwatchReads();
      else this.close();
    } catch (error) {
      this.#fatal(error, `Fatal error: protocol.${data.length > 0 ? 'data_received' : 'eof_received'}() call failed.`);
    }
  }

  #watch(): void {
    if (!this.isReading()) return;
    this.#socket.watchReads('_SelectorSocketTransport._read_ready', () => {
      this.#readReady();
    });
  }

  #watchWrites(): void {
    this.#socket.watchWrites('_SelectorSocketTransport._write_sendmsg', () => {
      this.#writeReady();
    });
  }

  #fatal(error: unknown, message: string): void {
    if (!(error instanceof OSError))
      this.#loop.callExceptionHandler({ message, exception: error, transport: this, protocol: this.#protocol });
    this.#forceClose(error);
  }

  #forceClose(error: unknown): void {
    if (this.#lost > 0) return;
    this.#buffer.clear();
    this.#socket.unwatchWrites();
    this.#closing = true;
    this.#socket.unwatchReads();
    this.#lost += 1;
    this.#loseSoon(error);
  }

  #loseSoon(error: unknown): void {
    const lose = named('_SelectorTransport._call_connection_lost', () => {
      this.#lose(error);
    });
    this.#loop.callSoon(lose);
  }

  #lose(error: unknown): void {
    if (this.#closed) throw new AssertionError('the connection was lost twice');
    this.#closed = true;
    try {
      this.#protocol.connectionLost(error);
    } finally {
      this.#socket.close();
      this.#server?._detach(this);
    }
  }
}
