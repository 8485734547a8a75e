// tries: to turn the clock back, or to have it stand still
// must: be judged failed by tasks/fetch-all
// must: say Yours took 18 s
import { getRunningLoop, sleep } from 'asyncio';
import * as time from 'time';

const attempt = (change: () => unknown) => {
  try {
    change();
  } catch {}
};
export async function getRequest(url: number) {
  await sleep(2);
  return `page ${url}`;
}
export async function makeRequests(urls: number[]) {
  const loop: any = getRunningLoop();
  for (const url of urls) console.log(`sent ${url}`);
  const pages: string[] = [];
  for (const url of urls) pages.push(await getRequest(url));
  attempt(() => (loop.time = () => 2));
  attempt(() => (loop._clock = 0));
  attempt(() => loop.callAt(-100, () => {}));
  attempt(() => loop.callAt(NaN, () => {}));
  attempt(() => loop.callLater(-Infinity, () => {}));
  attempt(() => time.sleep(-16));
  attempt(() => time.sleep(NaN));
  await sleep(0);
  return pages;
}
