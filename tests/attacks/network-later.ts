// tries: to call home after its run has ended, from callbacks that outlive it
// must: end finished
// must: print the program ended
// must: not print later
import { createTask, getRunningLoop, newEventLoop, run, sleep, toThread } from 'asyncio';

const callHome = () => {
  console.log('later');
  globalThis.fetch?.('SERVER');
  globalThis.postMessage?.('late');
};
const attempt = (call: () => unknown) => {
  try {
    call();
  } catch {}
};
attempt(() => Array.fromAsync([{ then: callHome }]));
attempt(() => new Function('callHome', 'return (async () => { await 1; callHome(); })()')(callHome));
attempt(() => newEventLoop().callLater(1, callHome));
async function main() {
  getRunningLoop().callLater(1, callHome);
  createTask(sleep(5)).addDoneCallback(() => {});
}
run(main());
console.log('the program ended');
