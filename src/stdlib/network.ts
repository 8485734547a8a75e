/**
 * The module `network`: sets up the simulated HTTP service, for a program, an exercise or its hidden tests. It stands for nothing of Python's.
 *
 * What is set up holds for the present run: a hidden test sets it up where its run begins, `run(() => { network.fault('/flaky', 503, { times: 2 });
 * return program.main(); })`, and may `seal` it, so that the program cannot change it any more.
 */
import { asyncio, refuseUnknownKeywords, repr } from '../runtime/index.ts';
import { checkSeconds } from './http/body.ts';
import { FAULTS, service, type Answer, type Call, type Fault } from './http/service.ts';
import { decode } from './http/utf8.ts';

export type { Answer, Call, Fault };

/** A request, as a route's function gets it. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  /** What stood in the places of the path that are in braces. */
  readonly parts: Readonly<Record<string, string>>;
  /** What was sent, as text. */
  readonly body: string;
}

/**
 * Adds a route, before all others. `/users/{id}` is there on every host, `http://api.test/users/{id}` on one.
 * @param answer what it answers: `{ json: { name: 'x' }, seconds: 1 }`, or a function that gives it
 */
export function route(path: string, answer: Answer | ((asked: Asked) => Answer)): void {
  service().addRoute(path, (request, parts) => {
    const { method, url, body } = request;
    const given = typeof answer === 'function' ? answer({ method, url: url.text, parts, body: decode(body) }) : answer;
    refuseUnknownKeywords('route', given, ['status', 'headers', 'body', 'json', 'seconds']);
    if (given.seconds !== undefined) checkSeconds('seconds', given.seconds);
    return given;
  });
}

/**
 * Orders that requests to a path go wrong: by a status (503), or by 'refused', 'unknown host', 'unreachable', 'silent', 'reset' or 'closed'.
 * @param options `times`: how many requests; all when left out
 * @example fault('/flaky', 503, { times: 2 });
 */
export function fault(path: string, kind: Fault | number, options: { readonly times?: number } = {}): void {
  refuseUnknownKeywords('fault', options, ['times']);
  if (typeof kind === 'string' && !FAULTS.includes(kind))
    throw new asyncio.ValueError(
      `a fault is a status or one of ${FAULTS.map((each) => repr(each)).join(', ')}; got ${repr(kind)}`,
    );
  service().addTrouble(path, kind, options.times ?? Infinity);
}

/** Says how many seconds a route takes that does not say so itself: exactly, or drawn between the two. 0.05 to 0.25 when nothing is said. */
export function latency(least: number, most: number = least): void {
  checkSeconds('latency', least);
  checkSeconds('latency', most);
  if (most < least) throw new asyncio.ValueError(`latency: ${least} is more than ${most}`);
  service().setLatency(least, most);
}

/** The requests of this run so far, in the order in which they were sent. */
export function calls(): Call[] {
  return service().calls.map((call) => ({ ...call }));
}

/** What this run's clients did so far: `AsyncClient`s made and closed, and connections opened. */
export function clients(): { opened: number; closed: number; connections: number } {
  const { clients: count, connections } = service();
  return { ...count, connections };
}

/** From now on the service stays as it is: `route`, `fault` and `latency` raise. */
export function seal(): void {
  service().seal();
}
