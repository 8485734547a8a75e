/**
 * A wall clock that counts only the time in which we could have heard. It goes by small ticks, each set when the one before it has come: a page that was
 * held up itself (a laptop that slept, a machine that is busy) loses one tick by it and not the whole time, and hears first what came meanwhile.
 */

/** Ticks until the time is over. */
const TICKS = 20;

export interface WallClock {
  /** Begins anew. */
  readonly restart: () => void;
  /** Ends it; nothing is called any more. */
  readonly stop: () => void;
}

/** A clock that calls `over` once `limit` real milliseconds have passed since its last `restart`. It stands until the first. */
export function wallClock(limit: number, over: () => void): WallClock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ticks: number): void => {
    timer = setTimeout(() => {
      if (ticks === 1) over();
      else wait(ticks - 1);
    }, limit / TICKS);
  };
  const stop = (): void => {
    clearTimeout(timer);
  };
  const restart = (): void => {
    stop();
    wait(TICKS);
  };
  return { restart, stop };
}
