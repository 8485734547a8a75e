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
    // TODO: let the clock jump, move the timers that are due, run what is ready
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
