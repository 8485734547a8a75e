/**
 * The spans of one lane, written from the first step to the last, and read by step.
 *
 * Keeps true: spans are in order and without gaps; a lane that blocks does so from the end of the step before, because the step itself is the time that
 * passes.
 */
import type { SourcePosition } from '../record/index.ts';
import type { LaneState, Span, Waits } from './playback.ts';

type SpanDraft = { -readonly [K in keyof Span]: Span[K] };

/** How a lane is from some step on. */
export interface Condition {
  readonly state: LaneState;
  readonly waits?: Waits | undefined;
  readonly position?: SourcePosition | undefined;
}

export class Spans {
  readonly #spans: SpanDraft[] = [];
  #cancelling = false;

  get state(): LaneState | undefined {
    return this.#spans.at(-1)?.state;
  }

  /** The lane is so by the end of `step`. */
  set(step: number, { state, waits, position }: Condition): void {
    const last = this.#spans.at(-1);
    const from = last === undefined ? step : Math.max(step, last.from);
    const span: SpanDraft = { from, to: from, state, cancelling: this.#cancelling };
    if (waits !== undefined) span.waits = waits;
    const place = position ?? last?.position;
    if (place !== undefined && !isOver(state)) span.position = place;
    if (last !== undefined) last.to = from;
    if (last?.from === from && last.state !== 'blocking') this.#spans.pop(); // by the end of the step it is so no more
    this.#spans.push(span);
  }

  /** The lane was there before anything was told of it: so it was, up to `step`. */
  meet(step: number, state: LaneState): void {
    if (this.#spans.length === 0 && step > 0) this.set(0, { state });
  }

  end(step: number, state: LaneState): void {
    this.#cancelling = false;
    this.set(step, { state });
  }

  /** The lane blocked in `step`, up to the end of `until`. */
  block(step: number, until: number, position: SourcePosition | undefined): void {
    const last = this.#spans.at(-1);
    const from = Math.max(step - 1, last?.from ?? 0);
    if (last !== undefined) last.to = from;
    const place = position ?? last?.position;
    const span = { cancelling: this.#cancelling, ...(place === undefined ? {} : { position: place }) };
    this.#spans.push({ ...span, from, to: until, state: 'blocking' }, { ...span, from: until, to: until, state: 'running' });
  }

  /** A cancellation is asked for, or taken back. */
  cancelling(step: number, is: boolean): void {
    if (this.#cancelling === is) return;
    this.#cancelling = is;
    const last = this.#spans.at(-1);
    if (last !== undefined) this.set(step, last);
  }

  /** @returns the spans, the last of them up to `step`; a lane of which nothing was told waits all the time */
  finish(step: number): readonly Span[] {
    this.meet(step, 'waiting');
    const last = this.#spans.at(-1);
    if (last !== undefined) last.to = Math.max(step, last.from);
    return this.#spans;
  }
}

function isOver(state: LaneState): boolean {
  return state === 'finished' || state === 'failed' || state === 'cancelled';
}

/** The span that tells how a lane is by the end of a step, as `Playback.spanOf` says. */
export function spanAt(spans: readonly Span[], step: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  let place = low - 1;
  while (place >= 0 && !isReached(spans, place, step)) place -= 1;
  return spans[place];
}

/** A step that blocks is shown blocking, and the step before it is not. */
function isReached(spans: readonly Span[], place: number, step: number): boolean {
  return spans[place]?.from !== step || (spans[place].state !== 'blocking' && spans[place - 1]?.state !== 'blocking');
}
