/** The clock by which runs are played in a page. */
import type { PlayerClock } from './player.ts';

export const REAL_TIME: PlayerClock = {
  now: () => performance.now(),
  after: (delay, then) => {
    const timer = setTimeout(then, delay);
    return () => {
      clearTimeout(timer);
    };
  },
};
