/** The parts of a URL, as far as HTTP clients need them. */

export interface Url {
  /** 'http' or 'https', or what else stood there. */
  readonly scheme: string;
  readonly host: string;
  /** The default one of the scheme when none stood there. */
  readonly port: number;
  readonly path: string;
  /** What comes after '?', without it. */
  readonly query: string;
  /** The whole, as it is shown. */
  readonly text: string;
}

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Undefined when there is no scheme. A missing host is ''. */
export function parseUrl(text: string): Url | undefined {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#:]*)(?::(\d+))?([^?#]*)(?:\?([^#]*))?/i.exec(text);
  if (parts === null) return undefined;
  const [, given = '', host = '', port, path = '', query = ''] = parts;
  const scheme = given.toLowerCase();
  return makeUrl({ scheme, host: host.toLowerCase(), port: port === undefined ? PORTS[scheme] : Number(port), path, query });
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly path: string;
  readonly query: string;
}

function makeUrl({ scheme, host, port, path, query }: Parts): Url {
  const shownPort = port === undefined || port === PORTS[scheme] ? '' : `:${port}`;
  const shownPath = path === '' ? '/' : path;
  const text = `${scheme}://${host}${shownPort}${shownPath}${query === '' ? '' : `?${query}`}`;
  return { scheme, host, port: port ?? 0, path: shownPath, query, text };
}

/** What may be given as `params`. */
export type Params = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>>;

/** A URL with `params` added to its query. None is left out, a list gives its name once an item. */
export function withParams(url: Url, params: Params | null | undefined): Url {
  const added = formEncoded(params ?? {});
  if (added === '') return url;
  return makeUrl({ ...url, query: url.query === '' ? added : `${url.query}&${added}` });
}

/** `a=1&b=x+y` */
export function formEncoded(params: Params): string {
  return Object.entries(params)
    .flatMap(([key, value]) => (Array.isArray(value) ? (value as unknown[]).map((item) => [key, item]) : [[key, value]]))
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${quote(key)}=${quote(pythonText(value))}`)
    .join('&');
}

/** The pairs of a query or of a form, in order. */
export function formDecoded(text: string): [name: string, value: string][] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split('=');
      return [unquote(name), unquote(rest.join('='))];
    });
}

/** `target` as seen from `base`: a whole URL, a path from the root, or one beside it. */
export function joined(base: Url, target: string): Url | undefined {
  const whole = parseUrl(target);
  if (whole !== undefined) return whole;
  const folder = target.startsWith('/') ? '' : base.path.slice(0, base.path.lastIndexOf('/') + 1);
  const [path = '', query = ''] = target.split('?', 2);
  return makeUrl({ ...base, path: folder + path, query });
}

function pythonText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

function quote(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed()).replaceAll('%20', '+');
}

function unquote(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
