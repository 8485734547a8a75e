/**
 * The connections of a client: no more than `maxConnections` at a time; who finds none free waits for its turn.
 *
 * Keeps true: turns come in the order in which they were asked for; whoever is cancelled or gives up holds no place.
 */
import { asyncio } from '../runtime/index.ts';
import { service } from './http/service.ts';
import type { Limits } from './httpx-config.ts';
import { PoolTimeout } from './httpx-errors.ts';
import type { Request } from './httpx-response.ts';

interface Waiter {
  readonly turn: asyncio.Future<undefined>;
  readonly origin: string;
}

export class Pool {
  readonly #most: number;
  readonly #mostIdle: number;
  #busy = 0;
  /** Where the connections lead that are kept for the next request; the one that has waited longest first. */
  #idle: string[] = [];
  #waiters: Waiter[] = [];

  constructor({ maxConnections, maxKeepaliveConnections }: Limits) {
    this.#most = maxConnections ?? Infinity;
    this.#mostIdle = Math.min(this.#most, maxKeepaliveConnections ?? Infinity);
  }

  /** Waits for a connection to `origin`; PoolTimeout after `limit` seconds. Each one is given back by `release`. */
  *acquire(origin: string, limit: number | undefined, request: Request): Generator<unknown, void> {
    if (this.#busy < this.#most) {
      this.#take(origin);
      return;
    }
    const loop = asyncio.getRunningLoop();
    const waiter: Waiter = { turn: loop.createFuture<undefined>(), origin };
    const giveUp = (): void => {
      if (!waiter.turn.done()) waiter.turn.setException(new PoolTimeout('', { request }));
    };
    const timer = limit === undefined ? undefined : loop.callLater(limit, giveUp);
    this.#waiters.push(waiter);
    try {
      yield waiter.turn;
    } catch (error) {
      // Cancelled in the very moment in which the turn came: the place goes to the next one.
      if (this.#waiters.includes(waiter)) this.#waiters = this.#waiters.filter((other) => other !== waiter);
      else this.release(origin);
      throw error;
    } finally {
      timer?.cancel();
    }
  }

  release(origin: string): void {
    this.#busy -= 1;
    if (this.#idle.length < this.#mostIdle) this.#idle.push(origin);
    // Who has given up, and does not know it yet, has lost its turn.
    const next = this.#waiters.find(({ turn }) => !turn.done());
    if (next === undefined) return;
    this.#waiters = this.#waiters.filter((other) => other !== next);
    this.#take(next.origin);
    next.turn.setResult(undefined);
  }

  #take(origin: string): void {
    this.#busy += 1;
    const kept = this.#idle.indexOf(origin);
    if (kept !== -1) this.#idle.splice(kept, 1);
    else {
      service().connections += 1;
      // One that leads elsewhere makes room.
      if (this.#busy + this.#idle.length > this.#most) this.#idle.shift();
    }
  }
}
