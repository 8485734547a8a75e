/** Connections on the simulated network: who hears what, and when. The texts are those that CPython gave on a real loopback interface. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, now, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, item, raisedBy, raisedIn, run, said, wait } from './program.ts';

const { createTask, currentTask, openConnection, sleep, startServer, ValueError } = asyncio;
type Handler = asyncio.ClientConnected;

beforeEach(() => {
  freshWorld();
});

const HOST = '127.0.0.1';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);
const KiB = 1024;

/** Sends every line back, and closes when the client has said all. */
const echo: Handler = define(function* echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  for (let line = yield* wait(reader.readline()); line.length > 0; line = yield* wait(reader.readline())) {
    writer.write(line);
    yield* wait(writer.drain());
  }
  writer.close();
});

/** Reads nothing, ever. */
const deaf: Handler = () => undefined;

test('a line goes to the server and comes back, a millisecond each way', () => {
  run(function* main() {
    const server = yield* wait(startServer(echo, HOST, 8888));
    const [reader, writer] = yield* wait(openConnection(HOST, 8888));
    expect(now()).toBe(0.002);
    writer.write(bytes('hello\n'));
    expect(text(yield* wait(reader.readline()))).toBe('hello\n');
    expect(now()).toBe(0.004);
    writer.writeEof();
    expect(text(yield* wait(reader.read()))).toBe('');
    writer.close();
    yield* wait(writer.waitClosed());
    server.close();
    yield* wait(server.waitClosed());
  });
  expect(said).toMatchObject({ warnings: [], contexts: [] });
});

test('tasks are numbered as in CPython: one looks the address up, one accepts, one is the handler', () => {
  run(function* main() {
    const names: string[] = [];
    const server = yield* wait(
      startServer(
        define(function* handle() {
          names.push(currentTask()?.getName() ?? '');
        }),
        HOST,
        1,
      ),
    );
    yield* wait(openConnection(HOST, 1));
    expect(names).toEqual(['Task-4']);
    server.close();
  });
});

test('where nobody listens a connection is refused', () => {
  run(function* main() {
    const refused = (yield* raisedIn(wait(openConnection(HOST, 8888)))) as asyncio.ConnectionRefusedError;
    expect(refused).toBeInstanceOf(asyncio.ConnectionRefusedError);
    expect(refused).toBeInstanceOf(asyncio.OSError);
    expect([refused.name, refused.message, refused.errno]).toEqual([
      'ConnectionRefusedError',
      "[Errno 111] Connect call failed ('127.0.0.1', 8888)",
      111,
    ]);
    expect(repr(refused)).toBe(`ConnectionRefusedError(111, "Connect call failed ('127.0.0.1', 8888)")`);
    expect(now()).toBe(0.002);
    const server = yield* wait(startServer(echo, HOST, 8888, { startServing: false }));
    expect(yield* raisedIn(wait(openConnection('localhost', 8888)))).toBeInstanceOf(asyncio.ConnectionRefusedError);
    yield* wait(server.startServing());
    yield* wait(openConnection('localhost', 8888));
    server.close();
    expect(yield* raisedIn(wait(openConnection(HOST, 8888)))).toBeInstanceOf(asyncio.ConnectionRefusedError);
  });
});

test('an address is taken once, and a port of one’s own is given for 0', () => {
  run(function* main() {
    const first = yield* wait(startServer(echo, HOST, 8888));
    const taken = yield* raisedIn(wait(startServer(echo, HOST, 8888)));
    expect(taken).toBeInstanceOf(asyncio.OSError);
    expect((taken as Error).message).toBe(
      "[Errno 98] error while attempting to bind on address ('127.0.0.1', 8888): [errno 98] address already in use",
    );
    first.close();
    yield* wait(startServer(echo, HOST, 8888));
    const [one, two] = [yield* wait(startServer(echo, HOST, 0)), yield* wait(startServer(echo, undefined, 0))];
    expect(item(one.sockets, 0).getsockname()).not.toEqual(item(two.sockets, 0).getsockname());
    yield* wait(openConnection(...item(one.sockets, 0).getsockname()));
  });
});

test('names that stand for nothing, and calls that name no address, are told', () => {
  run(function* main() {
    const unknown = yield* raisedIn(wait(openConnection('nowhere.invalid', 1)));
    expect(unknown).toBeInstanceOf(asyncio.OSError);
    expect(String(unknown)).toBe('gaierror: [Errno -2] Name or service not known');
    expect(yield* raisedIn(wait(openConnection()))).toEqual(
      new ValueError('host and port was not specified and no sock specified'),
    );
    expect(yield* raisedIn(wait(startServer(echo)))).toEqual(new ValueError('Neither host/port nor sock were specified'));
    expect(yield* raisedIn(wait(startServer(echo, HOST, 1, { backLog: 1 } as never)))).toEqual(
      new TypeError("BaseEventLoop.create_server() got an unexpected keyword argument 'backLog'"),
    );
  });
});

test('drain waits while the other side does not read, and goes on when it does', () => {
  run(function* main() {
    let readers: asyncio.StreamReader[] = [];
    const server = yield* wait(startServer((reader) => void (readers = [...readers, reader]), HOST, 1, { limit: 16 * KiB }));
    const [, writer] = yield* wait(openConnection(HOST, 1));
    const sent: number[] = [];
    const sending = createTask(
      define(function* send() {
        for (let i = 1; i <= 32; i += 1) {
          writer.write(new Uint8Array(16 * KiB));
          yield* wait(writer.drain());
          sent.push(i);
        }
      })(),
    );
    yield* wait(sleep(1));
    // On the way or unread: 64 KiB; taken by the reader before it paused: 64; kept by the writer: up to 64, and the write that went beyond.
    expect(sent.length * 16 + 16).toBe(64 + 64 + 64 + 16);
    expect(writer.transport.getWriteBufferSize()).toBeGreaterThan(64 * KiB);
    let received = 0;
    const reader = item(readers, 0);
    while (received < 512 * KiB) received += (yield* wait(reader.read(8 * KiB))).length;
    yield* wait(sending);
    expect(writer.transport.getWriteBufferSize()).toBe(0);
    server.close();
  });
});

test('the marks between which drain waits can be set', () => {
  run(function* main() {
    yield* wait(startServer(deaf, HOST, 1, { limit: 1 }));
    const [, writer] = yield* wait(openConnection(HOST, 1));
    const { transport } = writer;
    expect(transport.getWriteBufferLimits()).toEqual([16 * KiB, 64 * KiB]);
    transport.setWriteBufferLimits(0);
    writer.write(new Uint8Array(64 * KiB));
    yield* wait(writer.drain());
    writer.write(new Uint8Array(64 * KiB));
    const draining = createTask(writer.drain());
    yield* wait(sleep(0.01));
    writer.write(new Uint8Array(64 * KiB));
    yield* wait(sleep(1));
    expect(draining.done()).toBe(true);
    expect(yield* raisedIn(wait(asyncio.waitFor(writer.drain(), 1)))).toBeInstanceOf(asyncio.TimeoutError);
    expect(
      raisedBy(() => {
        transport.setWriteBufferLimits(1, 2);
      }),
    ).toEqual(new ValueError('high (1) must be >= low (2) must be >= 0'));
  });
});

test('all that was written arrives before the end, in order', () => {
  run(function* main() {
    const got: Uint8Array[] = [];
    const done = asyncio.getRunningLoop().createFuture<undefined>();
    const server = yield* wait(
      startServer(
        define(function* collect(reader: asyncio.StreamReader) {
          got.push(yield* wait(reader.read()));
          done.setResult(undefined);
        }),
        HOST,
        1,
      ),
    );
    const [, writer] = yield* wait(openConnection(HOST, 1));
    const all = Uint8Array.from({ length: 300 * KiB }, (_, i) => (i * 7) % 253);
    writer.writelines([all.subarray(0, 1), all.subarray(1, 200 * KiB)]);
    writer.write(all.subarray(200 * KiB));
    writer.close();
    yield* wait(writer.waitClosed());
    yield* wait(done);
    expect(item(got, 0)).toEqual(all);
    server.close();
  });
});

test('writing to what the other side has closed ends with a broken pipe', () => {
  run(function* main() {
    yield* wait(
      startServer(
        (_, writer) => {
          writer.close();
        },
        HOST,
        1,
      ),
    );
    const [reader, writer] = yield* wait(openConnection(HOST, 1));
    expect(yield* wait(reader.read())).toEqual(new Uint8Array());
    writer.write(bytes('z'));
    yield* wait(writer.drain());
    yield* wait(sleep(0.02));
    writer.write(bytes('z'));
    const lost = yield* raisedIn(wait(writer.drain()));
    expect(String(lost)).toBe('ConnectionResetError: Connection lost');
    expect(repr(yield* raisedIn(wait(writer.waitClosed())))).toBe("BrokenPipeError(32, 'Broken pipe')");
  });
});

test('a writer that is closed or at its end takes nothing more', () => {
  run(function* main() {
    yield* wait(startServer(echo, HOST, 1));
    const [, writer] = yield* wait(openConnection(HOST, 1));
    expect(
      raisedBy(() => {
        writer.write('text' as never);
      }),
    ).toEqual(new TypeError("data argument must be a bytes, bytearray, or memoryview object, not 'str'"));
    writer.writeEof();
    expect(
      raisedBy(() => {
        writer.write(bytes('x'));
      }),
    ).toEqual(new asyncio.RuntimeError('Cannot call write() after write_eof()'));
    expect([writer.canWriteEof(), writer.isClosing()]).toEqual([true, false]);
    writer.close();
    writer.close();
    expect(writer.isClosing()).toBe(true);
    expect(String(yield* raisedIn(wait(writer.drain())))).toBe('ConnectionResetError: Connection lost');
  });
});

test('an error in a handler is told, and its connection is closed', () => {
  run(function* main() {
    const fail = define(function* fail() {
      throw new ValueError('bad handler');
    });
    yield* wait(startServer(fail, HOST, 1));
    const [reader] = yield* wait(openConnection(HOST, 1));
    expect(text(yield* wait(reader.read()))).toBe('');
  });
  expect(said.contexts.map(({ message, exception }) => [message, repr(exception)])).toEqual([
    ['Unhandled exception in client_connected_cb', "ValueError('bad handler')"],
  ]);
});

test('waitClosed of a server waits for its close and for its last connection', () => {
  run(function* main() {
    const server = yield* wait(startServer(echo, HOST, 1));
    const [, writer] = yield* wait(openConnection(HOST, 1));
    const closing = createTask(server.waitClosed());
    yield* wait(sleep(1));
    expect(closing.done()).toBe(false);
    server.close();
    expect([server.isServing(), server.sockets]).toEqual([false, []]);
    yield* wait(sleep(1));
    expect(closing.done()).toBe(false);
    writer.close();
    yield* wait(closing);
    // The end takes one trip, and is answered by the handler's own.
    expect(now()).toBe(2.003);
  });
});

test('closeClients ends the connections, abortClients at once', () => {
  for (const end of ['closeClients', 'abortClients'] as const) {
    run(function* main() {
      const server = yield* wait(
        startServer(
          (_, writer) => {
            writer.write(new Uint8Array(100 * KiB));
          },
          HOST,
          1,
        ),
      );
      const [reader] = yield* wait(openConnection(HOST, 1));
      server.close();
      server[end]();
      const received = (yield* wait(reader.read())).length;
      expect(received).toBe((end === 'closeClients' ? 100 : 64) * KiB);
      yield* wait(server.waitClosed());
    });
  }
});

test('serveForever serves until it is cancelled, and closes the server then', () => {
  run(function* main() {
    const server = yield* wait(startServer(echo, HOST, 1));
    const serving = createTask(server.serveForever());
    yield* wait(sleep(1));
    expect(String(yield* raisedIn(wait(server.serveForever())))).toContain('is already being awaited on serve_forever()');
    serving.cancel();
    yield* ended(serving);
    expect([serving.cancelled(), server.isServing()]).toEqual([true, false]);
    expect(yield* raisedIn(wait(server.serveForever()))).toEqual(
      new asyncio.RuntimeError('server <Server sockets=()> is closed'),
    );
  });
});

test('a connection that is given up on the way is closed on the other side too', () => {
  run(function* main() {
    const heard: string[] = [];
    yield* wait(
      startServer(
        define(function* listen(reader: asyncio.StreamReader) {
          heard.push(`end ${text(yield* wait(reader.read()))}`);
        }),
        HOST,
        1,
      ),
    );
    const opening = createTask(openConnection(HOST, 1));
    yield* wait(sleep(0.0015));
    opening.cancel();
    yield* wait(sleep(1));
    expect([opening.cancelled(), heard]).toEqual([true, ['end ']]);
  });
});

test('both sides know both addresses', () => {
  run(function* main() {
    const seen: unknown[] = [];
    yield* wait(
      startServer((_, writer) => void seen.push(writer.getExtraInfo('peername'), writer.getExtraInfo('sockname')), HOST, 7),
    );
    const [, writer] = yield* wait(openConnection(HOST, 7));
    expect(seen).toEqual([writer.getExtraInfo('sockname'), writer.getExtraInfo('peername')]);
    expect(writer.getExtraInfo('peername')).toEqual([HOST, 7]);
    expect(writer.getExtraInfo('nothing of this name', 3)).toBe(3);
  });
});
