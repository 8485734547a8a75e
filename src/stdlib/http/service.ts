/**
 * The simulated HTTP service: what it answers, when, and what goes wrong.
 *
 * The model:
 * - Every host of the outside answers with the same routes, those of the public httpbin service (`routes.ts`) and those that were added. Names that end in
 *   `.invalid` are not found, and on this machine itself (`localhost`, `127.0.0.1`) nobody serves HTTP.
 * - A route may say how long it takes: `/delay/2` takes 2 s and nothing more, so that programs end at round moments. All others take a time that is drawn
 *   for each request, in whole milliseconds, from a generator that begins with the world's seed: answers come in an order that a program must not rely on,
 *   and the same one in every run. Connecting takes no time.
 * - What goes wrong is ordered by `fault`, for a path, and for as many requests as one likes.
 *
 * Keeps true: what becomes of a request is settled when it is sent, and depends on the requests before it alone; every world has a service of its own.
 */
import { asyncio, now, perWorld, seed } from '../../runtime/index.ts';
import { Random } from '../generator.ts';
import { httpbin } from './routes.ts';
import type { HeaderFields } from './headers.ts';
import { isPattern, matches, type Matched } from './pattern.ts';
import type { Url } from './url.ts';

export interface ServiceRequest {
  readonly method: string;
  readonly url: Url;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** What a route answers. */
export interface Answer {
  /** 200 when left out. */
  readonly status?: number;
  readonly headers?: HeaderFields;
  /** A text or bytes; with `json` its place is taken by the value's text. */
  readonly body?: string | Uint8Array;
  readonly json?: unknown;
  /** Seconds from the request to the answer; drawn when left out. */
  readonly seconds?: number;
}

/** The request, and what stood in the places of the path that are in braces. */
export type Answering = (request: ServiceRequest, parts: Readonly<Record<string, string>>, chance: Random) => Answer;

/**
 * What can go wrong: nobody listens; the name is unknown; no connection comes about, which the system gives up after `GIVE_UP` seconds; there is no answer,
 * and the server closes the connection after `PATIENCE` seconds; the connection is reset, or closed, in place of an answer.
 */
export type Fault = 'refused' | 'unknown host' | 'unreachable' | 'silent' | 'reset' | 'closed';
export const FAULTS: readonly Fault[] = ['refused', 'unknown host', 'unreachable', 'silent', 'reset', 'closed'];

/** Seconds after which Linux gives up to connect. */
const GIVE_UP = 127;
/** Seconds after which a silent server closes the connection. */
const PATIENCE = 3600;

/** How a request goes. Exactly one of `answer` and `fault` is there. */
export interface Exchange {
  /** Seconds after which it is answered, or the fault shows. */
  readonly seconds: number;
  readonly answer?: Answer;
  readonly fault?: Fault;
}

/** A request as the service saw it. */
export interface Call {
  readonly method: string;
  readonly url: string;
  /** The moment it was sent, in virtual seconds. */
  readonly at: number;
  /** The status that was answered, or what went wrong. */
  readonly outcome: number | Fault;
  /** Seconds that it takes. */
  readonly seconds: number;
}

interface Route {
  readonly pattern: string;
  readonly answering: Answering;
}

interface Trouble {
  readonly pattern: string;
  readonly kind: Fault | number;
  left: number;
}

/** Seconds that a route takes which does not say so itself: at least, at most. */
const LATENCY: readonly [number, number] = [0.05, 0.25];

export class Service {
  readonly #routes: Route[] = Object.entries(httpbin).map(([pattern, answering]) => ({ pattern, answering }));
  readonly #troubles: Trouble[] = [];
  readonly #chance = new Random(seed());
  readonly calls: Call[] = [];
  /** Connections that clients opened, those of single requests included. */
  connections = 0;
  /** Clients that were made, and those that are closed. */
  readonly clients = { opened: 0, closed: 0 };
  #latency = LATENCY;
  #sealed = false;

  addRoute(pattern: string, answering: Answering): void {
    this.#change(pattern);
    this.#routes.unshift({ pattern, answering });
  }

  addTrouble(pattern: string, kind: Fault | number, times: number): void {
    this.#change(pattern);
    this.#troubles.unshift({ pattern, kind, left: times });
  }

  setLatency(least: number, most: number): void {
    this.#change();
    this.#latency = [least, most];
  }

  seal(): void {
    this.#sealed = true;
  }

  /** Sends a request, now: says how it will go. */
  exchange(request: ServiceRequest): Exchange {
    const exchange = this.#settle(request);
    const outcome = exchange.fault ?? exchange.answer?.status ?? 200;
    this.calls.push({ method: request.method, url: request.url.text, at: now(), outcome, seconds: exchange.seconds });
    return exchange;
  }

  #settle(request: ServiceRequest): Exchange {
    const { url } = request;
    const trouble = this.#troubles.find(({ pattern, left }) => left > 0 && matches(pattern, url) !== undefined);
    if (trouble !== undefined) trouble.left -= 1;
    const kind = trouble?.kind ?? faultOfHost(url.host);
    if (kind === 'refused' || kind === 'unknown host') return { seconds: 0, fault: kind };
    if (kind === 'unreachable' || kind === 'silent') return { seconds: kind === 'silent' ? PATIENCE : GIVE_UP, fault: kind };
    const answer = this.#answer(request);
    const seconds = answer.seconds ?? this.#draw();
    if (typeof kind === 'string') return { seconds, fault: kind };
    return { seconds, answer: kind === undefined ? answer : { status: kind } };
  }

  #answer(request: ServiceRequest): Answer {
    for (const { pattern, answering } of this.#routes) {
      const parts: Matched | undefined = matches(pattern, request.url);
      if (parts !== undefined) return answering(request, parts, this.#chance);
    }
    return {
      status: 404,
      headers: { 'Content-Type': 'text/html' },
      body: '<!doctype html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n',
    };
  }

  #draw(): number {
    const [least, most] = this.#latency;
    return least === most ? least : this.#chance.randint(Math.ceil(least * 1000), Math.floor(most * 1000)) / 1000;
  }

  #change(pattern?: string): void {
    if (this.#sealed) throw new asyncio.RuntimeError('the network is sealed: it stays as it was set up');
    if (pattern !== undefined && !isPattern(pattern))
      throw new asyncio.ValueError(`a path begins with '/', or with 'http://' and a host; got '${pattern}'`);
  }
}

function faultOfHost(host: string): Fault | undefined {
  if (host.endsWith('.invalid')) return 'unknown host';
  return host === 'localhost' || host.startsWith('127.') ? 'refused' : undefined;
}

/** The service of this world. */
export const service: () => Service = perWorld(() => new Service());
