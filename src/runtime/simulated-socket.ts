/**
 * The simulated network, at the bottom: two connected sockets, in virtual time.
 *
 * The model, the same in every run:
 * - What is sent arrives `LATENCY` later, in order. The latency is fixed and not drawn: what streams teach (framing, backpressure, who waits for whom) is
 *   to be followed line by line, at moments that can be worked out. Chance has its place in the HTTP service, whose callers must not rely on an order.
 * - `WINDOW` bytes may be on the way or unread in one direction. What is beyond stays with the sender, until the receiver has read. So a receiver that
 *   does not read stops its sender, and one that reads at once gets 64 KiB a millisecond.
 * - A socket that is closed answers what still arrives with a reset, as TCP does.
 *
 * The loop looks at sockets as a selector does: a callback that watches one is called once an iteration for as long as there is something to do.
 */
import { ByteBuffer } from './byte-buffer.ts';
import { BrokenPipeError, ConnectionResetError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import { named, type Handle } from './handle.ts';
import { perWorld, world } from './world.ts';

/** Seconds that bytes are on their way. */
const LATENCY = 0.001;
/** Bytes that may be on their way or unread, in each direction. */
const WINDOW = 64 * 1024;

/** Host and port. */
export type Address = readonly [host: string, port: number];

/** What travels. */
type Parcel = Uint8Array | 'eof' | 'reset';

/** File descriptors; 0 to 5 are what a process with a selector has from the start. */
const descriptors = perWorld(() => ({ next: 6 }));

/** @internal The next file descriptor. */
export function nextDescriptor(): number {
  const state = descriptors();
  state.next += 1;
  return state.next - 1;
}

/** The moment at which what is sent now arrives; to the nanosecond, so that times stay round. */
export function arrival(trips = 1): number {
  return Math.round((world.clock + trips * LATENCY) * 1e9) / 1e9;
}

/** One side's wish to be told: a callback, and the handle by which it will be called next. */
export class Watch {
  readonly #loop: EventLoop;
  readonly #callback: () => void;
  readonly #isDue: () => boolean;
  #handle: Handle | undefined = undefined;

  constructor(loop: EventLoop, name: string, callback: () => void, isDue: () => boolean) {
    this.#loop = loop;
    this.#isDue = isDue;
    this.#callback = named(name, () => {
      this.#handle = undefined;
      callback();
      this.poll();
    });
  }

  poll(): void {
    if (this.#handle === undefined && this.#isDue()) this.#handle = this.#loop.callSoon(this.#callback);
  }

  end(): void {
    this.#handle?.cancel();
    this.#handle = undefined;
  }
}

export class SimulatedSocket {
  readonly fd: number = nextDescriptor();
  readonly address: Address;
  readonly peerAddress: Address;
  readonly #loop: EventLoop;
  #peer: SimulatedSocket | undefined = undefined;
  /** What has arrived and is not read. */
  readonly #arrived = new ByteBuffer();
  #eof = false;
  #reset = false;
  /** Nothing is sent any more: 'eof' is on its way. */
  #shut = false;
  #closed = false;
  /** Bytes that may be sent now. */
  #room = WINDOW;
  readonly #underway: { readonly at: number; readonly parcel: Parcel }[] = [];
  #reader: Watch | undefined = undefined;
  #writer: Watch | undefined = undefined;

  private constructor(loop: EventLoop, address: Address, peerAddress: Address) {
    this.#loop = loop;
    this.address = address;
    this.peerAddress = peerAddress;
  }

  /** Two connected sockets: the client's and the server's. */
  static pair(loop: EventLoop, client: Address, server: Address): readonly [SimulatedSocket, SimulatedSocket] {
    const [one, other] = [new SimulatedSocket(loop, client, server), new SimulatedSocket(loop, server, client)];
    one.#peer = other;
    other.#peer = one;
    return [one, other];
  }

  /** Sends as much of `data` as there is room for. @returns how many bytes; raises when the other side has cut the connection */
  send(data: Uint8Array): number {
    if (this.#reset) throw this.#eof ? new BrokenPipeError(32, 'Broken pipe') : this.#resetError();
    const count = Math.min(this.#room, data.length);
    if (count === 0) return 0;
    this.#room -= count;
    this.#dispatch(data.slice(0, count));
    return count;
  }

  /** What has arrived, at most `max` bytes; empty at the end, undefined when there is nothing yet. */
  receive(max: number): Uint8Array | undefined {
    if (this.#arrived.length > 0) {
      const data = this.#arrived.take(max);
      this.#peer?._makeRoom(data.length);
      return data;
    }
    if (this.#eof) return new Uint8Array();
    if (this.#reset) throw this.#resetError();
    return undefined;
  }

  /** Tells the other side that nothing more will come. */
  shutdown(): void {
    if (this.#shut) return;
    this.#shut = true;
    this.#dispatch('eof');
  }

  close(): void {
    if (this.#closed) return;
    this.unwatchReads();
    this.unwatchWrites();
    this.#closed = true;
    if (this.#arrived.length > 0) this.#dispatch('reset');
    else this.shutdown();
  }

  /** Has `callback` called as long as there is something to receive. */
  watchReads(name: string, callback: () => void): void {
    this.unwatchReads();
    this.#reader = new Watch(this.#loop, name, callback, () => this.#reader !== undefined && this.#isReadable());
    this.#reader.poll();
  }

  unwatchReads(): void {
    this.#reader?.end();
    this.#reader = undefined;
  }

  get watchesReads(): boolean {
    return this.#reader !== undefined;
  }

  /** Has `callback` called as long as there is room to send. */
  watchWrites(name: string, callback: () => void): void {
    this.unwatchWrites();
    this.#writer = new Watch(this.#loop, name, callback, () => this.#writer !== undefined && (this.#room > 0 || this.#reset));
    this.#writer.poll();
  }

  unwatchWrites(): void {
    this.#writer?.end();
    this.#writer = undefined;
  }

  get watchesWrites(): boolean {
    return this.#writer !== undefined;
  }

  #isReadable(): boolean {
    return this.#arrived.length > 0 || this.#eof || this.#reset;
  }

  #resetError(): ConnectionResetError {
    return new ConnectionResetError(104, 'Connection reset by peer');
  }

  /** @internal The other side has read. */
  _makeRoom(bytes: number): void {
    this.#room += bytes;
    this.#writer?.poll();
  }

  /** Puts a parcel on its way; those that leave at one moment arrive together. */
  #dispatch(parcel: Parcel): void {
    const at = arrival();
    const isFirst = this.#underway.at(-1)?.at !== at;
    this.#underway.push({ at, parcel });
    if (isFirst) this.#loop.callAt(at, deliver, this);
  }

  /** @internal Hands over what has arrived by now. */
  _deliver(): void {
    while (this.#underway[0] !== undefined && this.#underway[0].at <= world.clock) {
      const { parcel } = this.#underway.shift() as { readonly parcel: Parcel };
      this.#peer?._accept(parcel);
    }
  }

  /** @internal Something has arrived. */
  _accept(parcel: Parcel): void {
    if (parcel === 'reset') this.#reset = true;
    else if (this.#closed) {
      if (parcel !== 'eof') this.#dispatch('reset');
      return;
    } else if (parcel === 'eof') this.#eof = true;
    else this.#arrived.append(parcel);
    this.#reader?.poll();
    this.#writer?.poll();
  }
}

const deliver = named('network.deliver', (from: SimulatedSocket) => {
  from._deliver();
});
