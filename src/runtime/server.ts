/**
 * Server: what `startServer` gives (base_events.py).
 *
 * Keeps true: it is closed for good once it is closed; `waitClosed` waits for that and for the last of its connections.
 */
import { Coroutine } from './coroutine.ts';
import { CancelledError, RuntimeError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { FunctionCode } from './frame.ts';
import type { Future } from './future.ts';
import { listen, type Listener } from './network.ts';
import { repr, reprMethod, typeTag } from './repr.ts';
import { nextDescriptor, type Address, type SimulatedSocket } from './simulated-socket.ts';
import { sleep } from './sleep.ts';
import { SocketTransport, type Host, type Protocol } from './socket-transport.ts';
import { TransportSocket } from './transport-socket.ts';

const code = (name: string): FunctionCode => ({ name, file: '', line: 0 });
const START_SERVING = code('Server.start_serving');
const SERVE_FOREVER = code('Server.serve_forever');
const WAIT_CLOSED = code('Server.wait_closed');
const ENTER = code('AbstractServer.__aenter__');
const EXIT = code('AbstractServer.__aexit__');
const ACCEPT = code('BaseSelectorEventLoop._accept_connection2');

export class Server implements Host {
  readonly #loop: EventLoop;
  readonly #makeProtocol: () => Protocol;
  #sockets: readonly TransportSocket[] | undefined;
  readonly #listener: Listener;
  readonly #clients = new Set<SocketTransport>();
  #waiters: Future[] | undefined = [];
  #serving = false;
  #forever: Future | undefined = undefined;

  /** @internal Made by `startServer`. */
  constructor(loop: EventLoop, address: Address, makeProtocol: () => Protocol) {
    this.#loop = loop;
    this.#makeProtocol = makeProtocol;
    this.#listener = listen(address, (socket) => {
      loop.createTask(new Coroutine<void>(this.#accept(socket), ACCEPT));
    });
    this.#sockets = [new TransportSocket(nextDescriptor(), this.#listener.address)];
  }

  /** What it listens on; `server.sockets[0].getsockname()` is its address. Empty once it is closed. */
  get sockets(): readonly TransportSocket[] {
    return [...(this.#sockets ?? [])];
  }

  getLoop(): EventLoop {
    return this.#loop;
  }

  isServing(): boolean {
    return this.#serving;
  }

  /** Begins to accept connections, if it does not yet. */
  startServing(): Coroutine<void> {
    return new Coroutine<void>(this.#startServing(), START_SERVING);
  }

  /** Accepts connections until this is cancelled, and then closes. */
  serveForever(): Coroutine<never> {
    return new Coroutine<never>(this.#serveForever(), SERVE_FOREVER);
  }

  /** Accepts no more connections; those that there are go on. */
  close(): void {
    if (this.#sockets === undefined) return;
    this.#sockets = undefined;
    this.#listener.close();
    this.#serving = false;
    if (this.#forever !== undefined && !this.#forever.done()) {
      this.#forever.cancel();
      this.#forever = undefined;
    }
    if (this.#clients.size === 0) this.#wakeWaiters();
  }

  /** Closes all its connections, as `writer.close()` does. */
  closeClients(): void {
    for (const transport of [...this.#clients]) transport.close();
  }

  /** Closes all its connections at once; what was not sent yet is lost. */
  abortClients(): void {
    for (const transport of [...this.#clients]) transport.abort();
  }

  /** Waits until it is closed and its last connection has ended. */
  waitClosed(): Coroutine<void> {
    return new Coroutine<void>(this.#waitClosed(), WAIT_CLOSED);
  }

  aenter(): Coroutine<this> {
    return new Coroutine<this>(given(this), ENTER);
  }

  /** Closes it, and waits for its connections to end. */
  aexit(): Coroutine<void> {
    return new Coroutine<void>(this.#exit(), EXIT);
  }

  [typeTag](): string {
    return 'Server';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const sockets = this.sockets.map((socket) => repr(socket));
    return `<Server sockets=(${sockets.join(', ')}${sockets.length === 1 ? ',' : ''})>`;
  }

  /** @internal */
  _attach(transport: SocketTransport): void {
    this.#clients.add(transport);
  }

  /** @internal */
  _detach(transport: SocketTransport): void {
    this.#clients.delete(transport);
    if (this.#clients.size === 0 && this.#sockets === undefined) this.#wakeWaiters();
  }

  /** @internal */
  _startServing(): void {
    if (this.#serving) return;
    this.#serving = true;
    this.#listener.open();
  }

  *#accept(socket: SimulatedSocket): Generator<unknown, void> {
    const protocol = this.#makeProtocol();
    const waiter = this.#loop.createFuture();
    const transport = new SocketTransport(this.#loop, socket, protocol, waiter, this);
    try {
      yield waiter;
    } catch {
      transport.close();
    }
  }

  *#startServing(): Generator<unknown, void> {
    this._startServing();
    yield sleep(0);
  }

  *#serveForever(): Generator<unknown, never> {
    if (this.#forever !== undefined) throw new RuntimeError(`server ${repr(this)} is already being awaited on serve_forever()`);
    if (this.#sockets === undefined) throw new RuntimeError(`server ${repr(this)} is closed`);
    this._startServing();
    this.#forever = this.#loop.createFuture();
    try {
      yield this.#forever;
      throw new RuntimeError('serve_forever() was woken up');
    } catch (error) {
      if (error instanceof CancelledError) {
        this.close();
        try {
          yield* this.#waitClosed();
        } catch {
          // It was cancelled; what ends the waiting changes nothing about that.
        }
      }
      throw error;
    } finally {
      this.#forever = undefined;
    }
  }

  *#waitClosed(): Generator<unknown, void> {
    if (this.#waiters === undefined) return;
    const waiter = this.#loop.createFuture();
    this.#waiters.push(waiter);
    yield waiter;
  }

  *#exit(): Generator<unknown, void> {
    this.close();
    yield* this.#waitClosed();
  }

  #wakeWaiters(): void {
    const waiters = this.#waiters ?? [];
    this.#waiters = undefined;
    for (const waiter of waiters) if (!waiter.done()) waiter.setResult(undefined);
  }
}

function* given<T>(value: T): Generator<unknown, T> {
  return value;
}
