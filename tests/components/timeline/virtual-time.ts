/** Real time as a player needs it, moved on by a test. */
import type { PlayerClock } from '../../../src/components/timeline/player.ts';

export class VirtualTime implements PlayerClock {
  #now = 0;
  #calls: { readonly at: number; readonly then: () => void }[] = [];

  readonly now = (): number => this.#now;

  readonly after = (delay: number, then: () => void): (() => void) => {
    const call = { at: this.#now + delay, then };
    this.#calls.push(call);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== call);
    };
  };

  /** What is still to be called. */
  get waiting(): number {
    return this.#calls.length;
  }

  /** Lets so many milliseconds pass, and calls what is due in them. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#calls.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#calls = this.#calls.filter((call) => call !== next);
      this.#now = Math.max(this.#now, next.at);
      next.then();
    }
    this.#now = end;
  }

  /** As `pass`, for a page that is asleep: what is due is called once, late. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#calls.filter(({ at }) => at <= this.#now);
    this.#calls = this.#calls.filter(({ at }) => at > this.#now);
    for (const { then } of due) then();
  }
}
