/** What a client sends: the options that requests and httpx have in common, and the request that they make of them. */
import { bodyOf, type Data } from './body.ts';
import type { HeaderFields } from './headers.ts';
import type { ServiceRequest } from './service.ts';
import type { Params, Url } from './url.ts';

/** What a request takes in both libraries. */
export interface SendOptions {
  /** Added to the URL's query. */
  readonly params?: Params | null;
  /** What is sent: an object as a form, a text or bytes as they are. */
  readonly data?: Data | null;
  /** What is sent as JSON. */
  readonly json?: unknown;
  readonly headers?: HeaderFields | null;
}

/** The request with the headers that a client adds by itself; `agent` is how it calls itself. Headers of the program's own go before them. */
export function requestOf(agent: string, method: string, url: Url, options: SendOptions): ServiceRequest {
  const { bytes: body, type } = bodyOf(options);
  const headers = new Map([
    ['Accept', '*/*'],
    ['Accept-Encoding', 'gzip, deflate'],
    ['Host', url.host],
    ['User-Agent', agent],
    ...(type === undefined ? [] : [['Content-Type', type] as const]),
    ...(body.length > 0 ? [['Content-Length', String(body.length)] as const] : []),
    ...Object.entries(options.headers ?? {}),
  ]);
  return { method, url, headers: [...headers], body };
}
