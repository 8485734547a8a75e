/** What a request carries, and what an answer does, as bytes. */
import { asyncio, repr, typeName } from '../../runtime/index.ts';
import type { Answer } from './service.ts';
import { formEncoded, type Params } from './url.ts';
import { encode } from './utf8.ts';

/** A request's `data`: a form, a text, or bytes. */
export type Data = Params | string | Uint8Array;

export interface Body {
  readonly bytes: Uint8Array;
  /** Undefined when nothing is sent. */
  readonly type?: string;
}

/** The body that a request sends. */
export function bodyOf({ data, json }: { readonly data?: Data | null | undefined; readonly json?: unknown }): Body {
  if (data instanceof Uint8Array) return { bytes: data.slice() };
  if (typeof data === 'string') return { bytes: encode(data) };
  if (data !== undefined && data !== null) return { bytes: encode(formEncoded(data)), type: 'application/x-www-form-urlencoded' };
  if (json === undefined) return { bytes: new Uint8Array() };
  return { bytes: encode(jsonText(json)), type: 'application/json' };
}

function jsonText(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`Object of type ${typeName(value)} is not JSON serializable`);
  return text;
}

/** The bytes of an answer, and its headers. */
export function contentOf(answer: Answer): { readonly bytes: Uint8Array; readonly headers: [string, string][] } {
  const isJson = 'json' in answer;
  const body = isJson ? `${JSON.stringify(answer.json, undefined, 2)}\n` : (answer.body ?? '');
  const bytes = typeof body === 'string' ? encode(body) : body.slice();
  const given = Object.entries(answer.headers ?? {});
  const typed = given.some(([name]) => name.toLowerCase() === 'content-type');
  const type: [string, string][] = typed ? [] : [['Content-Type', isJson ? 'application/json' : 'text/plain; charset=utf-8']];
  return { bytes, headers: [...type, ['Content-Length', String(bytes.length)], ...given] };
}

/** A JSON text's value. @param fail makes the error for a text that is none, from Python's words */
export function parseJson(text: string, fail: (message: string) => Error): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Where exactly it stops being JSON differs between engines' words; Python's say the place of the first wrong value.
    const at = text.length - text.trimStart().length;
    const line = text.slice(0, at).split('\n');
    throw fail(`Expecting value: line ${line.length} column ${(line.at(-1) ?? '').length + 1} (char ${at})`);
  }
}

/** Raises a ValueError for what is no number of seconds. */
export function checkSeconds(what: string, value: unknown): void {
  if (typeof value !== 'number' || !(value >= 0)) throw new asyncio.ValueError(`${what}: seconds, not ${repr(value)}`);
}
