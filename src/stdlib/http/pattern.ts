/** Patterns of paths: `/users/{id}`, on every host, or `http://api.test/users/{id}` on one. */
import { parseUrl, type Url } from './url.ts';

/** What stood in the places in braces. */
export type Matched = Readonly<Record<string, string>>;

export function isPattern(pattern: string): boolean {
  return pattern.startsWith('/') || parseUrl(pattern) !== undefined;
}

/** The parts of a URL's path in the places in braces; undefined when it does not match. A last `{name...}` takes the rest. */
export function matches(pattern: string, url: Url): Matched | undefined {
  const whole = parseUrl(pattern);
  if (whole !== undefined && (whole.host !== url.host || whole.port !== url.port)) return undefined;
  const wanted = (whole?.path ?? pattern).split('/');
  const given = url.path.split('/');
  const parts: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const name = /^\{(\w+)(\.\.\.)?\}$/.exec(want);
    const piece = given[i];
    if (piece === undefined || (name === null && piece !== want)) return undefined;
    if (name?.[1] === undefined) continue;
    const rest = name[2] !== undefined;
    parts[name[1]] = rest ? given.slice(i).join('/') : piece;
    if (rest) return parts;
  }
  return given.length === wanted.length ? parts : undefined;
}
