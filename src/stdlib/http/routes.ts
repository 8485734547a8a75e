/** The routes that every host has, after those of the public httpbin service: they show what was asked, or behave as the path says. */
import type { Random } from '../generator.ts';
import type { Answer, Answering, ServiceRequest } from './service.ts';
import { reasonOf } from './status.ts';
import { formDecoded } from './url.ts';
import { decode } from './utf8.ts';

/** Seconds that `/delay/…` takes at most. */
const LONGEST_DELAY = 10;
/** Bytes that `/bytes/…` gives at most. */
const MOST_BYTES = 100 * 1024;

const json = (value: unknown): Answer => ({ json: value });
const html = (body: string): Answer => ({ headers: { 'Content-Type': 'text/html; charset=utf-8' }, body });

/** Pairs as an object; a name that comes twice has a list. */
function grouped(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) {
    const known = out[name];
    out[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
  }
  return out;
}

function headersOf(request: ServiceRequest): Record<string, string> {
  return Object.fromEntries([...request.headers].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asked(request: ServiceRequest): Record<string, unknown> {
  const args = grouped(formDecoded(request.url.query));
  return { args, headers: headersOf(request), origin: '203.0.113.7', url: request.url.text };
}

function askedWithBody(request: ServiceRequest): Record<string, unknown> {
  const text = decode(request.body);
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  const { args, headers, origin, url } = asked(request);
  const form = isForm ? grouped(formDecoded(text)) : {};
  return { args, data: isForm ? '' : text, files: {}, form, headers, json: isForm ? null : parsed(text), origin, url };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A route for some methods only. */
function only(methods: readonly string[], answering: Answering): Answering {
  return (request, parts, chance) =>
    methods.includes(request.method) || (request.method === 'HEAD' && methods.includes('GET'))
      ? answering(request, parts, chance)
      : { status: 405, headers: { Allow: methods.join(', ') }, body: reasonOf(405) };
}

const get = (answering: Answering): Answering => only(['GET'], answering);
const any: Answering = (request) => json({ ...askedWithBody(request), method: request.method });

function uuid(chance: Random): string {
  const digits = Array.from({ length: 32 }, () => chance.randint(0, 15).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'.charAt(chance.randint(0, 3));
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function status(codes: string, chance: Random): Answer {
  const known = codes.split(',').map(Number);
  const code = known.length > 1 ? chance.choice(known) : (known[0] ?? NaN);
  if (!Number.isInteger(code) || code < 100 || code > 599) return { status: 400, body: 'Invalid status code' };
  return { status: code, ...(code >= 300 && code < 309 ? { headers: { Location: '/redirect/1' } } : {}) };
}

function bytes(count: string, request: ServiceRequest, chance: Random): Answer {
  const length = Math.min(Number(count), MOST_BYTES);
  if (!Number.isInteger(length) || length < 0) return { status: 404, body: reasonOf(404) };
  const seed = formDecoded(request.url.query).find(([name]) => name === 'seed')?.[1];
  if (seed !== undefined) chance = new (chance.constructor as typeof Random)(Number(seed));
  const body = Uint8Array.from({ length }, () => chance.randint(0, 255));
  return { headers: { 'Content-Type': 'application/octet-stream' }, body };
}

const SLIDES = {
  slideshow: {
    author: 'Loopwise',
    slides: [
      { title: 'Wake up to wonder', type: 'all' },
      { items: ['one loop', 'many tasks'], title: 'Overview', type: 'all' },
    ],
    title: 'Sample Slide Show',
  },
};

/** By pattern; those that say no `seconds` take a time that is drawn. */
export const httpbin: Readonly<Record<string, Answering>> = {
  '/': get(() => html('<!doctype html>\n<title>Loopwise</title>\n<h1>A service to practise on</h1>\n')),
  '/get': get((request) => json(asked(request))),
  '/post': only(['POST'], (request) => json(askedWithBody(request))),
  '/put': only(['PUT'], (request) => json(askedWithBody(request))),
  '/patch': only(['PATCH'], (request) => json(askedWithBody(request))),
  '/delete': only(['DELETE'], (request) => json(askedWithBody(request))),
  '/anything': any,
  '/anything/{rest...}': any,
  '/headers': get((request) => json({ headers: headersOf(request) })),
  '/ip': get((request) => json({ origin: asked(request)['origin'] })),
  '/user-agent': get((request) => json({ 'user-agent': headersOf(request)['User-Agent'] ?? null })),
  '/uuid': get((_request, _parts, chance) => json({ uuid: uuid(chance) })),
  '/json': get(() => json(SLIDES)),
  '/html': get(() => html('<!doctype html>\n<title>A page</title>\n<h1>A page</h1>\n<p>With some text.</p>\n')),
  '/bytes/{count}': get((request, { count = '' }, chance) => bytes(count, request, chance)),
  '/status/{codes}': (_request, { codes = '' }, chance) => status(codes, chance),
  '/delay/{seconds}': (request, { seconds = '' }) => {
    const delay = Number(seconds);
    if (!(delay >= 0)) return { status: 404, body: reasonOf(404) };
    return { json: askedWithBody(request), seconds: Math.min(delay, LONGEST_DELAY) };
  },
  '/redirect/{times}': get((_request, { times = '' }) => {
    const left = Number(times) - 1;
    return { status: 302, headers: { Location: left > 0 ? `/redirect/${left}` : '/get' } };
  }),
};
