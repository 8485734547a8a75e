/**
 * The module `httpx`, on the simulated network: `AsyncClient` awaits, the functions of the module block (as `requests` does).
 *
 * Python's keyword arguments stand in one options object: `client.get('/users', { params: { page: 1 }, timeout: 2 })`.
 */
import { asyncio, block, helpers, refuseUnknownKeywords } from '../runtime/index.ts';
import type { HeaderFields } from './http/headers.ts';
import { requestOf, type SendOptions } from './http/request.ts';
import { service, type Fault } from './http/service.ts';
import { joined, parseUrl, withParams, type Params, type Url } from './http/url.ts';
import { DEFAULT_LIMITS, Limits, timeoutFrom, type LimitsOptions, type Timeout, type TimeoutTypes } from './httpx-config.ts';
import {
  ConnectError,
  ConnectTimeout,
  ReadError,
  ReadTimeout,
  RemoteProtocolError,
  TooManyRedirects,
  UnsupportedProtocol,
  type HTTPError,
} from './httpx-errors.ts';
import { Pool } from './httpx-pool.ts';
import { Request, Response } from './httpx-response.ts';

export { Limits, Timeout } from './httpx-config.ts';
export * from './httpx-errors.ts';
export { Request, Response } from './httpx-response.ts';

export interface RequestOptions extends SendOptions {
  /** The client's own when left out: 5 seconds, when nothing else was said. null: no limit. */
  readonly timeout?: TimeoutTypes;
  /** True: a redirect is followed. */
  readonly followRedirects?: boolean;
}

export interface ClientOptions {
  /** Put in front of URLs that are paths. */
  readonly baseUrl?: string;
  readonly headers?: HeaderFields | null;
  readonly params?: Params | null;
  readonly timeout?: TimeoutTypes;
  readonly limits?: Limits | LimitsOptions;
  readonly followRedirects?: boolean;
}

const OPTIONS = ['params', 'data', 'json', 'headers', 'timeout', 'followRedirects'];
const CLIENT_OPTIONS = ['baseUrl', 'headers', 'params', 'timeout', 'limits', 'followRedirects'];
const MOST_REDIRECTS = 20;

/** A client with connections of its own. Close it: `asyncWith(new AsyncClient(), async (client) => { … })`, or `await client.aclose()`. */
export class AsyncClient {
  readonly #settings: ClientOptions;
  readonly #timeout: Timeout;
  readonly #pool: Pool;
  #state: 'unopened' | 'opened' | 'closed' = 'unopened';

  constructor(options: ClientOptions = {}) {
    refuseUnknownKeywords('AsyncClient.__init__', options, CLIENT_OPTIONS);
    this.#settings = options;
    this.#timeout = timeoutFrom(options.timeout);
    const { limits = DEFAULT_LIMITS } = options;
    this.#pool = new Pool(limits instanceof Limits ? limits : new Limits(limits));
    service().clients.opened += 1;
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** Sends a request. @returns a coroutine of the answer */
  request(method: string, url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('request', this.#request('request', method, url, options));
  }

  /** GET. */
  get(url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('get', this.#request('get', 'GET', url, options));
  }

  /** HEAD: an answer without its body. */
  head(url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('head', this.#request('head', 'HEAD', url, options));
  }

  /** POST. */
  post(url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('post', this.#request('post', 'POST', url, options));
  }

  /** PUT. */
  put(url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('put', this.#request('put', 'PUT', url, options));
  }

  /** PATCH. */
  patch(url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('patch', this.#request('patch', 'PATCH', url, options));
  }

  /** DELETE. */
  delete(url: string, options: RequestOptions = {}): asyncio.Coroutine<Response> {
    return this.#coroutine('delete', this.#request('delete', 'DELETE', url, options));
  }

  /** Closes it; it sends no more requests. */
  aclose(): asyncio.Coroutine<void> {
    return this.#coroutine('aclose', this.#close());
  }

  aenter(): asyncio.Coroutine<this> {
    return this.#coroutine('__aenter__', this.#enter());
  }

  aexit(): asyncio.Coroutine<void> {
    return this.#coroutine('__aexit__', this.#close());
  }

  #coroutine<T>(name: string, body: Generator<unknown, T>): asyncio.Coroutine<T> {
    return helpers.coroutine(body, { name: `AsyncClient.${name}`, file: '', line: 0 }) as asyncio.Coroutine<T>;
  }

  *#enter(): Generator<unknown, this> {
    if (this.#state === 'closed') throw new asyncio.RuntimeError('Cannot reopen a client instance, once it has been closed.');
    if (this.#state === 'opened') throw new asyncio.RuntimeError('Cannot open a client instance more than once.');
    this.#state = 'opened';
    return this;
  }

  *#close(): Generator<unknown, void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    service().clients.closed += 1;
  }

  *#request(name: string, method: string, url: string, options: RequestOptions): Generator<unknown, Response> {
    refuseUnknownKeywords(`AsyncClient.${name}`, options, OPTIONS);
    if (this.#state === 'closed') throw new asyncio.RuntimeError('Cannot send a request, as the client has been closed.');
    this.#state = 'opened';
    const settings = this.#settings;
    const course = new Course(method, withParams(located(url, settings.baseUrl), { ...settings.params, ...options.params }), {
      ...options,
      headers: { ...settings.headers, ...options.headers },
      timeout: timeoutFrom(options.timeout, this.#timeout),
      followRedirects: options.followRedirects ?? settings.followRedirects ?? false,
    });
    for (;;) {
      const { origin, request, timeout } = course;
      yield* this.#pool.acquire(origin, timeout.pool, request);
      try {
        const { seconds, outcome } = course.next();
        yield asyncio.sleep(seconds);
        if (!(outcome instanceof Response)) throw outcome;
        if (!course.goesOn(outcome)) return outcome;
      } finally {
        this.#pool.release(origin);
      }
    }
  }
}

/** A request and the redirects that it follows. */
class Course {
  #method: string;
  #url: Url;
  #options: RequestOptions;
  readonly timeout: Timeout;
  readonly #history: Response[] = [];

  constructor(method: string, url: Url, options: RequestOptions) {
    this.#method = method.toUpperCase();
    this.#url = url;
    this.#options = options;
    this.timeout = timeoutFrom(options.timeout);
  }

  get origin(): string {
    return `${this.#url.scheme}://${this.#url.host}:${this.#url.port}`;
  }

  get request(): Request {
    return new Request(this.#method, this.#url.text);
  }

  /** Sends it: what comes of it, and after how many seconds. */
  next(): { readonly seconds: number; readonly outcome: Response | HTTPError } {
    const { request } = this;
    const planned = service().exchange(requestOf('python-httpx/0.28.1', this.#method, this.#url, this.#options));
    const connecting = planned.fault === 'unreachable';
    const limit = connecting ? this.timeout.connect : this.timeout.read;
    if (limit !== undefined && planned.seconds > limit)
      return { seconds: limit, outcome: connecting ? new ConnectTimeout('', { request }) : new ReadTimeout('', { request }) };
    const { seconds, answer, fault = 'closed' } = planned;
    if (answer === undefined) return { seconds, outcome: FAILURES[fault](request) };
    return { seconds, outcome: new Response(answer, request, seconds, [...this.#history]) };
  }

  /** Goes on to where `response` redirects, if it is to. */
  goesOn(response: Response): boolean {
    if (this.#options.followRedirects !== true || !response.hasRedirectLocation) return false;
    this.#history.push(response);
    if (this.#history.length > MOST_REDIRECTS)
      throw new TooManyRedirects('Exceeded maximum allowed redirects.', { request: response.request });
    this.#url = joined(this.#url, response.headers.get('location', '')) ?? this.#url;
    if (response.statusCode < 304 && this.#method !== 'GET' && this.#method !== 'HEAD') {
      this.#method = 'GET';
      this.#options = { ...this.#options, data: null, json: undefined };
    }
    return true;
  }
}

const FAILURES: Readonly<Record<Fault, (request: Request) => HTTPError>> = {
  refused: (request) => new ConnectError('All connection attempts failed', { request }),
  unreachable: (request) => new ConnectError('All connection attempts failed', { request }),
  'unknown host': (request) => new ConnectError('[Errno -2] Name or service not known', { request }),
  reset: (request) => new ReadError('', { request }),
  closed: (request) => new RemoteProtocolError('Server disconnected without sending a response.', { request }),
  silent: (request) => FAILURES.closed(request),
};

/** A whole URL of what may be a path; UnsupportedProtocol when it is none. */
function located(text: string, base: string | undefined): Url {
  const url = parseUrl(text);
  if (url !== undefined && url.scheme !== 'http' && url.scheme !== 'https')
    throw new UnsupportedProtocol(`Request URL has an unsupported protocol '${url.scheme}://'.`);
  const whole = url ?? (base === undefined ? undefined : parseUrl(`${base.replace(/\/$/, '')}/${text.replace(/^\/+/, '')}`));
  if (whole === undefined || whole.host === '')
    throw new UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.");
  return whole;
}

/** Sends a request, and blocks everything until it is answered. */
export function request(method: string, url: string, options: RequestOptions = {}): Response {
  refuseUnknownKeywords('request', options, OPTIONS);
  const course = new Course(method, withParams(located(url, undefined), options.params), options);
  for (;;) {
    const { seconds, outcome } = course.next();
    service().connections += 1;
    block(seconds);
    if (!(outcome instanceof Response)) throw outcome;
    if (!course.goesOn(outcome)) return outcome;
  }
}

/** GET; blocks. Only an `AsyncClient` awaits. */
export function get(url: string, options?: RequestOptions): Response {
  return request('GET', url, options);
}

/** HEAD; blocks. */
export function head(url: string, options?: RequestOptions): Response {
  return request('HEAD', url, options);
}

/** POST; blocks. */
export function post(url: string, options?: RequestOptions): Response {
  return request('POST', url, options);
}

/** PUT; blocks. */
export function put(url: string, options?: RequestOptions): Response {
  return request('PUT', url, options);
}

/** PATCH; blocks. */
export function patch(url: string, options?: RequestOptions): Response {
  return request('PATCH', url, options);
}

/** DELETE; blocks. Write `httpx.delete(url)`: a name of its own is not possible. */
function deleteRequest(url: string, options?: RequestOptions): Response {
  return request('DELETE', url, options);
}
export { deleteRequest as delete };
