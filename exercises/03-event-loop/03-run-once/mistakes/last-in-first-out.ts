// fails: what is ready runs in the order in which it was scheduled
// fails: all timers that are due run in one iteration, the earliest first
// fails: timers with equal times run in the order in which they were set
// fails: a timer that is due comes behind what is ready
// fails: what is cancelled is not run
// says: in the order in which it came
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
    this.timers = this.timers.filter((timer) => !timer.cancelled);
    if (this.ready.length === 0 && this.timers.length > 0) {
      const earliest = Math.min(...this.timers.map((timer) => timer.when));
      this.now = Math.max(this.now, earliest);
    }

    const due = this.timers.filter((timer) => timer.when <= this.now);
    this.timers = this.timers.filter((timer) => timer.when > this.now);
    this.ready.push(...due.sort((a, b) => a.when - b.when));

    for (let left = this.ready.length; left > 0; left -= 1) {
      const handle = this.ready.pop();
      if (handle && !handle.cancelled) handle.callback();
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
