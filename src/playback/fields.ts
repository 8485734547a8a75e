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

/** The handle that an event takes from the ready queue, where it takes one. */
export function takenBy(event: TraceEvent): string | undefined {
  const { ev } = event;
  return ev === 'handle.run' || ev === 'timer.fire' || ev === 'task.start' || ev === 'task.resume'
    ? textOf(event, 'handle')
    : undefined;
}

/** Virtual seconds free of the noise of binary fractions, as in the record. */
export function rounded(seconds: number): number {
  return Math.abs(seconds) < 1e6 ? Math.round(seconds * 1e9) / 1e9 : seconds;
}
