// The three points as three methods, and timers that are kept in order as they are set.
interface Handle {
  readonly callback: () => void;
  cancelled: boolean;
}

interface Timer {
  readonly when: number;
  readonly handle: Handle;
}

export class ToyLoop {
  now = 0;
  #ready: Handle[] = [];
  readonly #timers: Timer[] = [];

  callSoon(callback: () => void): Handle {
    const handle = { callback, cancelled: false };
    this.#ready.push(handle);
    return handle;
  }

  callAt(when: number, callback: () => void): Handle {
    const handle = { callback, cancelled: false };
    const later = this.#timers.findIndex((timer) => timer.when > when);
    this.#timers.splice(later === -1 ? this.#timers.length : later, 0, { when, handle });
    return handle;
  }

  runOnce(): void {
    if (this.#ready.length === 0) this.#jump();
    this.#moveDue();
    this.#runBatch();
  }

  #jump(): void {
    const earliest = this.#timers.find(({ handle }) => !handle.cancelled);
    if (earliest && earliest.when > this.now) this.now = earliest.when;
  }

  #moveDue(): void {
    for (let timer = this.#timers[0]; timer && timer.when <= this.now; timer = this.#timers[0]) {
      this.#timers.shift();
      this.#ready.push(timer.handle);
    }
  }

  #runBatch(): void {
    const batch = this.#ready;
    this.#ready = [];
    for (const { cancelled, callback } of live(batch)) if (!cancelled) callback();
  }
}

/** Each handle as it is when its turn comes. */
function* live(handles: readonly Handle[]): Generator<Handle> {
  for (const handle of handles) yield handle;
}
