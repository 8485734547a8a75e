type Callback = () => void;

let now = 0; // what the clock says
const ready: Callback[] = []; // what can run now, in order
const timers: { when: number; callback: Callback }[] = []; // what has to wait, earliest first

function callSoon(callback: Callback) {
  ready.push(callback);
}

function callLater(delay: number, callback: Callback) {
  timers.push({ when: now + delay, callback });
  timers.sort((a, b) => a.when - b.when);
}

function run() {
  while (ready.length > 0 || timers.length > 0) {
    if (ready.length === 0) now = timers[0]?.when ?? now; // a real loop sleeps until then
    while (timers[0] && timers[0].when <= now) {
      const timer = timers.shift();
      if (timer) ready.push(timer.callback);
    }
    for (let left = ready.length; left > 0; left--) {
      const callback = ready.shift();
      callback?.();
    }
  }
}

function hello() {
  console.log('Hello ...');
  callLater(1, world);
}

function world() {
  console.log('... World!');
}

callSoon(hello);
callSoon(hello);
run();
console.log('nothing is left to do, at', now, 's');
