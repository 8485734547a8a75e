/**
 * A server that logs whatever reaches it: a connection, a request, a datagram. Attacks are told its address; what is in its log has got out.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface LoggingServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** What has come so far, oldest first. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

const ANSWER = 'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';

/** Starts one, for TCP and UDP, on a free port of this machine. */
export async function startLoggingServer(): Promise<LoggingServer> {
  const log: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    log.push('a connection');
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.on('data', (data) => {
      log.push(data.toString('latin1').split('\r\n', 1)[0] ?? '');
      socket.end(ANSWER);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4', (data) => {
    log.push(`a datagram of ${String(data.length)} bytes`);
  });
  datagrams.bind(port, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    url: `http://127.0.0.1:${String(port)}`,
    log,
    async close() {
      for (const socket of open) socket.destroy();
      datagrams.close();
      server.close();
      await once(server, 'close');
    },
  };
}
