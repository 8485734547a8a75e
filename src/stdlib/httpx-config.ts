/** `Timeout` and `Limits` of `httpx`. Seconds; undefined is no limit. */
import { asyncio, refuseUnknownKeywords, repr, reprMethod, typeTag } from '../runtime/index.ts';

type Seconds = number | null;

export interface TimeoutOptions {
  readonly connect?: Seconds;
  readonly read?: Seconds;
  readonly write?: Seconds;
  readonly pool?: Seconds;
}

/** `new Timeout(5)`, `new Timeout(5, { pool: 1 })`, `new Timeout(null)`: to connect, to be answered, to send, to get one of the client's connections. */
export class Timeout {
  readonly connect: number | undefined;
  readonly read: number | undefined;
  readonly write: number | undefined;
  readonly pool: number | undefined;

  constructor(timeout?: Seconds, options: TimeoutOptions = {}) {
    refuseUnknownKeywords('Timeout.__init__', options, ['connect', 'read', 'write', 'pool']);
    const { connect, read, write, pool } = options;
    if (timeout === undefined && [connect, read, write, pool].includes(undefined))
      throw new asyncio.ValueError('httpx.Timeout must either include a default, or set all four parameters explicitly.');
    const or = (own: Seconds | undefined): number | undefined => (own === undefined ? timeout : own) ?? undefined;
    [this.connect, this.read, this.write, this.pool] = [or(connect), or(read), or(write), or(pool)];
  }

  [typeTag](): string {
    return 'Timeout';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const { connect, read, write, pool } = this;
    if (new Set([connect, read, write, pool]).size === 1) return `Timeout(timeout=${repr(connect)})`;
    return `Timeout(connect=${repr(connect)}, read=${repr(read)}, write=${repr(write)}, pool=${repr(pool)})`;
  }
}

/** What may be given as a timeout; null is none. */
export type TimeoutTypes = number | Timeout | null;

const DEFAULT_TIMEOUT = 5;

export function timeoutFrom(given: TimeoutTypes | undefined, fallback?: Timeout): Timeout {
  if (given instanceof Timeout) return given;
  if (given === undefined) return fallback ?? new Timeout(DEFAULT_TIMEOUT);
  if (given !== null && typeof given !== 'number')
    throw new TypeError(`a timeout is a number of seconds or a Timeout, not ${repr(given)}`);
  return new Timeout(given);
}

export interface LimitsOptions {
  /** Connections at the same time. */
  readonly maxConnections?: number | null;
  /** Connections that are kept for the next request. */
  readonly maxKeepaliveConnections?: number | null;
}

/** `new Limits({ maxConnections: 10 })`; what is left out has no limit. */
export class Limits {
  readonly maxConnections: number | undefined;
  readonly maxKeepaliveConnections: number | undefined;

  constructor(options: LimitsOptions = {}) {
    refuseUnknownKeywords('Limits.__init__', options, ['maxConnections', 'maxKeepaliveConnections']);
    this.maxConnections = options.maxConnections ?? undefined;
    this.maxKeepaliveConnections = options.maxKeepaliveConnections ?? undefined;
  }

  [typeTag](): string {
    return 'Limits';
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const { maxConnections, maxKeepaliveConnections } = this;
    return `Limits(max_connections=${repr(maxConnections)}, max_keepalive_connections=${repr(maxKeepaliveConnections)}, keepalive_expiry=5.0)`;
  }
}

/** The library's own limits, for a client that is given none. */
export const DEFAULT_LIMITS: LimitsOptions = { maxConnections: 100, maxKeepaliveConnections: 20 };
