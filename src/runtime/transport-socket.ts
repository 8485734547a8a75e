/** What `getExtraInfo('socket')` and `server.sockets` give (trsock.py): an address to look at, nothing to send on. */
import { repr, reprMethod, typeTag } from './repr.ts';
import type { Address } from './simulated-socket.ts';

export class TransportSocket {
  readonly #fd: number;
  readonly #address: Address;
  readonly #peer: Address | undefined;

  constructor(fd: number, address: Address, peer?: Address) {
    this.#fd = fd;
    this.#address = address;
    this.#peer = peer;
  }

  fileno(): number {
    return this.#fd;
  }

  /** Host and port of this side. */
  getsockname(): Address {
    return this.#address;
  }

  /** Host and port of the other side. */
  getpeername(): Address | undefined {
    return this.#peer;
  }

  [typeTag](): string {
    return 'asyncio.TransportSocket';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const peer = this.#peer === undefined ? '' : `, raddr=${addressText(this.#peer)}`;
    return `<asyncio.TransportSocket fd=${this.#fd}, family=2, type=1, proto=6, laddr=${addressText(this.#address)}${peer}>`;
  }
}

/** An address as Python shows it. */
export function addressText([host, port]: Address): string {
  return `('${host}', ${port})`;
}
