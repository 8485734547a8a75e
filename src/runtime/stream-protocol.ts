/**
 * What stands between a transport and a stream's reader and writer (streams.py: FlowControlMixin, StreamReaderProtocol).
 *
 * Keeps true: whoever drains waits for as long as the transport is paused; the end of the connection reaches the reader, the drains and `waitClosed`.
 */
import { ConnectionResetError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { Future } from './future.ts';
import { named } from './handle.ts';
import { iscoroutine } from './inspection.ts';
import type { Protocol, SocketTransport } from './socket-transport.ts';
import type { StreamReader } from './stream-reader.ts';
import { StreamWriter } from './stream-writer.ts';
import type { Task } from './task.ts';

/** What a server calls for each connection: a plain function, or an async one, which becomes a task. */
export type ClientConnected = (reader: StreamReader, writer: StreamWriter) => unknown;

export class StreamReaderProtocol implements Protocol {
  readonly #loop: EventLoop;
  readonly #reader: StreamReader;
  readonly #connected: ClientConnected | undefined;
  /** @internal Ends with the connection. */ readonly _closed: Future;
  readonly #drains = new Set<Future>();
  #paused = false;
  #lost = false;

  constructor(reader: StreamReader, connected: ClientConnected | undefined, loop: EventLoop) {
    this.#loop = loop;
    this.#reader = reader;
    this.#connected = connected;
    this._closed = loop.createFuture();
  }

  connectionMade(transport: SocketTransport): void {
    this.#reader.setTransport(transport);
    if (this.#connected === undefined) return;
    const given = this.#connected(this.#reader, new StreamWriter(transport, this, this.#reader));
    if (!iscoroutine(given)) return;
    const task = this.#loop.createTask(given);
    task.addDoneCallback(
      named('StreamReaderProtocol.connection_made.<locals>.callback', (done: Task) => {
        this.#handlerDone(done, transport);
      }),
    );
  }

  dataReceived(data: Uint8Array): void {
    this.#reader.feedData(data);
  }

  eofReceived(): boolean {
    this.#reader.feedEof();
    return true;
  }

  connectionLost(error: unknown): void {
    if (error === undefined) this.#reader.feedEof();
    else this.#reader.setException(error);
    if (!this._closed.done()) end(this._closed, error);
    // Not everybody waits for the end.
    this._closed._seen();
    this.#lost = true;
    if (!this.#paused) return;
    for (const drain of this.#drains) if (!drain.done()) end(drain, error);
  }

  pauseWriting(): void {
    this.#paused = true;
  }

  resumeWriting(): void {
    this.#paused = false;
    for (const drain of this.#drains) if (!drain.done()) drain.setResult(undefined);
  }

  /** @internal Waits while the transport is paused. */
  *_drain(): Generator<unknown, void> {
    if (this.#lost) throw new ConnectionResetError('Connection lost');
    if (!this.#paused) return;
    const drain = this.#loop.createFuture();
    this.#drains.add(drain);
    try {
      yield drain;
    } finally {
      this.#drains.delete(drain);
    }
  }

  #handlerDone(task: Task, transport: SocketTransport): void {
    if (task.cancelled()) {
      transport.close();
      return;
    }
    const exception = task.exception();
    if (exception === undefined) return;
    this.#loop.callExceptionHandler({ message: 'Unhandled exception in client_connected_cb', exception, transport });
    transport.close();
  }
}

function end(future: Future, error: unknown): void {
  if (error === undefined) future.setResult(undefined);
  else future.setException(error);
}
