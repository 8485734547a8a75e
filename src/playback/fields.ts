/** Reads the fields of a record's events, which may have come from anywhere: what is not of the type that is asked for is not there. */
import type { SourcePosition, TraceEvent } from '../record/index.ts';

export function textOf(event: TraceEvent, field: string): string | undefined {
  const value = event[field];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(event: TraceEvent, field: string): number | undefined {
  const value = event[field];
  return typeof value === 'number' ? value : undefined;
}

/** The place that an event tells. */
export function placeOf(event: TraceEvent): SourcePosition | undefined {
  const value = event['position'];
  if (typeof value !== 'object' || value === null) return undefined;
  const { line, column } = value as Partial<SourcePosition>;
  return typeof line === 'number' && typeof column === 'number' ? (value as SourcePosition) : undefined;
}

/** How a future or a task ended; `finished` where the event does not say. */
export function endOf(event: TraceEvent): 'finished' | 'failed' | 'cancelled' {
  const state = event['state'];
  return state === 'failed' || state === 'cancelled' ? state : 'finished';
}

/** When a timer is due. A moment that JSON cannot tell is told as null: never. */
export function whenOf(event: TraceEvent): number {
  const when = numberOf(event, 'when');
  return when === undefined || Number.isNaN(when) ? Infinity : when;
}

/** The time of an event; `before` where it tells none. */
export function timeOf(event: TraceEvent, before: number): number {
  return Number.isFinite(event.t) ? event.t : before;
}

/** The handle that an event tells of, and what it calls. */
export function handleOf(event: TraceEvent): { readonly handle: string; readonly callback: string } {
  return { handle: textOf(event, 'handle') ?? '', callback: textOf(event, 'callback') ?? '' };
}

/** The handle that an event takes from the ready queue, where it takes one. */
export function takenBy(event: TraceEvent): string | undefined {
  const { ev } = event;
  return ev === 'handle.run' || ev === 'timer.fire' || ev === 'task.start' || ev === 'task.resume'
    ? textOf(event, 'handle')
    : undefined;
}

/** The future that a callback is called with first, as the one of `sleep` is with the future that it ends. */
export function futureOf(callback: string): string | undefined {
  return /^[^()]*\((F\d+)[,)]/.exec(callback)?.[1];
}
