/**
 * Who listens where on the simulated network, and how one connects to it.
 *
 * There is one machine: 127.0.0.1, called localhost. A connection is there one trip after it was asked for at the server's side, and after two at the
 * client's; it is refused after two trips where nobody listens.
 */
import { ConnectionRefusedError, gaierror, OSError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { Future } from './future.ts';
import { named } from './handle.ts';
import { arrival, SimulatedSocket, type Address } from './simulated-socket.ts';
import { addressText } from './transport-socket.ts';
import { perWorld } from './world.ts';

/** Every address of the machine. */
const ANY = '0.0.0.0';
const LOOPBACK = '127.0.0.1';
/** The first port that is given to those who do not ask for one. */
const FIRST_FREE_PORT = 49_152;

type Accept = (socket: SimulatedSocket) => void;

interface Place {
  readonly address: Address;
  readonly accept: Accept;
  isOpen: boolean;
}

/** A place to which connections can come. */
export interface Listener {
  readonly address: Address;
  /** Connections are accepted from now on. */
  open(): void;
  close(): void;
}

const network = perWorld(() => ({ places: new Map<string, Place>(), port: FIRST_FREE_PORT }));

/** The address that a host name stands for. @param server a host for a server, where none means every address */
export function resolve(host: string | null | undefined, server: boolean): string {
  if (host === undefined || host === null || host === '') return server ? ANY : LOOPBACK;
  if (host === 'localhost') return LOOPBACK;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host === '::1') return host;
  throw new gaierror(-2, 'Name or service not known');
}

/** Takes an address; OSError when it is taken. */
export function listen(address: Address, accept: Accept): Listener {
  const { places } = network();
  const [host, wanted] = address;
  const taken: Address = [host, wanted === 0 ? freePort() : wanted];
  const key = addressText(taken);
  if (placeAt(taken) !== undefined)
    throw new OSError(98, `error while attempting to bind on address ${key}: [errno 98] address already in use`);
  const place: Place = { address: Object.freeze(taken), accept, isOpen: false };
  places.set(key, place);
  return {
    address: taken,
    open() {
      place.isOpen = true;
    },
    close() {
      if (places.get(key) === place) places.delete(key);
    },
  };
}

/** Connects to an address. @param connected is given the socket, or the error that refuses it */
export function connect(loop: EventLoop, address: Address, connected: Future<SimulatedSocket>): void {
  const client: Address = Object.freeze([LOOPBACK, freePort()]);
  let socket: SimulatedSocket | undefined;
  const knock = named('BaseSelectorEventLoop._accept_connection', () => {
    const place = placeAt(address);
    if (place?.isOpen !== true) return;
    const [ours, theirs] = SimulatedSocket.pair(loop, client, Object.freeze([...address]));
    socket = ours;
    place.accept(theirs);
  });
  const answer = named('BaseSelectorEventLoop._sock_connect_cb', () => {
    if (connected.done()) socket?.close();
    else if (socket !== undefined) connected.setResult(socket);
    else connected.setException(new ConnectionRefusedError(111, `Connect call failed ${addressText(address)}`));
  });
  loop.callAt(arrival(1), knock);
  loop.callAt(arrival(2), answer);
}

function placeAt([host, port]: Address): Place | undefined {
  const { places } = network();
  return places.get(addressText([host, port])) ?? places.get(addressText([ANY, port]));
}

function freePort(): number {
  const state = network();
  state.port += 1;
  return state.port - 1;
}
