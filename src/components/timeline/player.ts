/**
 * The one position in one run: which step is looked at, and how it moves by itself. Signals, no DOM; the clock is handed in, so that tests use a virtual one.
 *
 * Keeps true: the position is a step of the run, playing ends with the last step, and whoever else sets the position (a reader who drags, a link) ends the playing.
 */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Playback, StepKind } from '../../playback/index.ts';

/** Real time, as a player needs it. */
export interface PlayerClock {
  /** Milliseconds since whenever. */
  readonly now: () => number;
  /** Calls `then` once, `delay` milliseconds from now; returns what prevents it. */
  readonly after: (delay: number, then: () => void) => () => void;
}

/** The speeds to choose from: virtual seconds in a real second. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 16, 64];

/** Real milliseconds that a step takes at speed 1 when no virtual time passes in it, so that it can be seen. */
export const STEP_TIME = 600;

/** Real milliseconds that a stretch of virtual time takes at most, whatever the speed. */
export const LONGEST_WAIT = 4000;

/** Real milliseconds between two looks at the clock: a frame and a bit. */
const TICK = 20;

/** Real milliseconds by which playing may be late and still catch up: a page that was asleep does not rush. */
const CATCH_UP = 250;

export interface Player {
  /** The step that is looked at, from 0. Setting it is moving by hand. */
  readonly step: Signal<number>;
  readonly playing: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  /** Virtual seconds: those of the step, and while a wait is played those in between. */
  readonly clock: ReadonlySignal<number>;
  /** The last step there is. */
  readonly last: number;
  /** Goes to a step, or to the nearest one; returns where it is then. */
  readonly go: (step: number) => number;
  /** One step, or so many, on or back. */
  readonly by: (steps: number) => void;
  /** The next step about a lane, or the one before it; stays where there is none. */
  readonly toLane: (lane: number, back?: boolean) => void;
  /** The next step of a kind, such as `print` or `turn`, or the one before it; stays where there is none. */
  readonly toKind: (kind: StepKind, back?: boolean) => void;
  /** Plays on from here; from the last step, from the beginning. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: number) => void;
  /** Ends it for good. */
  readonly dispose: () => void;
}

/** A player of a run, at its first step. */
export function createPlayer({ steps, nextOf }: Pick<Playback, 'steps' | 'nextOf'>, time: PlayerClock): Player {
  const last = steps.length - 1;
  const within = (step: number): number => (Number.isFinite(step) ? Math.min(last, Math.max(0, Math.round(step))) : 0);
  const timeOf = (step: number): number => steps[step]?.t ?? 0;
  const step = signal(0);
  const playing = signal(false);
  const speed = signal(1);
  const clock = signal(timeOf(0));
  /** The step that was last set from here. */
  let own = 0;
  /** Real milliseconds at which the present step ends, while playing. */
  let due = 0;
  let cancel = (): void => undefined;

  /** Real milliseconds from a step to the next one. */
  function lasts(from: number): number {
    const passes = timeOf(from + 1) - timeOf(from);
    return passes > 0 ? Math.min(LONGEST_WAIT, (passes * 1000) / speed.peek()) : STEP_TIME / speed.peek();
  }

  function pause(): void {
    cancel();
    playing.value = false;
    clock.value = timeOf(step.peek());
  }

  function set(wanted: number): number {
    own = within(wanted);
    step.value = own;
    clock.value = timeOf(own);
    return own;
  }

  function go(wanted: number): number {
    pause();
    return set(wanted);
  }

  /** Looks at the clock: goes on as far as is due, and comes back when something is to be seen. */
  function tick(): void {
    if (time.now() - due > CATCH_UP) due = time.now() - CATCH_UP;
    let at = step.peek();
    while (at < last && time.now() >= due) {
      at += 1;
      due += lasts(at);
    }
    if (at !== step.peek()) set(at);
    if (at >= last) {
      pause();
      return;
    }
    const passes = timeOf(at + 1) - timeOf(at);
    if (passes > 0) clock.value = timeOf(at) + passes * Math.max(0, 1 - (due - time.now()) / lasts(at));
    cancel = time.after(passes > 0 ? TICK : Math.max(TICK, due - time.now()), tick);
  }

  const stopFollowing = step.subscribe((value) => {
    if (value !== own) go(value);
  });

  return {
    step,
    playing,
    speed,
    clock,
    last,
    go,
    by: (count) => void go(step.peek() + count),
    toLane(lane, back = false) {
      go(nextOf(lane, step.peek(), back) ?? step.peek());
    },
    toKind(kind, back = false) {
      const by = back ? -1 : 1;
      let at = step.peek() + by;
      while (at >= 0 && at <= last && steps[at]?.kind !== kind) at += by;
      go(at < 0 || at > last ? step.peek() : at);
    },
    play() {
      if (playing.peek() || last < 1) return;
      if (step.peek() >= last) set(0);
      playing.value = true;
      due = time.now() + lasts(step.peek());
      tick();
    },
    pause,
    setSpeed(wanted) {
      const left = (due - time.now()) / lasts(step.peek());
      speed.value = wanted;
      if (!playing.peek()) return;
      due = time.now() + left * lasts(step.peek());
      cancel();
      tick();
    },
    dispose() {
      stopFollowing();
      pause();
    },
  };
}
