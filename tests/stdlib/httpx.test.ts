/** `httpx`: `AsyncClient` awaits, the module's functions block; texts as httpx 0.28 gave them. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, now, repr } from '../../src/runtime/index.ts';
import { httpx, network } from '../../src/stdlib/index.ts';
import { define, freshWorld, raisedBy, raisedIn, run, wait } from '../runtime/program.ts';

const { asyncWith, createTask, gather, sleep } = asyncio;
const { AsyncClient, Limits, PoolTimeout, ReadTimeout, Response, Timeout } = httpx;
const BIN = 'https://httpbin.org';

beforeEach(() => {
  freshWorld();
});

/** `url` as a client without further ado gets it. */
function* got(url: string, options?: httpx.RequestOptions): Generator<unknown, httpx.Response> {
  return yield* wait(new AsyncClient().get(url, options));
}

/** The class and the text of an error. */
function told(error: unknown): [string, string] {
  return error instanceof Error ? [error.name, error.message] : ['', ''];
}

test('requests of one client overlap', () => {
  run(function* main() {
    const client = new AsyncClient();
    const answers = yield* wait(gather(...[2, 1, 2].map((seconds) => client.get(`${BIN}/delay/${seconds}`))));
    expect(answers.map((answer) => repr(answer))).toEqual(Array(3).fill('<Response [200 OK]>'));
    expect(now()).toBe(2);
  });
});

test('the functions of the module block', () => {
  run(function* main() {
    const waiting = createTask(sleep(1));
    yield* wait(sleep(0));
    expect(httpx.get(`${BIN}/delay/2`).statusCode).toBe(200);
    expect([now(), waiting.done()]).toEqual([2, false]);
  });
});

test('a response has status, text, JSON and headers', () => {
  run(function* main() {
    const response = yield* got(`${BIN}/get`, { params: { a: 1 } });
    expect([response.statusCode, response.reasonPhrase, response.isSuccess, response.isError]).toEqual([200, 'OK', true, false]);
    expect(response.json()).toMatchObject({ args: { a: '1' }, url: `${BIN}/get?a=1` });
    expect(repr(response.headers)).toMatch(/^Headers\(\{'content-type': 'application\/json', /);
    expect(repr(response.request)).toBe(`<Request('GET', '${BIN}/get?a=1')>`);
    expect(response.elapsed).toBe(now());
    expect(response.raiseForStatus()).toBe(response);
  });
});

test('raiseForStatus raises for all but a success', () => {
  run(function* main() {
    const more = 'For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status';
    const raised = function* (url: string): Generator<unknown, [string, string]> {
      const response = yield* got(url);
      return told(raisedBy(() => response.raiseForStatus()));
    };
    expect(yield* raised(`${BIN}/status/404`)).toEqual([
      'HTTPStatusError',
      `Client error '404 NOT FOUND' for url '${BIN}/status/404'\n${more}/404`,
    ]);
    expect(yield* raised(`${BIN}/status/503`)).toEqual([
      'HTTPStatusError',
      `Server error '503 SERVICE UNAVAILABLE' for url '${BIN}/status/503'\n${more}/503`,
    ]);
    expect(yield* raised(`${BIN}/redirect/1`)).toEqual([
      'HTTPStatusError',
      `Redirect response '302 FOUND' for url '${BIN}/redirect/1'\nRedirect location: '/get'\n${more}/302`,
    ]);
  });
});

test('five seconds are the limit when nothing is said', () => {
  run(function* main() {
    const late = yield* raisedIn(got(`${BIN}/delay/6`));
    expect(late).toBeInstanceOf(ReadTimeout);
    expect(late).toBeInstanceOf(httpx.TimeoutException);
    expect(told(late)).toEqual(['ReadTimeout', '']);
    expect(now()).toBe(5);
    yield* got(`${BIN}/delay/6`, { timeout: null });
    expect(now()).toBe(11);
    expect(yield* raisedIn(got(`${BIN}/delay/6`, { timeout: new Timeout(10, { read: 1 }) }))).toBeInstanceOf(ReadTimeout);
    expect(now()).toBe(12);
    network.fault('/far', 'unreachable');
    expect(yield* raisedIn(got(`${BIN}/far`, { timeout: new Timeout(10, { connect: 2 }) }))).toBeInstanceOf(httpx.ConnectTimeout);
    expect(now()).toBe(14);
  });
});

test('what goes wrong has httpx’s names and texts', () => {
  run(function* main() {
    network.fault('/reset', 'reset');
    network.fault('/close', 'closed');
    const raised = function* (url: string): Generator<unknown, [string, string]> {
      const error = yield* raisedIn(got(url));
      expect(error).toBeInstanceOf(httpx.RequestError);
      return told(error);
    };
    expect(yield* raised('http://127.0.0.1:9/')).toEqual(['ConnectError', 'All connection attempts failed']);
    expect(yield* raised('http://nowhere.invalid/')).toEqual(['ConnectError', '[Errno -2] Name or service not known']);
    expect(yield* raised(`${BIN}/reset`)).toEqual(['ReadError', '']);
    expect(yield* raised(`${BIN}/close`)).toEqual(['RemoteProtocolError', 'Server disconnected without sending a response.']);
    expect(yield* raised('foo')).toEqual(['UnsupportedProtocol', "Request URL is missing an 'http://' or 'https://' protocol."]);
    expect(yield* raised('ftp://foo')).toEqual(['UnsupportedProtocol', "Request URL has an unsupported protocol 'ftp://'."]);
    expect(told(yield* raisedIn(got(BIN, { foo: 1 } as never)))).toEqual([
      'TypeError',
      "AsyncClient.get() got an unexpected keyword argument 'foo'",
    ]);
  });
});

test('a client has no more connections than its limits say; the others wait their turn, in order', () => {
  run(function* main() {
    const client = new AsyncClient({ limits: { maxConnections: 2 }, timeout: null });
    const ends: [string, number][] = [];
    const fetch = define(function* fetch(name: string) {
      yield* wait(client.get(`${BIN}/delay/1`));
      ends.push([name, now()]);
    });
    yield* wait(gather(...['a', 'b', 'c', 'd', 'e'].map((name) => fetch(name))));
    expect(ends).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
      ['e', 3],
    ]);
    expect(network.clients().connections).toBe(2);
  });
});

test('who waits too long for a connection gets PoolTimeout, and holds none', () => {
  run(function* main() {
    const client = new AsyncClient({ limits: new Limits({ maxConnections: 1 }), timeout: new Timeout(5, { pool: 0.5 }) });
    const answers = yield* wait(gather(client.get(`${BIN}/delay/1`), client.get(`${BIN}/delay/1`), { returnExceptions: true }));
    expect([answers[0] instanceof Response, answers[1] instanceof PoolTimeout, now()]).toEqual([true, true, 1]);
    yield* wait(client.get(`${BIN}/delay/1`));
    expect(now()).toBe(2);
  });
});

test('a request that is cancelled gives its connection to the next', () => {
  run(function* main() {
    const client = new AsyncClient({ limits: { maxConnections: 1 } });
    const holds = createTask(client.get(`${BIN}/delay/2`));
    const waits = createTask(client.get(`${BIN}/delay/2`));
    const last = createTask(client.get(`${BIN}/delay/2`));
    yield* wait(sleep(0.5));
    waits.cancel();
    yield* wait(sleep(0.5));
    holds.cancel();
    yield* wait(last);
    expect([waits.cancelled(), holds.cancelled(), now()]).toEqual([true, true, 3]);
  });
});

test('a request that is cancelled in the moment in which its turn comes gives the turn to the next', () => {
  run(function* main() {
    const client = new AsyncClient({ limits: { maxConnections: 1 } });
    const first = createTask(
      define(function* first() {
        yield* wait(client.get(`${BIN}/delay/1`));
        second.cancel();
      })(),
    );
    const second = createTask(client.get(`${BIN}/delay/1`));
    const third = createTask(client.get(`${BIN}/delay/1`));
    yield* wait(gather(first, third));
    expect([second.cancelled(), now()]).toEqual([true, 2]);
  });
});

test('a request that gives up in the moment in which its turn comes leaves it to the next', () => {
  run(function* main() {
    const client = new AsyncClient({ limits: { maxConnections: 1 } });
    const patient = new Timeout(5, { pool: 1 });
    const answers = yield* wait(
      gather(client.get(`${BIN}/delay/1`), client.get(`${BIN}/delay/1`, { timeout: patient }), client.get(`${BIN}/delay/1`), {
        returnExceptions: true,
      }),
    );
    expect(answers.map((answer) => repr(answer))).toEqual(['<Response [200 OK]>', 'PoolTimeout()', '<Response [200 OK]>']);
    expect(now()).toBe(2);
  });
});

test('connections are kept for the next request, as many as the limits say', () => {
  for (const [maxKeepaliveConnections, connections] of [
    [20, 1],
    [0, 3],
  ] as const) {
    freshWorld();
    run(function* main() {
      const client = new AsyncClient({ limits: { maxConnections: 5, maxKeepaliveConnections } });
      for (let i = 0; i < 3; i += 1) yield* wait(client.get(`${BIN}/delay/1`));
      expect(network.clients().connections).toBe(connections);
    });
  }
});

test('a client that is closed sends nothing, and is not opened again', () => {
  run(function* main() {
    const client = new AsyncClient();
    yield* wait(
      asyncWith(
        client,
        define(function* body() {
          yield* wait(client.get(`${BIN}/delay/1`));
        }),
      ),
    );
    expect([client.isClosed, network.clients()]).toEqual([true, { opened: 1, closed: 1, connections: 1 }]);
    expect(told(yield* raisedIn(wait(client.get(BIN))))).toEqual([
      'RuntimeError',
      'Cannot send a request, as the client has been closed.',
    ]);
    expect(told(yield* raisedIn(wait(client.aenter())))).toEqual([
      'RuntimeError',
      'Cannot reopen a client instance, once it has been closed.',
    ]);
    yield* wait(client.aclose());
    expect(network.clients().closed).toBe(1);
  });
});

test('a base URL, headers and parameters of the client go with every request', () => {
  run(function* main() {
    const client = new AsyncClient({ baseUrl: `${BIN}/anything/`, headers: { 'X-Key': 'k' }, params: { v: 1 } });
    const answer = (yield* wait(client.post('/users', { json: { a: 1 }, params: { w: 2 } }))).json();
    expect(answer).toMatchObject({
      method: 'POST',
      url: `${BIN}/anything/users?v=1&w=2`,
      headers: { 'X-Key': 'k' },
      json: { a: 1 },
    });
  });
});

test('redirects are followed on request only', () => {
  run(function* main() {
    expect((yield* got(`${BIN}/redirect/1`)).statusCode).toBe(302);
    const followed = yield* got(`${BIN}/redirect/3`, { followRedirects: true });
    expect([followed.url, followed.history.length]).toEqual([`${BIN}/get`, 3]);
    network.route('/round', { status: 302, headers: { Location: '/round' } });
    expect(told(yield* raisedIn(got(`${BIN}/round`, { followRedirects: true })))).toEqual([
      'TooManyRedirects',
      'Exceeded maximum allowed redirects.',
    ]);
  });
});

test('timeouts and limits show themselves as in Python', () => {
  expect([new Timeout(5), new Timeout(null), new Timeout(5, { pool: 1 }), new Limits()].map((each) => repr(each))).toEqual([
    'Timeout(timeout=5)',
    'Timeout(timeout=None)',
    'Timeout(connect=5, read=5, write=5, pool=1)',
    'Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)',
  ]);
  expect(() => new Timeout(undefined, { read: 1 })).toThrow(
    'httpx.Timeout must either include a default, or set all four parameters explicitly.',
  );
});

test('every verb blocks as `get` does, and says which one it is', () => {
  const { delete: remove, head, patch, post, put, request } = httpx;
  for (const [verb, send] of Object.entries({ PATCH: patch, POST: post, PUT: put, DELETE: remove })) {
    const before = now();
    const answer = send(`${BIN}/anything`, { data: 'x' });
    expect(answer.json()).toMatchObject({ method: verb, data: 'x' });
    expect(repr(answer.request)).toBe(`<Request('${verb}', '${BIN}/anything')>`);
    expect(now()).toBe(before + answer.elapsed);
  }
  expect(head(`${BIN}/get`).text).toBe('');
  expect(request('options', `${BIN}/anything`).json()).toMatchObject({ method: 'OPTIONS' });
});

test('the exceptions descend from one another as in httpx', () => {
  const { ConnectError, HTTPError, NetworkError, ProtocolError, ReadError, RemoteProtocolError, Request } = httpx;
  const { RequestError, TimeoutException, TransportError, UnsupportedProtocol, WriteTimeout } = httpx;
  const ancestors = [HTTPError, RequestError, TransportError];
  for (const [made, parent] of [
    [ConnectError, NetworkError],
    [ReadError, NetworkError],
    [RemoteProtocolError, ProtocolError],
    [WriteTimeout, TimeoutException],
    [PoolTimeout, TimeoutException],
    [UnsupportedProtocol, TransportError],
  ] as const) {
    const error = new made('m');
    expect(error.name).toBe(made.name);
    for (const ancestor of [...ancestors, parent]) expect(error).toBeInstanceOf(ancestor);
  }
  expect(new ConnectError('', { request: new Request('GET', BIN) }).request?.url).toBe(BIN);
  expect(new ConnectError('m')).not.toBeInstanceOf(TimeoutException);
});
