import { CancelledError, getRunningLoop, newEventLoop, RuntimeError, sleep } from 'asyncio';

function say(word: string) {
  console.log(`${loop.time()} ${word}`);
}

function raised(action: () => unknown) {
  try {
    return `${action()}`;
  } catch (error) {
    if (error instanceof RuntimeError || error instanceof TypeError) return `${error.name}: ${error.message}`;
    throw error;
  }
}

async function work(seconds: number) {
  await sleep(seconds);
  return seconds;
}

const loop = newEventLoop();
loop.callLater(3, () => loop.stop());
const timers = [2, 1, 3, 4].map((seconds) => loop.callLater(seconds, say, `after ${seconds}`));
timers[1]!.cancel();
loop.callSoon(say, 'first');
loop.runForever();
console.log(`stopped at ${loop.time()}`);
const task = loop.createTask(work(2), { name: 'by hand' });
console.log(raised(() => loop.runUntilComplete(task)));
loop.stop();
loop.runForever();
console.log(`${loop.time()}`);

function stopNow(given: undefined) {
  loop.stop();
}

const waiting = loop.createTask(work(50), { name: 'left over' });
loop.callSoon(stopNow, undefined);
console.log(raised(() => loop.runUntilComplete(waiting)));
const bool = (value: boolean) => (value ? 'True' : 'False');
console.log(`${bool(waiting.done())} ${bool(loop.isRunning())} ${bool(loop.isClosed())}`);
waiting.cancel();
try {
  loop.runUntilComplete(waiting);
} catch (error) {
  if (!(error instanceof CancelledError)) throw error;
  console.log('cancelled');
}

async function inside() {
  console.log(raised(() => loop.close()));
  console.log(raised(() => newEventLoop().runUntilComplete(sleep(1))));
}

loop.runUntilComplete(inside());
console.log(raised(() => loop.callLater(undefined as never, say, '')));
console.log(raised(() => loop.callAt(undefined as never, say, '')));
loop.close();
loop.close();
console.log(raised(() => loop.callSoon(say, 'too late')));
console.log(raised(() => loop.runForever()));
console.log(raised(() => getRunningLoop()));
