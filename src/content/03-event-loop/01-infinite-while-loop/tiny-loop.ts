type Callback = () => void;
type Timer = [when: number, callback: Callback];

let now = 0; // what the clock says
const ready: Callback[] = []; // in order
const timers: Timer[] = []; // what has to wait

function callSoon(callback: Callback) {
  ready.push(callback);
}

function callLater(delay: number, callback: Callback) {
  timers.push([now + delay, callback]);
  timers.sort(([a], [b]) => a - b);
}

function run() {
  while (ready.length > 0 || timers.length > 0) {
    if (ready.length === 0) {
      // a real loop sleeps until then
      now = timers[0]?.[0] ?? now;
    }
    while (timers[0] && timers[0][0] <= now) {
      const [, callback] = timers[0];
      timers.shift();
      ready.push(callback);
    }
    for (let n = ready.length; n > 0; n--) {
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
