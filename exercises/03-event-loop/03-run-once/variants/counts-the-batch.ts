// Counts what is ready and takes that many from the front, as CPython does.
export interface Handle {
  readonly callback: () => void;
  cancelled: boolean;
}

interface Timer extends Handle {
  readonly when: number;
}

export class ToyLoop {
  /** Virtual seconds. */
  now = 0;
  ready: Handle[] = [];
  timers: Timer[] = [];

  callSoon(callback: () => void): Handle {
    const handle = { callback, cancelled: false };
    this.ready.push(handle);
    return handle;
  }

  callAt(when: number, callback: () => void): Handle {
    const timer = { when, callback, cancelled: false };
    this.timers.push(timer);
    return timer;
  }

  /** One iteration. */
  runOnce(): void {
    this.timers = this.timers.filter(({ cancelled }) => !cancelled).sort((a, b) => a.when - b.when);
    const [earliest] = this.timers;
    if (this.ready.length === 0 && earliest !== undefined && earliest.when > this.now) this.now = earliest.when;
    while (this.timers[0] !== undefined && this.timers[0].when <= this.now) {
      const timer = this.timers.shift();
      if (timer !== undefined) this.ready.push(timer);
    }
    let left = this.ready.length;
    while (left > 0) {
      left -= 1;
      const handle = this.ready.shift();
      if (handle?.cancelled === false) handle.callback();
    }
  }
}

const loop = new ToyLoop();
loop.callAt(2, () => console.log('two seconds, at', loop.now));
loop.callAt(1, () => console.log('one second, at', loop.now));
loop.callSoon(() => {
  console.log('soon, at', loop.now);
  loop.callSoon(() => console.log('a little later, at', loop.now));
});
for (let iteration = 1; iteration <= 4; iteration += 1) loop.runOnce();
