/**
 * The module `requests`, on the simulated network: every call blocks until the answer is there, the event loop included (BLOCK-1). In a thread
 * (`toThread`) it blocks that thread only.
 *
 * Python's keyword arguments stand in one options object: `get(url, { params: { page: 1 }, timeout: 2 })`.
 */
import { asyncio, block, refuseUnknownKeywords, repr, reprMethod, typeTag } from '../runtime/index.ts';
import { contentOf, parseJson } from './http/body.ts';
import { Headers } from './http/headers.ts';
import { requestOf, type SendOptions } from './http/request.ts';
import { service, type Answer, type Exchange, type Fault } from './http/service.ts';
import { isRedirect, reasonOf } from './http/status.ts';
import { joined, parseUrl, withParams, type Url } from './http/url.ts';
import { decode } from './http/utf8.ts';
import {
  ConnectionError,
  ConnectTimeout,
  HTTPError,
  InvalidSchema,
  InvalidURL,
  JSONDecodeError,
  MissingSchema,
  ReadTimeout,
  RequestException,
  Timeout,
  TooManyRedirects,
} from './requests-errors.ts';

export { ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException, Timeout, TooManyRedirects };

/** The exceptions, as the Python library has them in a module of their own. */
export const exceptions = {
  ConnectionError,
  ConnectTimeout,
  HTTPError,
  InvalidSchema,
  InvalidURL,
  JSONDecodeError,
  MissingSchema,
  ReadTimeout,
  RequestException,
  Timeout,
  TooManyRedirects,
};

/** Seconds to connect and to be answered in; one number for each of both. None: no limit. */
type TimeoutSeconds = number | readonly [connect: number | null, read: number | null] | null;

export interface RequestOptions extends SendOptions {
  /** Without one a request may wait for ever. */
  readonly timeout?: TimeoutSeconds;
  /** False: a redirect is the answer. */
  readonly allowRedirects?: boolean;
}

const OPTIONS = ['params', 'data', 'json', 'headers', 'timeout', 'allowRedirects'];
const MOST_REDIRECTS = 30;

/** An answer. */
export class Response {
  readonly statusCode: number;
  /** 'OK', 'NOT FOUND' … */
  readonly reason: string;
  readonly url: string;
  readonly headers: Headers;
  /** The body's bytes. */
  readonly content: Uint8Array;
  /** Seconds from sending to the answer. */
  readonly elapsed: number;
  /** The answers that redirected here, the first one first. */
  readonly history: readonly Response[];

  /** @internal */
  constructor(answer: Answer, url: Url, method: string, elapsed: number, history: readonly Response[]) {
    const { bytes, headers } = contentOf(answer);
    this.statusCode = answer.status ?? 200;
    this.reason = reasonOf(this.statusCode);
    this.url = url.text;
    this.headers = new Headers(headers, 'CaseInsensitiveDict');
    this.content = method === 'HEAD' ? new Uint8Array() : bytes;
    this.elapsed = elapsed;
    this.history = history;
  }

  /** True below 400. */
  get ok(): boolean {
    return this.statusCode < 400;
  }

  /** The body as text. */
  get text(): string {
    return decode(this.content);
  }

  /** The value that the body is the JSON of; JSONDecodeError when it is of none. */
  json(): unknown {
    return parseJson(this.text, (message) => new JSONDecodeError(message));
  }

  /** Raises HTTPError for a status from 400 on. */
  raiseForStatus(): void {
    if (this.ok) return;
    const whose = this.statusCode < 500 ? 'Client' : 'Server';
    const text = `${this.statusCode} ${whose} Error: ${this.reason} for url: ${this.url}`;
    throw new HTTPError(text, { response: this });
  }

  [typeTag](): string {
    return 'Response';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    return `<Response [${this.statusCode}]>`;
  }
}

/** Sends a request, and blocks until it is answered. */
export function request(method: string, url: string, options: RequestOptions = {}): Response {
  refuseUnknownKeywords('Session.request', options, OPTIONS);
  const timeout = timeoutOf(options.timeout);
  const history: Response[] = [];
  let target = withParams(checkedUrl(url), options.params);
  let verb = method.toUpperCase();
  let body = options;
  for (;;) {
    const response = exchange(verb, target, body, timeout, [...history]);
    const location = isRedirect(response.statusCode) ? response.headers.get('Location') : undefined;
    if (location === undefined || options.allowRedirects === false) return response;
    history.push(response);
    if (history.length > MOST_REDIRECTS) throw new TooManyRedirects(`Exceeded ${MOST_REDIRECTS} redirects.`, { response });
    target = joined(target, location) ?? target;
    // A form that was sent is asked for with GET afterwards, as browsers do; 307 and 308 repeat the request as it was.
    if (response.statusCode < 304 && verb !== 'HEAD' && verb !== 'GET') {
      verb = 'GET';
      const { headers } = options;
      body = headers === undefined ? {} : { headers };
    }
  }
}

/** GET. @example const response = get('https://httpbin.org/delay/2', { timeout: 5 }); */
export function get(url: string, options?: RequestOptions): Response {
  return request('GET', url, options);
}

/** POST. @example post('https://httpbin.org/post', { json: { name: 'x' } }); */
export function post(url: string, options?: RequestOptions): Response {
  return request('POST', url, options);
}

/** PUT. */
export function put(url: string, options?: RequestOptions): Response {
  return request('PUT', url, options);
}

/** PATCH. */
export function patch(url: string, options?: RequestOptions): Response {
  return request('PATCH', url, options);
}

/** HEAD: an answer without its body; redirects are not followed. */
export function head(url: string, options: RequestOptions = {}): Response {
  return request('HEAD', url, { allowRedirects: false, ...options });
}

/** DELETE; Python's `requests.delete`, whose name the language has taken: `requests.delete(url)` works, a name of its own does not. */
function deleteRequest(url: string, options?: RequestOptions): Response {
  return request('DELETE', url, options);
}
export { deleteRequest as delete };

interface Limits {
  readonly connect: number | undefined;
  readonly read: number | undefined;
}

function timeoutOf(timeout: TimeoutSeconds | undefined): Limits {
  const pair = Array.isArray(timeout) ? (timeout as readonly (number | null)[]) : [timeout as number, timeout as number];
  return { connect: checkedTimeout('connect', pair[0]), read: checkedTimeout('read', pair[1]) };
}

function checkedTimeout(name: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number')
    throw new asyncio.ValueError(
      `Timeout value ${name} was ${typeof value === 'string' ? value : repr(value)}, but it must be an int, float or None.`,
    );
  if (value > 0) return value;
  throw new asyncio.ValueError(
    `Attempted to set ${name} timeout to ${value}, but the timeout cannot be set to a value less than or equal to 0.`,
  );
}

function checkedUrl(text: string): Url {
  const url = parseUrl(text);
  if (url === undefined) throw new MissingSchema(`Invalid URL '${text}': No scheme supplied. Perhaps you meant https://${text}?`);
  if (url.scheme !== 'http' && url.scheme !== 'https') throw new InvalidSchema(`No connection adapters were found for '${text}'`);
  if (url.host === '') throw new InvalidURL(`Invalid URL '${text}': No host supplied`);
  return url;
}

/** One request and its answer, in blocked time. */
function exchange(method: string, url: Url, options: RequestOptions, limits: Limits, history: readonly Response[]): Response {
  const planned = service().exchange(requestOf('python-requests/2.34.2', method, url, options));
  service().connections += 1;
  const limit = planned.fault === 'unreachable' ? limits.connect : limits.read;
  const late = limit !== undefined && planned.seconds > limit;
  block(late ? limit : planned.seconds);
  if (late) throw planned.fault === 'unreachable' ? connectTimeout(url, limit) : readTimeout(url, limit);
  if (planned.answer === undefined) throw failure(url, planned);
  return new Response(planned.answer, url, method, planned.seconds, history);
}

/** `HTTPSConnectionPool(host='httpbin.org', port=443)` */
function place(url: Url, what: 'Connection' | 'ConnectionPool'): string {
  return `${url.scheme === 'https' ? 'HTTPS' : 'HTTP'}${what}(host='${url.host}', port=${url.port})`;
}

function readTimeout(url: Url, limit: number): ReadTimeout {
  return new ReadTimeout(`${place(url, 'ConnectionPool')}: Read timed out. (read timeout=${limit})`);
}

function retriesExceeded(url: Url, reason: string): string {
  const target = `${url.path}${url.query === '' ? '' : `?${url.query}`}`;
  return `${place(url, 'ConnectionPool')}: Max retries exceeded with url: ${target} (Caused by ${reason})`;
}

function connectTimeout(url: Url, limit: number): ConnectTimeout {
  // CPython shows an address in memory after the connection.
  const text = `'Connection to ${url.host} timed out. (connect timeout=${limit})'`;
  return new ConnectTimeout(retriesExceeded(url, `ConnectTimeoutError(<${place(url, 'Connection')}>, ${text})`));
}

const WORDS: Readonly<Record<Fault, (url: Url) => string>> = {
  refused: (url) => noConnection(url, '[Errno 111] Connection refused'),
  unreachable: (url) => noConnection(url, '[Errno 110] Connection timed out'),
  'unknown host': (url) => {
    const text = `Failed to resolve '${url.host}' ([Errno -2] Name or service not known)`;
    return retriesExceeded(url, `NameResolutionError("${place(url, 'Connection')}: ${text}")`);
  },
  reset: () => "('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
  closed: () => "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
  silent: (url) => WORDS.closed(url),
};

function noConnection(url: Url, why: string): string {
  return retriesExceeded(url, `NewConnectionError("${place(url, 'Connection')}: Failed to establish a new connection: ${why}")`);
}

function failure(url: Url, { fault = 'closed' }: Exchange): ConnectionError {
  return new ConnectionError(WORDS[fault](url));
}
