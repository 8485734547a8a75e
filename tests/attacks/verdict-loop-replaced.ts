// tries: to answer in a loop of its own making, whose time nobody sees
// must: be judged failed or error by tasks/fetch-all
import { newEventLoop, sleep, run, Future, getRunningLoop } from 'asyncio';

export async function getRequest(url: number) {
  await sleep(2);
  return `page ${url}`;
}
export async function makeRequests(urls: number[]) {
  const outer = getRunningLoop();
  const inner = newEventLoop();
  const pages: string[] = [];
  try {
    for (const url of urls) pages.push(inner.runUntilComplete(getRequest(url)));
  } catch {}
  try {
    for (const url of urls) pages.push(run(getRequest(url)));
  } catch {}
  (outer as any).stop();
  return pages;
}
