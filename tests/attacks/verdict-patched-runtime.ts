// tries: to pass by changing the classes of what it holds, a coroutine, the loop, a timer, so that every sleep but the first ends at once
// must: be judged failed by tasks/fetch-all
// must: say each request waited for the one before it
import { getRunningLoop, run, sleep } from 'asyncio';

let slept = 0;
function patch(thing: any) {
  for (
    let holder = Object.getPrototypeOf(thing);
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const name of ['_advance', '_run', 'callAt', 'callLater', '_schedule', 'time', 'when']) {
      const before = holder[name];
      if (typeof before !== 'function') continue;
      try {
        holder[name] = function (this: any, ...args: any[]) {
          if ('_delay' in this && (slept += 1) > 1) this._delay = 0;
          if ('_time' in this && slept > 1) this._time = 0;
          return before.apply(this, args);
        };
      } catch {}
    }
  }
}

export async function getRequest(url: number) {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}
export async function makeRequests(urls: number[]) {
  slept = 0;
  for (const thing of [sleep(1), sleep(0), getRunningLoop(), getRunningLoop().callLater(0, () => {})]) patch(thing);
  const pages: string[] = [];
  for (const url of urls) pages.push(await getRequest(url));
  return pages;
}
async function main() {
  console.log(await makeRequests([1, 2, 3]));
}
run(main());
