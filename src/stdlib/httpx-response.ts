/** `Request` and `Response` of `httpx`. */
import { repr, reprMethod, typeTag } from '../runtime/index.ts';
import { contentOf, parseJson } from './http/body.ts';
import { Headers } from './http/headers.ts';
import type { Answer } from './http/service.ts';
import { isRedirect, reasonOf } from './http/status.ts';
import { decode } from './http/utf8.ts';
import { HTTPStatusError } from './httpx-errors.ts';
import { JSONDecodeError } from './requests-errors.ts';

/** What was asked. */
export class Request {
  readonly method: string;
  readonly url: string;

  /** @internal */
  constructor(method: string, url: string) {
    this.method = method;
    this.url = url;
  }

  [typeTag](): string {
    return 'Request';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    return `<Request('${this.method}', '${this.url}')>`;
  }
}

const KINDS = ['', 'Informational response', '', 'Redirect response', 'Client error', 'Server error'];

/** An answer. */
export class Response {
  readonly statusCode: number;
  /** 'OK', 'NOT FOUND' … */
  readonly reasonPhrase: string;
  readonly url: string;
  readonly request: Request;
  readonly headers: Headers;
  /** The body's bytes. */
  readonly content: Uint8Array;
  /** Seconds from sending to the answer. */
  readonly elapsed: number;
  /** The answers that redirected here, the first one first. */
  readonly history: readonly Response[];

  /** @internal */
  constructor(answer: Answer, request: Request, elapsed: number, history: readonly Response[]) {
    const { bytes, headers } = contentOf(answer);
    this.statusCode = answer.status ?? 200;
    this.reasonPhrase = reasonOf(this.statusCode);
    this.url = request.url;
    this.request = request;
    this.headers = new Headers(
      headers.map(([name, value]) => [name.toLowerCase(), value] as const),
      'Headers',
    );
    this.content = request.method === 'HEAD' ? new Uint8Array() : bytes;
    this.elapsed = elapsed;
    this.history = history;
  }

  get isSuccess(): boolean {
    return Math.floor(this.statusCode / 100) === 2;
  }

  get isError(): boolean {
    return this.statusCode >= 400;
  }

  /** True for a redirect that says where to. */
  get hasRedirectLocation(): boolean {
    return isRedirect(this.statusCode) && this.headers.has('location');
  }

  /** The body as text. */
  get text(): string {
    return decode(this.content);
  }

  /** The value that the body is the JSON of; JSONDecodeError when it is of none. */
  json(): unknown {
    return parseJson(this.text, (message) => new JSONDecodeError(message));
  }

  /** Raises HTTPStatusError for all but a success. @returns the response itself */
  raiseForStatus(): this {
    if (this.isSuccess) return this;
    const kind = KINDS[Math.floor(this.statusCode / 100)] ?? 'Invalid status code';
    const lines = [`${kind} '${this.statusCode} ${this.reasonPhrase}' for url '${this.url}'`];
    if (this.hasRedirectLocation) lines.push(`Redirect location: '${this.headers.get('location', '')}'`);
    lines.push(`For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/${this.statusCode}`);
    throw new HTTPStatusError(lines.join('\n'), { request: this.request, response: this });
  }

  [typeTag](): string {
    return 'Response';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    return `<Response [${this.statusCode} ${this.reasonPhrase}]>`;
  }
}
