// fails: every place in the list gets the page of its url
// fails: each different url is requested once
// fails: the requests are in flight at the same time
// says: cannot reuse already awaited coroutine
// says: A coroutine object runs once
import { run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const requests = new Map<number, Promise<string>>();
  for (const url of urls) {
    if (!requests.has(url)) requests.set(url, getRequest(url));
  }
  const pages: string[] = [];
  for (const url of urls) pages.push(await requests.get(url)!);
  return pages;
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
