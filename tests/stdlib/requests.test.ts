/** `requests`: blocks, and says what the Python library says. The texts are those that requests 2.34 and urllib3 2.8 gave. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, now, repr } from '../../src/runtime/index.ts';
import { network, requests, time } from '../../src/stdlib/index.ts';
import { define, freshWorld, raisedBy, run, wait } from '../runtime/program.ts';

const { createTask, gather, sleep } = asyncio;
const BIN = 'https://httpbin.org';

beforeEach(() => {
  freshWorld();
});

test('BLOCK-1: a request stops the whole program; nobody else runs meanwhile', () => {
  run(function* main() {
    const ticks: number[] = [];
    createTask(
      define(function* tick() {
        for (;;) {
          ticks.push(now());
          yield* wait(sleep(0.5));
        }
      })(),
    );
    yield* wait(sleep(0));
    const download = define(function* download() {
      return requests.get(`${BIN}/delay/2`).statusCode;
    });
    expect(yield* wait(gather(download(), download(), download(), download()))).toEqual([200, 200, 200, 200]);
    expect([now(), ticks]).toEqual([8, [0]]);
  });
});

test('a response has status, text, bytes, JSON and headers', () => {
  const response = requests.get(`${BIN}/get`, { params: { q: 'a b', n: [1, 2], none: null }, headers: { 'X-Mine': 'yes' } });
  expect([response.statusCode, response.ok, response.reason]).toEqual([200, true, 'OK']);
  expect(response.url).toBe(`${BIN}/get?q=a+b&n=1&n=2`);
  expect(response.headers.get('content-TYPE')).toBe('application/json');
  expect(response.headers.get('nothing', 'else')).toBe('else');
  expect(response.json()).toMatchObject({ args: { q: 'a b', n: ['1', '2'] }, headers: { 'X-Mine': 'yes', Host: 'httpbin.org' } });
  expect(new TextDecoder().decode(response.content)).toBe(response.text);
  expect(repr(response)).toBe('<Response [200]>');
  expect(now()).toBe(response.elapsed);
});

test('forms, JSON, texts and bytes are sent', () => {
  const post = (options: requests.RequestOptions): unknown => requests.post(`${BIN}/post`, options).json();
  expect(post({ json: { name: 'é€😀' } })).toMatchObject({
    json: { name: 'é€😀' },
    headers: { 'Content-Type': 'application/json' },
  });
  expect(post({ data: { a: 1, b: 'x&y' } })).toMatchObject({ form: { a: '1', b: 'x&y' }, data: '', json: null });
  expect(post({ data: 'plain' })).toMatchObject({ data: 'plain', form: {} });
  expect(post({ data: Uint8Array.of(0xc3, 0xa9) })).toMatchObject({ data: 'é', headers: { 'Content-Length': '2' } });
  expect(requests.put(`${BIN}/put`, { data: 'x' }).json()).toMatchObject({ data: 'x' });
  expect(requests.patch(`${BIN}/patch`).ok).toBe(true);
  expect(requests.delete(`${BIN}/delete`).ok).toBe(true);
  expect(requests.get(`${BIN}/post`).statusCode).toBe(405);
  const head = requests.head(`${BIN}/get`);
  expect([head.statusCode, head.text]).toEqual([200, '']);
});

test('raiseForStatus raises from 400 on', () => {
  requests.get(`${BIN}/status/204`).raiseForStatus();
  const missing = requests.get(`${BIN}/status/404`);
  const error = raisedBy(() => {
    missing.raiseForStatus();
  }) as requests.HTTPError;
  expect(error).toBeInstanceOf(requests.RequestException);
  expect(error).toBeInstanceOf(asyncio.OSError);
  expect([error.name, error.message]).toEqual(['HTTPError', `404 Client Error: NOT FOUND for url: ${BIN}/status/404`]);
  expect(error.response).toBe(missing);
  expect(() => {
    requests.get(`${BIN}/status/503`).raiseForStatus();
  }).toThrow(`503 Server Error: SERVICE UNAVAILABLE for url: ${BIN}/status/503`);
});

test('a timeout ends the waiting, to the moment', () => {
  const late = raisedBy(() => requests.get(`${BIN}/delay/3`, { timeout: 1 }));
  expect(late).toBeInstanceOf(requests.ReadTimeout);
  expect(late).toBeInstanceOf(requests.Timeout);
  expect(late).not.toBeInstanceOf(requests.ConnectionError);
  expect(String(late)).toBe("ReadTimeout: HTTPSConnectionPool(host='httpbin.org', port=443): Read timed out. (read timeout=1)");
  expect(now()).toBe(1);
  expect(requests.get(`${BIN}/delay/3`, { timeout: [0.1, 3] }).ok).toBe(true);
  expect(now()).toBe(4);
  network.fault('/far', 'unreachable');
  const far = raisedBy(() => requests.get('http://h.test:81/far', { timeout: [2, null] }));
  expect(far).toBeInstanceOf(requests.ConnectTimeout);
  expect(far).toBeInstanceOf(requests.Timeout);
  expect(far).toBeInstanceOf(requests.ConnectionError);
  expect(far).not.toBeInstanceOf(requests.ReadTimeout);
  expect(String(far)).toContain("'Connection to h.test timed out. (connect timeout=2)'");
  expect(now()).toBe(6);
});

test('connections that fail say how, in the library’s words', () => {
  const text = (url: string): string => String(raisedBy(() => requests.get(url)));
  expect(text('http://127.0.0.1:9/x')).toBe(
    `ConnectionError: HTTPConnectionPool(host='127.0.0.1', port=9): Max retries exceeded with url: /x (Caused by NewConnectionError("HTTPConnection(host='127.0.0.1', port=9): Failed to establish a new connection: [Errno 111] Connection refused"))`,
  );
  expect(text('http://nowhere.invalid/x')).toBe(
    `ConnectionError: HTTPConnectionPool(host='nowhere.invalid', port=80): Max retries exceeded with url: /x (Caused by NameResolutionError("HTTPConnection(host='nowhere.invalid', port=80): Failed to resolve 'nowhere.invalid' ([Errno -2] Name or service not known)"))`,
  );
  network.fault('/reset', 'reset');
  expect(text(`${BIN}/reset`)).toBe(
    "ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
  );
  network.fault('/close', 'closed');
  expect(text(`${BIN}/close`)).toBe(
    "ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
  );
});

test('what makes no sense is refused before anything is sent', () => {
  expect(() => requests.get('foo')).toThrow("Invalid URL 'foo': No scheme supplied. Perhaps you meant https://foo?");
  expect(raisedBy(() => requests.get('ftp://foo'))).toMatchObject({
    name: 'InvalidSchema',
    message: "No connection adapters were found for 'ftp://foo'",
  });
  expect(() => requests.get('http://')).toThrow("Invalid URL 'http://': No host supplied");
  expect(() => requests.get(BIN, { timeout: 0 })).toThrow(
    new asyncio.ValueError(
      'Attempted to set connect timeout to 0, but the timeout cannot be set to a value less than or equal to 0.',
    ),
  );
  expect(() => requests.get(BIN, { timeOut: 1 } as never)).toThrow(
    "Session.request() got an unexpected keyword argument 'timeOut'",
  );
  expect(raisedBy(() => requests.get(`${BIN}/html`).json())).toMatchObject({
    name: 'JSONDecodeError',
    message: 'Expecting value: line 1 column 1 (char 0)',
  });
  expect(network.calls()).toHaveLength(1);
});

test('redirects are followed, unless they are not to be', () => {
  const response = requests.get(`${BIN}/redirect/2`);
  expect(response.url).toBe(`${BIN}/get`);
  expect(response.history.map(({ statusCode, url }) => [statusCode, url])).toEqual([
    [302, `${BIN}/redirect/2`],
    [302, `${BIN}/redirect/1`],
  ]);
  expect(requests.get(`${BIN}/redirect/2`, { allowRedirects: false }).statusCode).toBe(302);
  network.route('/round', { status: 302, headers: { Location: '/round' } });
  expect(() => requests.get(`${BIN}/round`)).toThrow('Exceeded 30 redirects.');
});

test('in a thread it takes the time of the thread: four downloads at once, and the loop goes on', () => {
  run(function* main() {
    const ticks: number[] = [];
    const ticker = createTask(
      define(function* tick() {
        for (;;) {
          ticks.push(time.monotonic());
          yield* wait(sleep(0.5));
        }
      })(),
    );
    const urls = Array.from({ length: 4 }, () => `${BIN}/delay/2`);
    const answers = yield* wait(gather(...urls.map((url) => asyncio.toThread(requests.get, url))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect([now(), ticks.slice(0, 4)]).toEqual([2, [0, 0.5, 1, 1.5]]);
    ticker.cancel();
  });
});

test('the exceptions are in `exceptions` too, as in the library', () => {
  const { exceptions, JSONDecodeError, TooManyRedirects } = requests;
  expect(exceptions).toMatchObject({
    JSONDecodeError,
    TooManyRedirects,
    Timeout: requests.Timeout,
    HTTPError: requests.HTTPError,
  });
  const text = raisedBy(() => requests.request('get', `${BIN}/html`).json());
  expect(text).toBeInstanceOf(exceptions.JSONDecodeError);
  expect(raisedBy(() => requests.request('get', 'http://'))).toBeInstanceOf(exceptions.InvalidURL);
});
