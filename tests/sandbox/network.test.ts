/** Within the walls: bytes and texts, streams, and the modules of the simulated network, hardened. */
import { expect, test } from 'vitest';
import { printed } from './run.ts';

test('a program makes bytes of text and text of bytes, by means that it cannot change', async () => {
  const lines = await printed(`
    const bytes = new TextEncoder().encode('é€😀');
    console.log(bytes.length, new TextDecoder().decode(bytes), new TextDecoder().decode(Uint8Array.of(0xff, 65)));
    for (const holder of [TextEncoder, TextDecoder, TextEncoder.prototype, TextDecoder.prototype]) console.log(Object.isFrozen(holder));
  `);
  expect(lines).toEqual(['9 é€😀 \uFFFDA', ...Array<string>(4).fill('true')]);
});

test('a server and its client talk', async () => {
  const lines = await printed(`
    import { run, startServer, openConnection, IncompleteReadError } from 'asyncio';
    async function shout(reader, writer) {
      for await (const line of reader) {
        writer.write(new TextEncoder().encode(new TextDecoder().decode(line).toUpperCase()));
        await writer.drain();
      }
      writer.close();
    }
    async function main() {
      const server = await startServer(shout, '127.0.0.1', 8888);
      const [reader, writer] = await openConnection('127.0.0.1', 8888);
      writer.write(new TextEncoder().encode('one\\ntwo\\n'));
      console.log(new TextDecoder().decode(await reader.readline()).trim());
      writer.writeEof();
      try { await reader.readexactly(9); } catch (error) { console.log(error instanceof IncompleteReadError, error); }
      console.log(reader, server);
    }
    run(main());
  `);
  expect(lines).toEqual([
    'ONE',
    'true IncompleteReadError: 4 bytes read on a total of 9 expected bytes',
    '<StreamReader eof transport=<_SelectorSocketTransport fd=7 read=idle write=<idle, bufsize=0>>>' +
      " <Server sockets=(<asyncio.TransportSocket fd=6, family=2, type=1, proto=6, laddr=('127.0.0.1', 8888)>,)>",
  ]);
});

test('requests, httpx and network bear their own names, whatever a bundler made of them', async () => {
  const lines = await printed(`
    import { run, gather, OSError } from 'asyncio';
    import * as requests from 'requests';
    import { AsyncClient, HTTPError, Limits, Timeout } from 'httpx';
    import { fault } from 'network';
    class Mine extends requests.RequestException {}
    async function main() {
      fault('/down', 'refused');
      console.log(requests.get('http://a.test/delay/1'), new Limits({ maxConnections: 1 }), new Timeout(1), new Mine('m').name);
      for (const [url, timeout] of [['foo'], ['http://a.test/delay/1', 0.5], ['http://a.test/down']]) {
        try { requests.get(url, { timeout }); } catch (error) { console.log(error.name, error instanceof OSError); }
      }
      try { requests.get('http://a.test/status/404').raiseForStatus(); } catch (error) { console.log(error); }
      const client = new AsyncClient();
      const results = await gather(client.get('http://a.test/down'), client.get('foo'), client.get('http://a.test/delay/9'), { returnExceptions: true });
      console.log(results.map((error) => error.name), results.every((error) => error instanceof HTTPError));
      try { requests.exceptions.Timeout.prototype.late = true; } catch (error) { console.log(error.name); }
      try { requests.exceptions.Timeout = undefined; } catch (error) { console.log(error.name); }
    }
    run(main());
  `);
  expect(lines).toEqual([
    '<Response [200]> Limits(max_connections=1, max_keepalive_connections=None, keepalive_expiry=5.0) Timeout(timeout=1) Mine',
    'MissingSchema true',
    'ReadTimeout true',
    'ConnectionError true',
    'HTTPError: 404 Client Error: NOT FOUND for url: http://a.test/status/404',
    "['ConnectError', 'UnsupportedProtocol', 'ReadTimeout'] true",
    'TypeError',
    'TypeError',
  ]);
});
