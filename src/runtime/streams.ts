/** openConnection and startServer: streams on the simulated network (streams.py; `simulated-socket.ts` says how the network behaves). */
import { Coroutine } from './coroutine.ts';
import { ValueError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { FunctionCode } from './frame.ts';
import { gather } from './gather.ts';
import { refuseUnknownKeywords } from './keyword-check.ts';
import { connect, resolve } from './network.ts';
import { getRunningLoop } from './runner.ts';
import { Server } from './server.ts';
import type { Address, SimulatedSocket } from './simulated-socket.ts';
import { sleep } from './sleep.ts';
import { SocketTransport } from './socket-transport.ts';
import { StreamReaderProtocol, type ClientConnected } from './stream-protocol.ts';
import { DEFAULT_LIMIT, StreamReader } from './stream-reader.ts';
import { StreamWriter } from './stream-writer.ts';

const OPEN: FunctionCode = { name: 'open_connection', file: '', line: 0 };
const START: FunctionCode = { name: 'start_server', file: '', line: 0 };
const GETADDRINFO: FunctionCode = { name: 'BaseEventLoop._create_server_getaddrinfo', file: '', line: 0 };

export interface ConnectionOptions {
  /** Bytes that a line may have (`StreamReader`). */
  readonly limit?: number;
}

export interface ServerOptions extends ConnectionOptions {
  /** False: connections are accepted only after `server.startServing()`. */
  readonly startServing?: boolean;
}

type Host = string | null;
type Port = number | null;

/**
 * Connects to a server; ConnectionRefusedError where nobody listens.
 * @example const [reader, writer] = await openConnection('127.0.0.1', 8888);
 */
export function openConnection(
  host?: Host,
  port?: Port,
  options: ConnectionOptions = {},
): Coroutine<[StreamReader, StreamWriter]> {
  return new Coroutine<[StreamReader, StreamWriter]>(open(host, port, options), OPEN);
}

/**
 * Listens, and calls `connected(reader, writer)` for every connection; a coroutine that it returns becomes a task. Port 0 takes a free one.
 * @example const server = await startServer(handle, '127.0.0.1', 8888);
 */
export function startServer(
  connected: ClientConnected,
  host?: Host,
  port?: Port,
  options: ServerOptions = {},
): Coroutine<Server> {
  return new Coroutine<Server>(start(connected, host, port, options), START);
}

function* open(
  host: Host | undefined,
  port: Port | undefined,
  options: ConnectionOptions,
): Generator<unknown, [StreamReader, StreamWriter]> {
  const loop = getRunningLoop();
  const reader = new StreamReader(options.limit ?? DEFAULT_LIMIT, loop);
  const protocol = new StreamReaderProtocol(reader, undefined, loop);
  refuseUnknownKeywords('BaseEventLoop.create_connection', options, ['limit']);
  if (isNone(host) && isNone(port)) throw new ValueError('host and port was not specified and no sock specified');
  const address: Address = Object.freeze([resolve(host, false), port ?? 0]);
  const connected = loop.createFuture<SimulatedSocket>();
  connect(loop, address, connected);
  const socket = (yield connected) as SimulatedSocket;
  const waiter = loop.createFuture();
  const transport = new SocketTransport(loop, socket, protocol, waiter);
  try {
    yield waiter;
  } catch (error) {
    transport.close();
    throw error;
  }
  return [reader, new StreamWriter(transport, protocol, reader)];
}

function* start(
  connected: ClientConnected,
  host: Host | undefined,
  port: Port | undefined,
  options: ServerOptions,
): Generator<unknown, Server> {
  const loop = getRunningLoop();
  refuseUnknownKeywords('BaseEventLoop.create_server', options, ['limit', 'startServing']);
  if (isNone(host) && isNone(port)) throw new ValueError('Neither host/port nor sock were specified');
  // A task of its own for each address, as in CPython: tasks are numbered in the order in which they are made.
  const [found] = (yield gather(new Coroutine<string>(lookUp(host), GETADDRINFO))) as [string];
  const server = new Server(loop, [found, port ?? 0], () => makeProtocol(connected, options, loop));
  if (options.startServing === false) return server;
  server._startServing();
  yield sleep(0);
  return server;
}

function makeProtocol(connected: ClientConnected, { limit }: ServerOptions, loop: EventLoop): StreamReaderProtocol {
  return new StreamReaderProtocol(new StreamReader(limit ?? DEFAULT_LIMIT, loop), connected, loop);
}

function* lookUp(host: Host | undefined): Generator<unknown, string> {
  return resolve(host, true);
}

function isNone(value: unknown): boolean {
  return value === undefined || value === null;
}
